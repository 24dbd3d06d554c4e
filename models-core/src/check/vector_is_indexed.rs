//! # `vector_is_indexed`
//!
//! A field that holds a vector has an index: `#[model(index(hnsw, cosine))]`.
//!
//! Without one, every nearest-neighbour query reads every row and computes
//! every distance: fine in a test with a hundred rows, seconds with a
//! million. A vector that is never searched, or only by a batch job, says so
//! with `allow(vector_is_indexed, reason = "..")`.

use super::Verdict;
use crate::types::FieldTypeInfo;

/// Refuses a vector; asked only of fields without a vector index.
#[must_use]
pub const fn vector_is_indexed(field: FieldTypeInfo) -> Verdict<'static> {
    if field.kind.dimensions().is_some() {
        return Some(
            "a vector without an index\n  why: every search would compute the distance to every row\n  fix: add `#[model(index(hnsw, cosine))]`, with the distance that your embeddings were trained for\n  convention: vector_is_indexed",
        );
    }
    None
}
