//! An enum without variants has no labels.

#![allow(dead_code)]

use models::prelude::*;

#[derive(ModelEnum)]
enum Status {}

fn main() {}
