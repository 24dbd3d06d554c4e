//! What is no struct with names has no rules, and whoever holds it has no second
//! error.

use backend_models::prelude::*;

#[derive(Validate)]
pub enum Shape {
    Round,
    Square,
}

#[derive(Validate)]
pub struct Pair<T> {
    #[validate(nested)]
    pub one: Vec<T>,
}

#[derive(Validate)]
pub struct Box {
    #[validate(nested)]
    pub shape: Shape,
}

fn main() {}
