//! A newtype is in many tables.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelType)]
struct Address(#[model(unique)] String);

fn main() {}
