//! Vectors of 32-bit floats.

use std::ops::Deref;

use super::{MAX_DIMENSIONS, VectorError, VectorKind, not_finite, wrong_length};
use crate::schema::Type;
use crate::types::FieldType;

/// A dense vector of `N` 32-bit floats: an embedding. `vector(N)` in pgvector.
///
/// It reads as a slice. `N` is 1 to 16,000; an index takes at most 2,000.
///
/// ```
/// use models_core::types::Vector;
/// let embedding = Vector::<3>::try_from(vec![0.5, -1.0, 2.0])?;
/// assert_eq!(embedding.iter().sum::<f32>(), 1.5);
/// assert!(Vector::<3>::try_from(vec![f32::NAN, 0.0, 0.0]).is_err());
/// # Ok::<(), models_core::types::VectorError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Vector<const N: u32>(Box<[f32]>);

impl<const N: u32> Vector<N> {
    /// How many numbers it has.
    pub const DIMENSIONS: u32 = N;
    const KIND: VectorKind = VectorKind::Vector;

    /// Its numbers.
    #[must_use]
    pub fn as_slice(&self) -> &[f32] {
        &self.0
    }
}

impl<const N: u32> FieldType for Vector<N> {
    const TYPE: Type = {
        assert!(N >= 1 && N <= MAX_DIMENSIONS, "a Vector has 1 to 16000 dimensions");
        Type::Vector(N)
    };
    type Value = Self;
    by_codecs!();
}

impl<const N: u32> TryFrom<Vec<f32>> for Vector<N> {
    type Error = VectorError;

    /// The vector of these numbers.
    ///
    /// # Errors
    /// When there are not `N` of them, or one is NaN or infinite.
    fn try_from(values: Vec<f32>) -> Result<Self, VectorError> {
        let wrong = wrong_length(Self::KIND, N, values.len());
        match wrong.or_else(|| not_finite(Self::KIND, &values)) {
            Some(error) => Err(error),
            None => Ok(Self(values.into_boxed_slice())),
        }
    }
}

impl<const N: u32> TryFrom<&[f32]> for Vector<N> {
    type Error = VectorError;

    fn try_from(values: &[f32]) -> Result<Self, VectorError> {
        values.to_vec().try_into()
    }
}

impl<const N: u32> From<Vector<N>> for Vec<f32> {
    fn from(vector: Vector<N>) -> Self {
        vector.0.into_vec()
    }
}

impl<const N: u32> Deref for Vector<N> {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        &self.0
    }
}

impl<const N: u32> AsRef<[f32]> for Vector<N> {
    fn as_ref(&self) -> &[f32] {
        &self.0
    }
}

/// As a list of numbers.
#[cfg(feature = "serde")]
impl<const N: u32> serde::Serialize for Vector<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, const N: u32> serde::Deserialize<'de> for Vector<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = Vec::<f32>::deserialize(deserializer)?;
        values.try_into().map_err(serde::de::Error::custom)
    }
}
