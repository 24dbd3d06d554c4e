//! Tables, and what is beside them in a schema.

use std::borrow::Cow;

use super::constraint::ConstraintDef;
use super::function::TriggerDef;
use super::grant::Grant;
use super::index::IndexDef;
use super::policy::PolicyDef;
use super::{Names, QualifiedName};

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TableDef<'a> {
    /// Its name.
    pub name: QualifiedName<'a>,
    /// Its comment.
    pub comment: Option<Cow<'a, str>>,
    /// Its columns, in order.
    pub columns: Vec<TableColumn<'a>>,
    /// Its constraints. Foreign keys come last.
    pub constraints: Vec<ConstraintDef<'a>>,
    /// Its indexes, without those behind constraints.
    pub indexes: Vec<IndexDef<'a>>,
    /// Its triggers.
    pub triggers: Vec<TriggerDef<'a>>,
    /// Whether row level security is enabled.
    pub row_security: bool,
    /// Whether row level security holds for the owner too.
    pub force_row_security: bool,
    /// Its policies.
    pub policies: Vec<PolicyDef<'a>>,
    /// What roles other than the owner may do.
    pub grants: Vec<Grant<'a>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TableColumn<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its type in SQL, with modifiers.
    pub data_type: Cow<'a, str>,
    /// Whether it refuses null.
    pub not_null: bool,
    /// Its default in SQL.
    pub default: Option<Cow<'a, str>>,
    /// Its comment.
    pub comment: Option<Cow<'a, str>>,
}

/// A schema.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct SchemaDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// The roles that may name what is in it.
    pub usage: Names<'a>,
}

/// An extension.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct ExtensionDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// The schema of its objects.
    pub schema: Cow<'a, str>,
}

/// An enum type.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct EnumDef<'a> {
    /// Its name.
    pub name: QualifiedName<'a>,
    /// Its labels, in order.
    pub labels: Names<'a>,
}

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct PublicationDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its tables.
    pub tables: Vec<QualifiedName<'a>>,
}
