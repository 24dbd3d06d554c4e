//! # `has_created_at`
//!
//! It is a `DateTime<Utc>`: not optional, because every row was made at some
//! time, and not a date, because rows are sorted by it.

use super::Verdict;
use crate::schema::ValueClass;
use crate::types::FieldTypeInfo;

/// Refuses a `created_at` that is not a moment.
#[must_use]
pub const fn has_created_at(field: FieldTypeInfo) -> Verdict<'static> {
    if !matches!(field.kind.class(), ValueClass::Moment) || field.nullable {
        return Some(
            "`created_at` is not a `DateTime<Utc>`\n  why: the server writes the moment of making into it, in every row\n  fix: write `pub created_at: DateTime<Utc>`\n  convention: has_created_at",
        );
    }
    None
}
