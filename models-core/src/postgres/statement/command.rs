//! The four commands that row security tells apart.

use crate::schema::{Access, Rule};

/// A command on a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Reads rows.
    Select,
    /// Makes rows.
    Insert,
    /// Changes rows.
    Update,
    /// Deletes rows.
    Delete,
}

impl Command {
    /// All four, in the order in which they are printed.
    pub const ALL: [Self; 4] = [Self::Select, Self::Insert, Self::Update, Self::Delete];

    /// Its word in SQL.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Select => "select",
            Self::Insert => "insert",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }

    /// The rule for it.
    #[must_use]
    pub const fn rule(self, access: &Access) -> &Rule {
        match self {
            Self::Select => &access.select,
            Self::Insert => &access.insert,
            Self::Update => &access.update,
            Self::Delete => &access.delete,
        }
    }

    /// Whether a policy asks of the row as it was before the command.
    pub(crate) const fn asks_of_the_row_before(self) -> bool {
        match self {
            Self::Select | Self::Update | Self::Delete => true,
            Self::Insert => false,
        }
    }

    /// Whether a policy asks of the row as the command leaves it.
    pub(crate) const fn asks_of_the_row_after(self) -> bool {
        match self {
            Self::Insert | Self::Update => true,
            Self::Select | Self::Delete => false,
        }
    }
}
