//! What is measured at run time: printing a schema, asking a predicate, and
//! looking for broken rules.
//!
//! `cargo xtask bench print` times these side by side (divan) and counts
//! their instructions (valgrind, where the machine has it).

pub mod ask;
mod columns;
#[cfg(feature = "convert")]
pub mod convert;
pub mod ours;
pub mod pieces;
pub mod rules;
pub mod sea;
pub mod valid;
pub mod valid_peers;
pub mod work;

pub use columns::TABLES;
