//! A row owns its values.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = nobody, update = nobody, delete = nobody)]
struct Post<'a> {
    #[model(id)]
    id: Id<Post<'static>>,
    title: &'a str,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
