//! A schema as `firestore.rules`.
//!
//! Read it in this order: `file` is the whole, `plan` makes the block of one
//! collection, `access` says who may do what and `validation` what a document
//! must be like, `condition` turns access rules into conditions, and
//! `language` alone knows how the rules language is written, quoted and
//! priced.

mod access;
mod collections;
mod condition;
mod cost;
mod error;
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
mod trouble;
mod unchecked;
mod validation;

pub use cost::Cost;
pub use error::Error;
pub use file::Rules;
pub use operation::Operation;
pub use trouble::ErrorKind;
pub use unchecked::Unchecked;
