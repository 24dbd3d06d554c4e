//! # `table_id_is_uuid`
//!
//! The key of a table is a UUID: `Id<Model>`, or the `Id<Parent>` of a
//! one-to-one.
//!
//! A number that counts up tells strangers how many rows there are and lets
//! them walk through all of them, cannot be made by a client that is offline,
//! and collides when two databases are joined. UUIDs of version 7 sort by
//! time, so they keep the locality that counting up had.
//!
//! A table whose key is given from outside, such as a country's code, says so
//! with `allow(table_id_is_uuid, reason = "..")`; then no key is made for it.

use super::Verdict;
use crate::types::FieldTypeInfo;

/// Refuses a key that is not a UUID, or that may be absent.
#[must_use]
pub const fn table_id_is_uuid(field: FieldTypeInfo) -> Verdict<'static> {
    if field.nullable {
        return Some(
            "the id of a table is an `Option`\n  why: a row without a key cannot be changed, deleted or referred to\n  fix: leave `Option` out\n  convention: table_id_is_uuid",
        );
    }
    if !field.kind.def().table_key {
        return Some(
            "the id of a table is not a UUID\n  why: numbers that count up can be guessed, and collide when data is merged\n  fix: write `Id<..>` with the name of this struct\n  convention: table_id_is_uuid",
        );
    }
    None
}
