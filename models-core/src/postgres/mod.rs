//! A schema as PostgreSQL: tables, keys, indexes, policies, grants.
//!
//! ```
//! use models_core::postgres::{Script, Target};
//! use models_core::schema::{List, Schema};
//! let schema = Schema { models: List::Borrowed(&[]) };
//! let script = Script::new(&schema, Target::SUPABASE)?;
//! assert!(script.to_sql().ends_with("commit;\n"));
//! # Ok::<(), models_core::postgres::Error>(())
//! ```
//!
//! A schema is planned as a [`Catalogue`], which is plain data, and a
//! [`Script`] writes a catalogue: `plan` goes from the schema to `catalogue`,
//! and `sql` from there to text. `sql` alone quotes names and texts. `read` goes
//! from a server back to `catalogue`.

pub mod catalogue;
mod error;
mod plan;
#[cfg(feature = "sqlx")]
mod read;
mod sql;
mod target;

pub use catalogue::{Catalogue, Command};
pub use error::{Error, ErrorKind};
pub use plan::model::table_model::{Column, TableModel};
#[cfg(feature = "sqlx")]
pub use read::CatalogueError;
pub use sql::{Ident, Script, ScriptPart, Statement, TableRef};
pub use target::{Platform, Target, Version};

pub use plan::name::derived::LONGEST;
#[cfg(feature = "sqlx")]
pub(crate) use plan::{CheckSource, foreign_key_name, source_of_check};
