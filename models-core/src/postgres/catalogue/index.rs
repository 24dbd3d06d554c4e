//! Indexes of a table.

use std::borrow::Cow;

use super::Names;

/// An index.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct IndexDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// No two rows share what is indexed.
    pub unique: bool,
    /// The access method: `btree`, `gin`, `hnsw`.
    pub method: Cow<'a, str>,
    /// What is indexed, in order.
    pub keys: Vec<IndexKey<'a>>,
    /// Columns that are stored beside the keys.
    pub include: Names<'a>,
    /// Two nulls count as equal.
    pub nulls_not_distinct: bool,
    /// Parameters of the method, and their values.
    pub parameters: Vec<(Cow<'a, str>, u32)>,
    /// Only rows for which this condition in SQL is true.
    pub predicate: Option<Cow<'a, str>>,
}

/// A column of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct IndexKey<'a> {
    /// The column.
    pub column: Cow<'a, str>,
    /// The operator class with its schema; `None` where it is the default that
    /// PostgreSQL itself has for the type. An extension's classes are named.
    pub operator_class: Option<Cow<'a, str>>,
    /// From the largest to the smallest.
    pub descending: bool,
}
