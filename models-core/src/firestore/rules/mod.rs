//! A schema as `firestore.rules`.
//!
//! Read it in this order: `file` is the whole, `plan` makes the block of one
//! collection, `access` makes the conditions for who may do what and `validation`
//! those for what a document must be like, `condition` translates access rules,
//! and `language` alone knows how the rules language is written, quoted and what
//! it costs.

mod access;
mod collections;
mod condition;
mod cost;
mod file;
mod group;
mod language;
pub mod limits;
mod names;
mod operation;
mod pattern;
mod plan;
mod region;
#[cfg(test)]
mod tests;
mod unchecked;
mod validation;

pub use cost::Cost;
pub use file::Rules;
pub use operation::Operation;
pub use unchecked::Unchecked;
