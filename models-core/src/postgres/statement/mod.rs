//! One file for each kind of statement.

mod any;
pub(crate) mod command;
pub(crate) mod comment;
pub(crate) mod create_index;
pub(crate) mod create_policy;
pub(crate) mod create_table;
pub(crate) mod foreign_key;
pub(crate) mod function;
pub(crate) mod grant;
pub(crate) mod operator_class;
pub(crate) mod prelude;
pub(crate) mod publication;
pub(crate) mod role;
pub(crate) mod row_security;
pub(crate) mod schema;
pub(crate) mod search_path;
pub(crate) mod trigger;
pub(crate) mod value_check;

pub use any::Statement;
pub use command::Command;
pub use comment::Comment;
pub use create_index::{CreateIndex, Part as IndexPart};
pub use create_policy::{CreatePolicy, Rows};
pub use create_table::{Constraint, ConstraintKind, CreateTable};
pub use foreign_key::AddForeignKey;
pub use function::{Clock, CreateFunction};
pub use grant::{Grant, Object, Privilege, Revoke};
pub use operator_class::OperatorClass;
pub use publication::AlterPublication;
pub use role::Roles;
pub use row_security::{EnableRowSecurity, ForceRowSecurity};
pub use schema::{CreateExtension, CreateSchema, CreateType};
pub use trigger::CreateTrigger;
