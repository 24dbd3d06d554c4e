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
//! Read it in this order: `script` says which statements there are and in
//! which order, `plan` draws them from the description, `statement` has a
//! file for each kind and writes it clause by clause, `condition` does the
//! same for access rules, and `text` alone quotes names and texts.

mod column;
mod condition;
mod error;
mod layout;
mod plan;
mod script;
mod statement;
mod target;
mod text;

pub use column::{Column, TableModel};
pub use condition::{Condition, Link, Question};
pub use error::{Error, ErrorKind};
pub use script::{Part, Script};
pub use statement::{
    AddForeignKey, AlterPublication, Clock, Command, Comment, Constraint, ConstraintKind,
    CreateExtension, CreateFunction, CreateIndex, CreatePolicy, CreateSchema, CreateTable,
    CreateTrigger, CreateType, EnableRowSecurity, ForceRowSecurity, Grant, IndexPart, Object,
    OperatorClass, Privilege, Revoke, Roles, Rows, Statement,
};
pub use target::{Platform, Target, Version};
pub use text::{Ident, LONGEST};
