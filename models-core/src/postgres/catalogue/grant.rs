//! What roles may do with a table.

use std::borrow::Cow;

use super::Names;

/// A grant on a table, or on columns of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Grant<'a> {
    /// What may be done.
    pub privileges: Cow<'a, [Privilege]>,
    /// The columns that may be named; `None` for the whole table.
    pub columns: Option<Names<'a>>,
    /// Who may do it.
    pub to: Names<'a>,
    /// Whether they may pass it on.
    pub with_grant_option: bool,
}

/// Something that may be done with a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case", deny_unknown_fields)
)]
pub enum Privilege {
    /// Read rows.
    Select,
    /// Add rows.
    Insert,
    /// Change rows.
    Update,
    /// Delete rows.
    Delete,
    /// Empty the table.
    Truncate,
    /// Refer to it in foreign keys.
    References,
    /// Create triggers.
    Trigger,
    /// Maintain it: `vacuum`, `analyze` and the like, from PostgreSQL 17 on.
    Maintain,
}

impl Privilege {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Select,
        Self::Insert,
        Self::Update,
        Self::Delete,
        Self::Truncate,
        Self::References,
        Self::Trigger,
        Self::Maintain,
    ];

    /// Those on rows: what a service needs.
    pub const ROWS: [Self; 4] = [Self::Select, Self::Insert, Self::Update, Self::Delete];

    /// Its word in SQL.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Select => "select",
            Self::Insert => "insert",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Truncate => "truncate",
            Self::References => "references",
            Self::Trigger => "trigger",
            Self::Maintain => "maintain",
        }
    }
}
