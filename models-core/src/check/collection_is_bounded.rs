//! # `collection_is_bounded`
//!
//! A list or a map says how many entries it may have:
//! `#[validate(items(max = 20))]`.
//!
//! A list that grows without an end is read and written as a whole each time:
//! every append costs more than the one before, two writers overwrite each
//! other, and a document is full at one megabyte. What has no bound is rows of
//! their own.

use super::Verdict;
use crate::types::FieldTypeInfo;

/// Refuses a list or map that no rule bounds.
#[must_use]
pub const fn collection_is_bounded(field: FieldTypeInfo, items: bool) -> Verdict<'static> {
    if !items && field.kind.def().rules.items {
        return Some(
            "a list or map without a bound\n  why: it is read and written as a whole, however long it grows\n  fix: add `#[validate(items(max = 20))]`, or keep rows of their own in another model\n  convention: collection_is_bounded",
        );
    }
    None
}
