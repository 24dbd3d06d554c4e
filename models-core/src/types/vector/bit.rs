//! Vectors of bits.

use std::fmt;
use std::str::FromStr;

use super::{MAX_BITS, VectorError, VectorKind, wrong_length};
use crate::schema::Type;
use crate::types::FieldType;

/// A vector of `N` bits: an embedding cut down to its signs, compared by
/// counting. PostgreSQL's `bit(N)`; an index takes at most 64,000.
///
/// ```
/// use models_core::types::BitVector;
/// let signs = BitVector::<3>::try_from(vec![true, false, true])?;
/// assert_eq!(signs.to_string(), "101");
/// assert_eq!(signs, "101".parse()?);
/// # Ok::<(), models_core::types::VectorError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BitVector<const N: u32>(Box<[u8]>);

impl<const N: u32> BitVector<N> {
    /// How many bits it has.
    pub const DIMENSIONS: u32 = N;
    const KIND: VectorKind = VectorKind::BitVector;

    /// Its bits from the first to the last, eight to a byte from the highest
    /// to the lowest; what is left of the last byte is zero.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The vector of these bits, as [`Self::as_bytes`] lays them out. What is
    /// left of the last byte is ignored.
    ///
    /// # Errors
    /// When there are not just as many bytes as `N` bits take.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VectorError> {
        if usize::try_from(N.div_ceil(8)) != Ok(bytes.len()) {
            let given = bytes.len().saturating_mul(8);
            return Err(VectorError::Dimensions { kind: Self::KIND, expected: N, given });
        }
        let mut bytes: Box<[u8]> = bytes.into();
        if let (Some(last), rest @ 1..) = (bytes.last_mut(), N % 8) {
            *last &= 0xff << (8 - rest);
        }
        Ok(Self(bytes))
    }

    /// Its bits from the first to the last.
    pub fn bits(&self) -> impl Iterator<Item = bool> + '_ {
        let bits = self.0.iter().flat_map(|byte| (0..8).map(move |at| byte & (0x80 >> at) != 0));
        (0..N).zip(bits).map(|(_, bit)| bit)
    }
}

impl<const N: u32> FieldType for BitVector<N> {
    const TYPE: Type = {
        assert!(N >= 1 && N <= MAX_BITS, "a BitVector has 1 to 83886080 bits");
        Type::BitVector(N)
    };
    type Value = Self;
    by_codecs!();
}

impl<const N: u32> TryFrom<&[bool]> for BitVector<N> {
    type Error = VectorError;

    /// The vector of these bits.
    ///
    /// # Errors
    /// When there are not `N` of them.
    fn try_from(bits: &[bool]) -> Result<Self, VectorError> {
        if let Some(error) = wrong_length(Self::KIND, N, bits.len()) {
            return Err(error);
        }
        let byte = |chunk: &[bool]| {
            (0..8).zip(chunk).fold(0, |byte, (at, bit)| byte | (u8::from(*bit) << (7 - at)))
        };
        Ok(Self(bits.chunks(8).map(byte).collect()))
    }
}

impl<const N: u32> TryFrom<Vec<bool>> for BitVector<N> {
    type Error = VectorError;

    fn try_from(bits: Vec<bool>) -> Result<Self, VectorError> {
        bits.as_slice().try_into()
    }
}

impl<const N: u32> fmt::Display for BitVector<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bits().try_for_each(|bit| f.write_str(if bit { "1" } else { "0" }))
    }
}

impl<const N: u32> fmt::Debug for BitVector<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BitVector({self})")
    }
}

impl<const N: u32> FromStr for BitVector<N> {
    type Err = VectorError;

    /// The vector that is written in `0` and `1`.
    ///
    /// # Errors
    /// When there are not `N` of them, or something else is among them.
    fn from_str(text: &str) -> Result<Self, VectorError> {
        let bit = |(index, found)| match found {
            '0' => Ok(false),
            '1' => Ok(true),
            _ => Err(VectorError::NotABit { index, found }),
        };
        text.chars().enumerate().map(bit).collect::<Result<Vec<_>, _>>()?.try_into()
    }
}

/// As a text of `0` and `1`.
#[cfg(feature = "serde")]
impl<const N: u32> serde::Serialize for BitVector<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de, const N: u32> serde::Deserialize<'de> for BitVector<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
