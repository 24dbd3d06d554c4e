//! An enum is a field, and no table; whoever refers to it still compiles.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "kinds")]
#[access(select = anyone, insert = nobody, update = nobody, delete = nobody)]
enum Kind {
    One,
}

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = nobody, update = nobody, delete = nobody)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(references = Kind, on_delete = cascade)]
    kind_id: Id<Kind>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
