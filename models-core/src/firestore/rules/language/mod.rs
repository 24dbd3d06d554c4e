//! The rules language: values for what a file says, each written by itself.

mod block;
mod cost;
mod depth;
mod expression;
mod function;
mod lines;
mod path;
mod quote;
mod write;

pub(crate) use block::{Allow, Block};
pub(crate) use expression::{Expression, Sign};
pub(crate) use function::Function;
pub(crate) use path::{Path, Segment, is_plain_segment};
pub(crate) use quote::is_identifier;
