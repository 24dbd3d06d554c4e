//! Vectors for searching by nearness, as pgvector stores them.
//!
//! The length is part of the type and checked when a value is made, so a
//! vector that exists fits its column: no length, no NaN and no infinity is
//! left for the database to refuse.

mod bit;
#[cfg(any(feature = "sqlx", feature = "firestore"))]
mod codecs;
mod dense;
mod error;
mod half;
mod half_float;
#[cfg(feature = "pgvector")]
mod pgvector;
mod sparse;

pub use bit::BitVector;
pub use dense::Vector;
pub use error::{VectorError, VectorKind};
pub use half::HalfVector;
pub use sparse::SparseVector;

/// pgvector's limits: the dimensions of a vector, dense and sparse, and the
/// entries that a sparse one may store (`VECTOR_MAX_DIM`, `HALFVEC_MAX_DIM`,
/// `SPARSEVEC_MAX_DIM`, `SPARSEVEC_MAX_NNZ`).
pub(super) const MAX_DIMENSIONS: u32 = 16_000;
pub(super) const MAX_SPARSE_DIMENSIONS: u32 = 1_000_000_000;
pub(super) const MAX_SPARSE_ENTRIES: usize = 16_000;
/// PostgreSQL's limit on `bit(n)`.
pub(super) const MAX_BITS: u32 = 83_886_080;

/// The error of a list that is not as long as the type says.
fn wrong_length(kind: VectorKind, expected: u32, given: usize) -> Option<VectorError> {
    (usize::try_from(expected) != Ok(given)).then_some(VectorError::Dimensions {
        kind,
        expected,
        given,
    })
}

/// The first value that is NaN or infinite.
fn not_finite(kind: VectorKind, values: &[f32]) -> Option<VectorError> {
    let (index, value) = values.iter().copied().enumerate().find(|(_, v)| !v.is_finite())?;
    Some(VectorError::NotFinite { kind, index, value })
}
