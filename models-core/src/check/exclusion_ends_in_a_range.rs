//! # `exclusion_ends_in_a_range`
//!
//! The last field of `exclude(..)` is a `Range`, and the others are compared
//! with `=`.
//!
//! `exclude(room_id, during)` refuses a second row with the same `room_id` whose
//! `during` overlaps. Without a range it would be a `unique(..)`; JSON, lists and
//! vectors are not compared with `=` by the index behind the constraint.

use super::Verdict;
use crate::schema::GistDef;
use crate::types::FieldTypeInfo;

/// Refuses an exclusion that PostgreSQL would refuse, or that says less than it
/// seems to.
#[must_use]
pub const fn exclusion_ends_in_a_range(field: FieldTypeInfo, is_last: bool) -> Verdict<'static> {
    let gist = match field.kind.column() {
        Some(column) => column.gist,
        None => GistDef::None,
    };
    match (gist, is_last) {
        (GistDef::Overlap, true) | (GistDef::Equality, false) => None,
        (GistDef::None | GistDef::Equality, true) => Some(
            "the last field of `exclude(..)` is not a range\n  why: only ranges overlap\n  fix: end with a field of type `Range<..>`; what is only equal is `unique(..)`\n  convention: exclusion_ends_in_a_range",
        ),
        (GistDef::Overlap, false) => Some(
            "a range before the last field of `exclude(..)`\n  why: the fields before the last are compared with `=`\n  fix: put it last, and another range into an `exclude(..)` of its own\n  convention: exclusion_ends_in_a_range",
        ),
        (GistDef::None, false) => Some(
            "a field of this type cannot be part of `exclude(..)`\n  why: the index behind it cannot compare JSON, lists and vectors\n  fix: name a field with a key, a number, a text or a moment\n  convention: exclusion_ends_in_a_range",
        ),
    }
}
