//! # `has_updated_at`
//!
//! It is a `DateTime<Utc>` and not optional: a row that was never changed was
//! last changed when it was made.

use super::Verdict;
use crate::schema::ValueClass;
use crate::types::FieldTypeInfo;

/// Refuses an `updated_at` that is not a moment.
#[must_use]
pub const fn has_updated_at(field: FieldTypeInfo) -> Verdict<'static> {
    if !matches!(field.kind.class(), ValueClass::Moment) || field.nullable {
        return Some(
            "`updated_at` is not a `DateTime<Utc>`\n  why: the server writes the moment of the last change into it, in every row\n  fix: write `pub updated_at: DateTime<Utc>`\n  convention: has_updated_at",
        );
    }
    None
}
