//! SQL as text: names, quotes, and how to write them fast.

mod keyword;
mod literal;
pub(crate) mod name;
pub(crate) mod quote;
pub(crate) mod sql;

pub use name::LONGEST;
pub use quote::Ident;
