//! Two variants are stored alike.

#![allow(dead_code)]

use backend_models::prelude::*;

#[derive(ModelEnum)]
enum Status {
    InReview,
    #[model(label = "in_review")]
    Waiting,
    #[model(label = "")]
    Nothing,
}

fn main() {}
