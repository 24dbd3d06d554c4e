//! # `set_null_needs_an_option`
//!
//! `on_delete = set_null` stands on an `Option`.
//!
//! The column of any other type is `NOT NULL`: deleting the parent would fail
//! at run time, with an error that names neither the parent nor the rule.

use super::Verdict;
use crate::types::FieldTypeInfo;

/// Refuses a type that cannot be absent; called only for `set_null`.
#[must_use]
pub const fn set_null_needs_an_option(field: FieldTypeInfo) -> Verdict<'static> {
    if !field.nullable {
        return Some(
            "`on_delete = set_null` on a field that cannot be absent\n  why: every delete of the parent would fail\n  fix: make the field an `Option<..>`, or write `on_delete = cascade` or `restrict`\n  convention: set_null_needs_an_option",
        );
    }
    None
}
