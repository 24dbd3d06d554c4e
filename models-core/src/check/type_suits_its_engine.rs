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
use crate::schema::Type;
use crate::types::Facts;

/// Dimensions of a vector that Firestore keeps.
const DIMENSIONS: u32 = 2_048;

/// Refuses a field that one engine does not keep and that has to be there.
#[must_use]
pub const fn only_needs_an_option(field: Facts) -> Verdict<'static> {
    if field.nullable {
        return None;
    }
    Some(
        "a field that one engine alone keeps is no `Option`\n  why: what is read from the other one has no value for it\n  fix: write `Option<..>`\n  convention: type_suits_its_engine",
    )
}

/// Refuses a type that the table, or the document, cannot keep.
#[must_use]
pub const fn type_suits_its_engine(field: Facts, column: bool, document: bool) -> Verdict<'static> {
    if column
        && (matches!(field.kind, Type::Map(_))
            || matches!(holds(field), Type::Reference | Type::GeoPoint | Type::Map(_)))
    {
        return Some(
            "PostgreSQL has no column for this type\n  why: it is one of Firestore's own\n  fix: `only = firestore` where the model has a collection too; a map is a `Json<BTreeMap<..>>` in a table\n  convention: type_suits_its_engine",
        );
    }
    if !document {
        return None;
    }
    match holds(field) {
        Type::LocalTimestamp => Some(
            "Firestore has no value for a time without a zone\n  why: it keeps moments only\n  fix: write `DateTime<Utc>`\n  convention: type_suits_its_engine",
        ),
        Type::SparseVector(_) | Type::BitVector(_) => Some(
            "Firestore keeps no sparse vectors and no vectors of bits\n  why: its vectors are lists of 64-bit floats\n  fix: a `Vector`, or `only = postgres` where the model has a table too\n  convention: type_suits_its_engine",
        ),
        Type::Vector(n) | Type::HalfVector(n) if *n > DIMENSIONS => Some(
            "too many dimensions for Firestore\n  why: it keeps vectors of up to 2,048\n  fix: a shorter embedding, or `only = postgres` where the model has a table too\n  convention: type_suits_its_engine",
        ),
        _ => None,
    }
}
