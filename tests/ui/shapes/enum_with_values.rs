//! A label holds no values; rules that name the enum are not errors too.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelEnum, Clone, Copy)]
enum Status {
    Draft,
    Published(i64),
    Archived { by: i64 },
}

#[derive(Model)]
#[model(table = "posts")]
#[access(select = status == Status::Draft, insert = nobody, update = nobody, delete = nobody)]
struct Post {
    #[model(id)]
    id: Id<Post>,
    #[model(default = Status::Draft)]
    status: Status,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {}
