//! `ModelType` is for structs.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelType)]
enum Address {
    Text(String),
}

fn main() {}
