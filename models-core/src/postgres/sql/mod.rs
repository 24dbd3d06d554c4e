//! A catalogue as SQL: one file for each kind of statement, and one place
//! where names and texts are quoted.

mod constraint;
mod function;
mod index;
pub(crate) mod keyword;
mod parts;
mod policy;
mod publication;
pub(crate) mod quote;
mod role;
mod schema;
mod script;
mod statement;
mod table;
pub(crate) mod write;

pub use quote::Ident;
pub use script::{Script, ScriptPart};
pub use statement::Statement;
pub use table::TableRef;

pub(crate) use constraint::definition as constraint_definition;
pub(crate) use index::definition as index_definition;
