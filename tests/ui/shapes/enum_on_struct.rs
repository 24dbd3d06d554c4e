//! `ModelEnum` is for enums.

#![allow(dead_code)]

use models::prelude::*;

#[derive(ModelEnum)]
struct Status {
    label: String,
}

fn main() {}
