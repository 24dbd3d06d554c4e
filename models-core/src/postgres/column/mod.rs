//! Models with a table, and their columns.

pub(crate) mod column_default;
pub(crate) mod column_type;
pub(crate) mod table_model;
pub(crate) mod tables;

pub use table_model::{Column, TableModel};
