//! # `vector_fits_its_index`
//!
//! The method of an index suits the type of the field, and the dimensions fit.
//!
//! HNSW and IVFFlat index vectors: up to 2,000 dimensions of a `Vector`,
//! 4,000 of a `HalfVector`, 64,000 of a `BitVector`; a `SparseVector` takes
//! HNSW only. `hamming` and `jaccard` are distances of bits, the others are
//! not; IVFFlat knows no `l1`, and of bits only `hamming`. GIN indexes lists
//! and JSON. Everything else takes a tree. (Limits: pgvector 0.8.)

use super::type_of;
use crate::schema::{Distance, Method, Type};
use crate::types::FieldType;

/// Refuses an index that the database would refuse.
#[track_caller]
pub const fn vector_fits_its_index<T: FieldType>(method: &Method) {
    let kind = type_of::<T>();
    match method {
        Method::BTree => {
            if kind.dimensions().is_some() {
                panic!(
                    "a tree over a vector\n  why: vectors have no order that a search could follow\n  fix: write `index(hnsw, cosine)`\n  convention: vector_fits_its_index"
                );
            }
            if matches!(kind, Type::Json) {
                panic!(
                    "a tree over JSON\n  why: it serves equality of whole documents only\n  fix: write `index(gin)`\n  convention: vector_fits_its_index"
                );
            }
        }
        Method::Gin => {
            if !matches!(kind, Type::Json | Type::Array(_)) {
                panic!(
                    "GIN indexes lists and JSON\n  why: this type has nothing inside that could be looked up\n  fix: write `index`\n  convention: vector_fits_its_index"
                );
            }
        }
        Method::Hnsw { distance, .. } => vector(kind, *distance, false),
        Method::IvfFlat { distance, .. } => vector(kind, *distance, true),
    }
}

#[track_caller]
const fn vector(kind: &Type, distance: Distance, flat: bool) {
    let limit = match kind {
        Type::Vector(_) => 2_000,
        Type::HalfVector(_) => 4_000,
        Type::BitVector(_) => 64_000,
        // Dimensions are not limited, non-zero elements are (1,000).
        Type::SparseVector(_) => u32::MAX,
        _ => panic!(
            "this index is for vectors\n  why: only `Vector`, `HalfVector`, `SparseVector` and `BitVector` have a distance\n  fix: write `index`\n  convention: vector_fits_its_index"
        ),
    };
    if let Some(dimensions) = kind.dimensions()
        && dimensions > limit
    {
        panic!(
            "too many dimensions for an index\n  why: pgvector indexes up to 2,000 of a `Vector`, 4,000 of a `HalfVector`, 64,000 of a `BitVector`\n  fix: write `HalfVector<N>`, or shorten the embedding\n  convention: vector_fits_its_index"
        );
    }
    let of_bits = matches!(distance, Distance::Hamming | Distance::Jaccard);
    if of_bits != matches!(kind, Type::BitVector(_)) {
        panic!(
            "this distance is not one of this type\n  why: `hamming` and `jaccard` compare bits, `cosine`, `l2`, `l1` and `inner_product` numbers\n  fix: `hamming` or `jaccard` for a `BitVector`, one of the others for the rest\n  convention: vector_fits_its_index"
        );
    }
    if flat && matches!(kind, Type::SparseVector(_)) {
        panic!(
            "IVFFlat does not index sparse vectors\n  fix: write `index(hnsw, ..)`\n  convention: vector_fits_its_index"
        );
    }
    if flat && matches!(distance, Distance::L1 | Distance::Jaccard) {
        panic!(
            "IVFFlat does not know this distance\n  fix: write `index(hnsw, ..)`, or `l2`, `cosine`, `inner_product` or `hamming`\n  convention: vector_fits_its_index"
        );
    }
}
