//! One struct is one table; nothing else is said about it.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = nobody, update = nobody, delete = nobody)]
struct Post<T> {
    #[model(id)]
    id: Id<Post<T>>,
    value: T,
}

fn main() {}
