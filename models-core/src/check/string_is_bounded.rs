//! # `string_is_bounded`
//!
//! A text says how long it may be: `#[validate(length(max = 200))]`, or another
//! rule that bounds it (`one_of`, `email`, `url`, a `pattern` with an end). The
//! texts in a list say so with `each(length(max = ..))`, those in a map with
//! `keys(..)` and `values(..)`.
//!
//! Without a bound every client can store megabytes: pages that show the text
//! break, an index on it refuses the row (2,704 bytes in a B-tree), and a
//! document has a megabyte for all of its fields. The bound is a CHECK
//! constraint, a condition of the rules, and part of `validate()`.

use super::Verdict;
use crate::schema::TypeParameter;
use crate::types::FieldTypeInfo;

/// Refuses a text that no rule bounds, alone or in a list or map.
#[must_use]
pub const fn string_is_bounded(field: FieldTypeInfo, text: bool, parts: bool) -> Verdict<'static> {
    match field.kind.parameter() {
        TypeParameter::None if !text && field.kind.def().unbounded => Some(
            "a text of any length\n  why: a client could store megabytes in it\n  fix: add `#[validate(length(max = 200))]`, with a length that fits\n  convention: string_is_bounded",
        ),
        TypeParameter::Elements(element) if !parts && element.def().unbounded => Some(
            "a list of texts of any length\n  why: a client could store megabytes in each\n  fix: add `#[validate(each(length(max = 30)))]`, with a length that fits\n  convention: string_is_bounded",
        ),
        TypeParameter::Values(value) if !parts && value.def().unbounded => Some(
            "a map of texts of any length\n  why: a client could store megabytes in each\n  fix: add `#[validate(keys(length(max = 30)), values(length(max = 100)))]`\n  convention: string_is_bounded",
        ),
        _ => None,
    }
}
