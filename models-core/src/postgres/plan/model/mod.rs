//! The tables and columns of a schema.

pub(crate) mod column_default;
pub(crate) mod column_type;
mod literal;
pub(crate) mod operator_class;
pub(crate) mod table_model;
pub(crate) mod tables;
pub(crate) mod value_check;
