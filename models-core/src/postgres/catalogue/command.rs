//! The four commands that row security distinguishes.

/// A command on a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case", deny_unknown_fields)
)]
pub enum Command {
    /// Reads rows.
    Select,
    /// Adds rows.
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

    /// Whether its policies have `using`: a condition on the row before the command.
    pub(crate) const fn reads_row_before(self) -> bool {
        match self {
            Self::Select | Self::Update | Self::Delete => true,
            Self::Insert => false,
        }
    }

    /// Whether its policies have `with check`: a condition on the row after the command.
    pub(crate) const fn checks_row_after(self) -> bool {
        match self {
            Self::Insert | Self::Update => true,
            Self::Select | Self::Delete => false,
        }
    }
}
