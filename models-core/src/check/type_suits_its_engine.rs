//! # `type_suits_its_engine`
//!
//! The type of a field is one that the engine of its model keeps exactly.
//!
//! A table has no column type for a `GeoPoint`, a `DocRef` or a map; `Json<..>`
//! holds the last. A document has no value for a `NaiveDateTime`, an IP network
//! of its own, a `SparseVector` or a `BitVector`, and keeps vectors of up to
//! 2,048 dimensions. (Limits: Firestore's documentation, 2026.) In a model that
//! both keep, `only = postgres` or `only = firestore` keeps a field out of the
//! other one.

use super::{Verdict, holds};
use crate::schema::Support;
use crate::types::FieldTypeInfo;

/// The most dimensions of a vector in Firestore.
const DIMENSIONS: u32 = 2_048;

/// Refuses a field that only one engine stores and that is not an `Option`.
#[must_use]
pub const fn only_needs_an_option(field: FieldTypeInfo) -> Verdict<'static> {
    if field.nullable {
        return None;
    }
    Some(
        "a field that only one engine stores is not an `Option`\n  why: what is read from the other one has no value for it\n  fix: write `Option<..>`\n  convention: type_suits_its_engine",
    )
}

/// Refuses a type that the table, or the document, cannot store.
#[must_use]
pub const fn type_suits_its_engine(
    field: FieldTypeInfo,
    column: bool,
    document: bool,
) -> Verdict<'static> {
    let held = holds(field);
    if column {
        if let Support::Refused(message) = field.kind.def().column {
            return Some(message);
        }
        if let Support::Refused(message) = held.def().column {
            return Some(message);
        }
    }
    if !document {
        return None;
    }
    if let Support::Refused(message) = held.def().document {
        return Some(message);
    }
    match held.dimensions() {
        Some(n) if n > DIMENSIONS => Some(
            "too many dimensions for Firestore\n  why: it keeps vectors of up to 2,048\n  fix: a shorter embedding, or `only = postgres` where the model has a table too\n  convention: type_suits_its_engine",
        ),
        Some(_) | None => None,
    }
}
