//! An enum without variants has no labels.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelEnum)]
enum Status {}

fn main() {}
