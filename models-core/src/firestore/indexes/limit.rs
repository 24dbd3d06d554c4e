//! What Firestore allows at most: its documentation, "Quotas and limits", 2026.

use std::fmt;

use super::Billing;

/// Dimensions of a vector that an index holds.
pub(crate) const MAX_DIMENSIONS: u32 = 2_048;

/// Bytes of a value that an index holds; what is longer is cut there.
pub(crate) const MAX_TEXT_BYTES: u32 = 1_500;

/// What Firestore limits the number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexLimit {
    /// Composite indexes of a database.
    CompositeIndexes(Billing),
    /// Fields of a database that are configured one by one.
    FieldOverrides(Billing),
    /// Fields of an index.
    FieldsOfAnIndex,
}

impl IndexLimit {
    /// The most that there may be.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::CompositeIndexes(billing) | Self::FieldOverrides(billing) => match billing {
                Billing::Disabled => 200,
                Billing::Enabled => 1_000,
            },
            Self::FieldsOfAnIndex => 100,
        }
    }
}

impl fmt::Display for IndexLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, billing) = match self {
            Self::CompositeIndexes(billing) => ("composite indexes", Some(billing)),
            Self::FieldOverrides(billing) => ("fields with settings of their own", Some(billing)),
            Self::FieldsOfAnIndex => ("fields of one index", None),
        };
        f.write_str(what)?;
        match billing {
            Some(Billing::Disabled) => f.write_str(" (without billing)"),
            Some(Billing::Enabled) | None => Ok(()),
        }
    }
}
