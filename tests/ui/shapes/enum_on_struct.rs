//! `ModelEnum` is for enums.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelEnum)]
struct Status {
    label: String,
}

fn main() {}
