//! # `foreign_key_is_declared`
//!
//! A field that is called `*_id` and holds a UUID says what it refers to:
//! `#[model(references = Parent, on_delete = ..)]`.
//!
//! Without the foreign key nothing stops rows from referring to what does not
//! exist or no longer exists, nothing cleans up after a delete, and the index
//! that joins and policies need is missing too. The UUID of something that
//! another system keeps says so with `allow(foreign_key_is_declared, reason =
//! "..")`.

use super::Verdict;
use crate::types::FieldTypeInfo;

/// Refuses a UUID; called only for fields named `*_id` without `references`.
#[must_use]
pub const fn foreign_key_is_declared(field: FieldTypeInfo) -> Verdict<'static> {
    if field.kind.def().table_key {
        return Some(
            "this looks like a foreign key and refers to nothing\n  why: nothing would stop it from pointing to a row that is gone\n  fix: add `#[model(references = Parent, on_delete = cascade)]` with the parent's name\n  convention: foreign_key_is_declared",
        );
    }
    None
}
