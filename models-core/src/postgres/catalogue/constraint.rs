//! Constraints of a table.

use std::borrow::Cow;

use super::{Names, QualifiedName};
use crate::schema::OnDelete;

/// A named constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct ConstraintDef<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// What it requires.
    pub kind: ConstraintKind<'a>,
}

/// What a constraint requires.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case", deny_unknown_fields)
)]
pub enum ConstraintKind<'a> {
    /// `primary key (..)`
    PrimaryKey {
        /// The columns.
        columns: Names<'a>,
    },
    /// `unique (..)`
    Unique {
        /// The columns, in the order of the index behind it.
        columns: Names<'a>,
        /// Two nulls count as equal.
        nulls_not_distinct: bool,
    },
    /// `check (..)`
    Check {
        /// The condition in SQL.
        condition: Cow<'a, str>,
    },
    /// `exclude using gist (.. with =, .. with &&)`
    Exclusion {
        /// The columns that are equal in rows that exclude one another.
        equal: Names<'a>,
        /// The column whose ranges may then not overlap.
        range: Cow<'a, str>,
        /// Only rows for which this condition in SQL is true.
        predicate: Option<Cow<'a, str>>,
    },
    /// `foreign key (..) references ..`
    ForeignKey {
        /// The columns that refer.
        columns: Names<'a>,
        /// The table that they refer to.
        parent: QualifiedName<'a>,
        /// The columns that they refer to.
        parent_columns: Names<'a>,
        /// What happens when the parent row is deleted.
        on_delete: OnDelete,
    },
}

impl ConstraintKind<'_> {
    /// Whether it is a foreign key, which is added when all tables are there.
    #[must_use]
    pub const fn is_foreign_key(&self) -> bool {
        match self {
            Self::ForeignKey { .. } => true,
            Self::PrimaryKey { .. }
            | Self::Unique { .. }
            | Self::Check { .. }
            | Self::Exclusion { .. } => false,
        }
    }
}
