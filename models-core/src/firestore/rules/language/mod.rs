//! The rules language as values: expressions, and the blocks that hold them.
//!
//! `expression` and `statement` are the values, `write` is the text of an
//! expression on one line, and `statement` breaks it into several. `quote`
//! alone makes names, texts and comments safe. `cost`, `depth` and `walk`
//! answer what Firestore limits.

mod cost;
mod depth;
mod expression;
mod quote;
mod statement;
mod walk;
mod write;

pub(crate) use expression::{BinaryOp, RulesExpr};
pub(crate) use quote::is_plain_segment;
pub(crate) use statement::{AllowStatement, Block, Function};
