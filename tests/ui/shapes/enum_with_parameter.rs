//! A column has one type.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelEnum)]
enum Status<T> {
    Draft(T),
}

fn main() {}
