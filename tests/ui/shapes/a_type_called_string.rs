//! A type is known by what it is, not by its name.

#![allow(dead_code)]

use backend_models::prelude::*;

struct String;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = nobody, update = nobody, delete = nobody)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
