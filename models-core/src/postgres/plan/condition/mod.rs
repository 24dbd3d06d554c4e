//! Access rules as SQL: `NULL` follows Kleene's tables, so does the tree.

pub(crate) mod check;
pub(crate) mod checked;
mod claim;
mod expression;
pub(crate) mod helper;
pub(crate) mod helpers;
mod kind;
mod operand;
mod raw_sql;
