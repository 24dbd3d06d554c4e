//! What is declared and would not be followed is no comment.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[query(by_title(title))]
#[access(select = anyone, insert = nobody, update = nobody, delete = nobody)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[validate(length(max = 20))]
    title: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
