//! The value of a newtype has no name.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelType)]
struct Address {
    text: String,
}

fn main() {}
