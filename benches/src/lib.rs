//! What is measured at run time: printing a schema, and asking a predicate.
//!
//! `cargo xtask bench print` times these side by side (divan) and counts
//! their instructions (valgrind, where the machine has it).

pub mod ask;
mod columns;
#[cfg(feature = "convert")]
pub mod convert;
pub mod ours;
pub mod pieces;
pub mod sea;
pub mod work;

pub use columns::TABLES;
