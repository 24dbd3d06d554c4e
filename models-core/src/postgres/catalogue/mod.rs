//! What PostgreSQL has, or will have, as plain data.
//!
//! A catalogue is planned from the structs ([`Catalogue::new`]), read from a
//! file (feature `serde`), or read from a live server (feature `sqlx`,
//! `Catalogue::read`). A script is a function of it. Texts are borrowed from
//! the schema's constants where that is possible, and owned where they were
//! loaded.

mod command;
mod constraint;
mod function;
mod grant;
mod index;
mod names;
mod policy;
mod role;
mod table;
mod version;

pub use command::Command;
pub use constraint::{ConstraintDef, ConstraintKind};
pub use function::{ArgumentDef, FunctionDef, SettingDef, TriggerDef, TriggerTiming, Volatility};
pub use grant::{Grant, Privilege};
pub use index::{IndexDef, IndexKey};
pub use names::Names;
pub use policy::PolicyDef;
pub use role::{AUTH_SCHEMA, CLIENT_ROLES, CURRENT_USER, PUBLIC, RoleDef};
pub use table::{EnumDef, ExtensionDef, PublicationDef, SchemaDef, TableColumn, TableDef};
pub use version::FormatVersion;

use std::borrow::Cow;

/// A whole database, as far as the structs describe it.
///
/// ```
/// use models_core::postgres::{Catalogue, Target};
/// use models_core::schema::{List, Schema};
/// let schema = Schema { models: List::Borrowed(&[]) };
/// let catalogue = Catalogue::new(&schema, Target::PLAIN)?;
/// assert_eq!(catalogue.roles.len(), 3);
/// # Ok::<(), models_core::postgres::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Catalogue<'a> {
    /// The version of this format.
    pub version: FormatVersion,
    /// Roles that the script creates where they are missing.
    pub roles: Vec<RoleDef<'a>>,
    /// Schemas, and who may use them.
    pub schemas: Vec<SchemaDef<'a>>,
    /// Extensions.
    pub extensions: Vec<ExtensionDef<'a>>,
    /// Schemas that must be on the search path of the database.
    pub search_path: Names<'a>,
    /// Functions. Those that read tables come last.
    pub functions: Vec<FunctionDef<'a>>,
    /// Enum types.
    pub enums: Vec<EnumDef<'a>>,
    /// Tables, with everything that belongs to them.
    pub tables: Vec<TableDef<'a>>,
    /// Publications: changes that are sent to clients.
    pub publications: Vec<PublicationDef<'a>>,
}

/// The name of something in a schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct QualifiedName<'a> {
    /// The schema.
    pub schema: Cow<'a, str>,
    /// The name within the schema.
    pub name: Cow<'a, str>,
}

impl<'a> QualifiedName<'a> {
    /// This name in this schema.
    pub fn new(schema: impl Into<Cow<'a, str>>, name: impl Into<Cow<'a, str>>) -> Self {
        Self { schema: schema.into(), name: name.into() }
    }
}
