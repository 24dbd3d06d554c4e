//! A union does not say what is in it.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(Model)]
#[model(table = "posts")]
#[access(select = anyone, insert = nobody, update = nobody, delete = nobody)]
union Post {
    id: u64,
}

fn main() {}
