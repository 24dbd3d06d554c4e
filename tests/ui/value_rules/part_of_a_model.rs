//! A part of a model is held to the same conventions.

use backend_models::prelude::*;

#[derive(Validate)]
#[validate(ends > starts)]
pub struct Span {
    #[validate(range(min = 5, max = 3))]
    pub start: i32,
    #[validate(range(min = 0))]
    pub end: i32,
    #[validate(pattern = "^[a-z]+")]
    pub name: String,
}

fn main() {}
