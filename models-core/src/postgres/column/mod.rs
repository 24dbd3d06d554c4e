//! Models with a table, and their columns.

pub(crate) mod column_default;
pub(crate) mod column_type;
pub(crate) mod stored;
pub(crate) mod tables;

pub use stored::{Column, Stored};
