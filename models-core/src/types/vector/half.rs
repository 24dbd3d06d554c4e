//! Vectors of 16-bit floats.

use std::ops::Deref;

use super::half_float::round;
use super::{MAX_DIMENSIONS, VectorError, VectorKind, not_finite, wrong_length};
use crate::schema::Type;
use crate::types::FieldType;

/// A dense vector of `N` 16-bit floats: half the size of a
/// [`Vector`](super::Vector), and about three digits. `halfvec(N)` in pgvector.
///
/// Every number is rounded to the nearest that 16 bits can hold when the vector
/// is made, so that what is read back equals what was written; in memory it
/// stays an `f32`. `N` is 1 to 16,000; an index takes at most 4,000.
///
/// ```
/// use models_core::types::HalfVector;
/// let embedding = HalfVector::<2>::try_from(vec![0.1, 1000.5])?;
/// assert_eq!(embedding.as_slice(), [0.099_975_586, 1000.5]);
/// assert!(HalfVector::<1>::try_from(vec![65_520.0]).is_err());
/// # Ok::<(), models_core::types::VectorError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct HalfVector<const N: u32>(Box<[f32]>);

impl<const N: u32> HalfVector<N> {
    /// How many numbers it has.
    pub const DIMENSIONS: u32 = N;
    const KIND: VectorKind = VectorKind::HalfVector;

    /// Its numbers, rounded.
    #[must_use]
    pub fn as_slice(&self) -> &[f32] {
        &self.0
    }
}

impl<const N: u32> FieldType for HalfVector<N> {
    const TYPE: Type = {
        assert!(N >= 1 && N <= MAX_DIMENSIONS, "a HalfVector has 1 to 16000 dimensions");
        Type::HalfVector(N)
    };
    type Value = Self;
    by_codecs!();
}

impl<const N: u32> TryFrom<Vec<f32>> for HalfVector<N> {
    type Error = VectorError;

    /// The vector of these numbers, each rounded.
    ///
    /// # Errors
    /// When there are not `N` of them, or one is NaN, infinite or too large.
    fn try_from(mut values: Vec<f32>) -> Result<Self, VectorError> {
        let wrong = wrong_length(Self::KIND, N, values.len());
        if let Some(error) = wrong.or_else(|| not_finite(Self::KIND, &values)) {
            return Err(error);
        }
        for (index, value) in values.iter_mut().enumerate() {
            let rounded = round(*value);
            if !rounded.is_finite() {
                return Err(VectorError::TooLarge { index, value: *value });
            }
            *value = rounded;
        }
        Ok(Self(values.into_boxed_slice()))
    }
}

impl<const N: u32> TryFrom<&[f32]> for HalfVector<N> {
    type Error = VectorError;

    fn try_from(values: &[f32]) -> Result<Self, VectorError> {
        values.to_vec().try_into()
    }
}

impl<const N: u32> From<HalfVector<N>> for Vec<f32> {
    fn from(vector: HalfVector<N>) -> Self {
        vector.0.into_vec()
    }
}

impl<const N: u32> Deref for HalfVector<N> {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        &self.0
    }
}

impl<const N: u32> AsRef<[f32]> for HalfVector<N> {
    fn as_ref(&self) -> &[f32] {
        &self.0
    }
}

/// As a list of numbers.
#[cfg(feature = "serde")]
impl<const N: u32> serde::Serialize for HalfVector<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, const N: u32> serde::Deserialize<'de> for HalfVector<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = Vec::<f32>::deserialize(deserializer)?;
        values.try_into().map_err(serde::de::Error::custom)
    }
}
