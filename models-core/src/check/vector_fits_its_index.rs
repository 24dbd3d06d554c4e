//! # `vector_fits_its_index`
//!
//! The method of an index suits the type of the field, and the dimensions fit.
//!
//! HNSW and IVFFlat index vectors: up to 2,000 dimensions of a `Vector`,
//! 4,000 of a `HalfVector`, 64,000 of a `BitVector`; a `SparseVector` takes
//! HNSW only. `hamming` and `jaccard` are distances of bits, the others are
//! not; IVFFlat knows no `l1`, and of bits only `hamming`. GIN indexes lists
//! and JSON. Everything else takes a tree. (Limits: pgvector 0.8.) Firestore's
//! `flat` indexes a `Vector` or a `HalfVector`.
//!
//! The database would refuse most of these when the script runs; a tree over
//! JSON it would build, for comparing whole documents only.

use super::Verdict;
use crate::schema::{ColumnTypeDef, Distance, DocumentForm, GistDef, Method, Type, ValueClass};
use crate::types::FieldTypeInfo;

/// Refuses an index that the database would refuse.
#[must_use]
pub const fn vector_fits_its_index(field: FieldTypeInfo, method: &Method) -> Verdict<'static> {
    match method {
        Method::BTree if field.kind.dimensions().is_some() => Some(
            "a tree over a vector\n  why: vectors have no order that a search could follow\n  fix: write `index(hnsw, cosine)`, with the distance that your embeddings were trained for\n  convention: vector_fits_its_index",
        ),
        Method::BTree if matches!(field.kind.class(), ValueClass::Json) => Some(
            "a tree over JSON\n  why: it serves nothing but comparing whole documents\n  fix: write `index(gin)`\n  convention: vector_fits_its_index",
        ),
        Method::Gin if !has_parts(field.kind) => Some(
            "GIN over a value that has no parts\n  why: it files the elements of a list and the keys of JSON\n  fix: write `index`\n  convention: vector_fits_its_index",
        ),
        Method::Gist if !is_range(field.kind) => Some(
            "GiST over a value that is not a range\n  why: it finds what overlaps, and only a `Range` does\n  fix: write `index`\n  convention: vector_fits_its_index",
        ),
        Method::BTree if is_range(field.kind) => Some(
            "a tree over a range\n  why: it could not find what overlaps\n  fix: write `index(gist)`\n  convention: vector_fits_its_index",
        ),
        Method::Hnsw { distance, .. } => vector(field.kind, *distance, false),
        Method::IvfFlat { distance, .. } => vector(field.kind, *distance, true),
        Method::Flat if !is_vector_of_documents(field.kind) => Some(
            "a `flat` index over something else than a vector\n  why: Firestore measures distances between a `Vector` or a `HalfVector` and another\n  fix: leave the index out: Firestore indexes every single field by itself\n  convention: vector_fits_its_index",
        ),
        Method::BTree | Method::Gin | Method::Gist | Method::Flat => None,
    }
}

const fn has_parts(kind: &Type) -> bool {
    match kind.column() {
        Some(column) => column.gin,
        None => false,
    }
}

const fn is_range(kind: &Type) -> bool {
    match kind.column() {
        Some(column) => matches!(column.gist, GistDef::Overlap),
        None => false,
    }
}

/// Whether a document has it as a vector.
pub(super) const fn is_vector_of_documents(kind: &Type) -> bool {
    matches!(kind.form(), Some(DocumentForm::Vector))
}

const fn vector(kind: &Type, distance: Distance, flat: bool) -> Verdict<'static> {
    let Some(ColumnTypeDef { nearest: Some(nearest), .. }) = kind.column() else {
        return Some(
            "an index of vectors over something else\n  why: only `Vector`, `HalfVector`, `SparseVector` and `BitVector` have a distance\n  fix: write `index`\n  convention: vector_fits_its_index",
        );
    };
    if let Some(dimensions) = kind.dimensions()
        && dimensions > nearest.dimensions
    {
        return Some(
            "too many dimensions for an index\n  why: pgvector indexes up to 2,000 of a `Vector`, 4,000 of a `HalfVector`, 64,000 of a `BitVector`\n  fix: a `HalfVector`, or a shorter embedding\n  convention: vector_fits_its_index",
        );
    }
    let of_bits = matches!(distance, Distance::Hamming | Distance::Jaccard);
    if of_bits != nearest.bits {
        return Some(
            "a distance that this type of vector does not have\n  why: `hamming` and `jaccard` compare bits; `cosine`, `l2`, `l1` and `inner_product` compare numbers\n  fix: `hamming` or `jaccard` for a `BitVector`, one of the others for the rest\n  convention: vector_fits_its_index",
        );
    }
    if flat && !nearest.ivfflat {
        return Some(
            "IVFFlat over a sparse vector\n  why: pgvector indexes these with HNSW only\n  fix: write `hnsw` for `ivfflat`\n  convention: vector_fits_its_index",
        );
    }
    if flat && matches!(distance, Distance::L1 | Distance::Jaccard) {
        return Some(
            "a distance that IVFFlat does not know\n  why: pgvector has `l2`, `cosine` and `inner_product` for it, and `hamming` for bits\n  fix: write `hnsw` for `ivfflat`, or one of these distances\n  convention: vector_fits_its_index",
        );
    }
    None
}
