//! A newtype is one column; whoever uses it still compiles.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelType)]
struct Money(i64, String);

#[derive(Model)]
#[model(table = "posts")]
#[access(select = worth == 3, insert = nobody, update = nobody, delete = nobody)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    worth: Money,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
