//! Vectors that are mostly zero.

use super::{
    MAX_SPARSE_DIMENSIONS, MAX_SPARSE_ENTRIES, VectorError, VectorKind, not_finite, wrong_length,
};
use crate::schema::Type;
use crate::types::FieldType;

/// A vector of `N` 32-bit floats, most of them zero: word weights. Only the
/// others are kept, at most 16,000. `sparsevec(N)` in pgvector.
///
/// `N` is 1 to 1,000,000,000; an index takes at most 1,000 entries.
///
/// ```
/// use models_core::types::SparseVector;
/// let words = SparseVector::<30_000>::from_entries([(17, 0.5), (4, 2.0), (5, 0.0)])?;
/// assert_eq!(words.indices(), [4, 17]);
/// assert_eq!(words.values(), [2.0, 0.5]);
/// assert_eq!(words, SparseVector::try_from(words.to_dense())?);
/// # Ok::<(), models_core::types::VectorError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SparseVector<const N: u32> {
    indices: Box<[u32]>,
    values: Box<[f32]>,
}

impl<const N: u32> SparseVector<N> {
    /// How many numbers it has, zeros included.
    pub const DIMENSIONS: u32 = N;
    const KIND: VectorKind = VectorKind::SparseVector;

    /// The vector with these numbers at these indices, counted from 0, and
    /// zero everywhere else. The order does not matter; zeros are dropped.
    ///
    /// # Errors
    /// When an index is `N` or more, or given twice, when a number is NaN or
    /// infinite, and when more than 16,000 are not zero.
    pub fn from_entries(
        entries: impl IntoIterator<Item = (u32, f32)>,
    ) -> Result<Self, VectorError> {
        let mut entries: Vec<_> = entries.into_iter().filter(|(_, value)| *value != 0.0).collect();
        entries.sort_unstable_by_key(|(index, _)| *index);
        if entries.len() > MAX_SPARSE_ENTRIES {
            return Err(VectorError::TooManyEntries { given: entries.len() });
        }
        if let Some(&(index, _)) = entries.last()
            && index >= N
        {
            return Err(VectorError::IndexOutOfRange { index, dimensions: N });
        }
        let twice = entries.array_windows().find(|[(a, _), (b, _)]| a == b);
        if let Some([(index, _), _]) = twice {
            return Err(VectorError::DuplicateIndex { index: *index });
        }
        let (indices, values): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        match not_finite_at(&indices, &values) {
            Some(error) => Err(error),
            None => Ok(Self { indices: indices.into(), values: values.into() }),
        }
    }

    /// Where the numbers are that are not zero: counted from 0, ascending.
    #[must_use]
    pub fn indices(&self) -> &[u32] {
        &self.indices
    }

    /// The numbers that are not zero, in the order of [`Self::indices`].
    #[must_use]
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// All `N` numbers.
    #[must_use]
    pub fn to_dense(&self) -> Vec<f32> {
        let mut next = self.indices.iter().zip(&self.values).peekable();
        let value = |at| next.next_if(|(index, _)| **index == at).map_or(0.0, |(_, value)| *value);
        (0..N).map(value).collect()
    }
}

/// The first number that is NaN or infinite, named by its place in the vector.
fn not_finite_at(indices: &[u32], values: &[f32]) -> Option<VectorError> {
    let (&index, &value) = indices.iter().zip(values).find(|(_, value)| !value.is_finite())?;
    let index = usize::try_from(index).unwrap_or(usize::MAX);
    Some(VectorError::NotFinite { kind: VectorKind::SparseVector, index, value })
}

impl<const N: u32> FieldType for SparseVector<N> {
    const TYPE: Type = {
        assert!(
            N >= 1 && N <= MAX_SPARSE_DIMENSIONS,
            "a SparseVector has 1 to 1000000000 dimensions"
        );
        Type::SparseVector(N)
    };
    type Value = Self;
    by_codecs!();
}

impl<const N: u32> TryFrom<&[f32]> for SparseVector<N> {
    type Error = VectorError;

    /// The vector of these numbers, zeros included.
    ///
    /// # Errors
    /// When there are not `N` of them, one is NaN or infinite, or more than
    /// 16,000 are not zero.
    fn try_from(dense: &[f32]) -> Result<Self, VectorError> {
        let wrong = wrong_length(Self::KIND, N, dense.len());
        match wrong.or_else(|| not_finite(Self::KIND, dense)) {
            Some(error) => Err(error),
            None => Self::from_entries((0..N).zip(dense.iter().copied())),
        }
    }
}

impl<const N: u32> TryFrom<Vec<f32>> for SparseVector<N> {
    type Error = VectorError;

    fn try_from(dense: Vec<f32>) -> Result<Self, VectorError> {
        dense.as_slice().try_into()
    }
}

/// As a list of pairs: index and number.
#[cfg(feature = "serde")]
impl<const N: u32> serde::Serialize for SparseVector<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.indices.iter().zip(&self.values))
    }
}

#[cfg(feature = "serde")]
impl<'de, const N: u32> serde::Deserialize<'de> for SparseVector<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries = Vec::<(u32, f32)>::deserialize(deserializer)?;
        Self::from_entries(entries).map_err(serde::de::Error::custom)
    }
}
