//! # `table_id_is_uuid`
//!
//! The key of a table is a UUID: `Id<Model>`, or the `Id<Parent>` of a
//! one-to-one.
//!
//! A number that counts up tells strangers how many rows there are and lets
//! them walk through all of them, cannot be made by a client that is offline,
//! and collides when two databases are joined. UUIDs of version 7 sort by
//! time, so they keep the locality that counting up had.

use super::type_of;
use crate::schema::Type;
use crate::types::FieldType;

/// Refuses a key that is no UUID, or may be absent.
#[track_caller]
pub const fn table_id_is_uuid<T: FieldType>() {
    if !matches!(type_of::<T>(), Type::Uuid) || T::NULLABLE {
        panic!(
            "the id of a table is not a UUID\n  why: numbers that count up can be guessed, and collide when data is merged\n  fix: write `pub id: Id<Self>` with the model's name for `Self`\n  convention: table_id_is_uuid"
        );
    }
}
