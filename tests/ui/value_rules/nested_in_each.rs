//! A list of such values is looked into by itself.

use backend_models::prelude::*;

#[derive(Validate)]
pub struct Line {
    #[validate(length(max = 9))]
    pub text: String,
}

#[derive(Validate)]
pub struct Letter {
    #[validate(each(nested))]
    pub lines: Vec<Line>,
}

fn main() {}
