//! SQL as text: names, quotes, and how to write them fast.

pub(crate) mod fingerprint;
mod keyword;
mod literal;
pub(crate) mod name;
pub(crate) mod names;
pub(crate) mod quote;
pub(crate) mod sql;

pub use name::LONGEST;
pub use quote::Ident;
