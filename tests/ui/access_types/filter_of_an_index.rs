//! The condition of an index is typed too.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Draft,
    Published,
}

#[derive(Model, Debug)]
#[model(table = "posts", index(title, where = reads == title))]
#[access(select = anyone, insert = nobody, update = nobody, delete = nobody)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(references = auth::User, on_delete = cascade)]
    author_id: Id<auth::User>,
    #[validate(length(max = 200))]
    title: String,
    reads: i32,
    status: Status,
    #[validate(items(max = 20), each(length(max = 30)))]
    tags: Vec<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
