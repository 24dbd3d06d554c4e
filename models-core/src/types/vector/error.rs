//! Why a list of numbers is not a vector.

use std::error::Error;
use std::fmt;

/// The kind of a vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VectorKind {
    /// [`Vector`](super::Vector)
    Vector,
    /// [`HalfVector`](super::HalfVector)
    HalfVector,
    /// [`SparseVector`](super::SparseVector)
    SparseVector,
    /// [`BitVector`](super::BitVector)
    BitVector,
}

impl fmt::Display for VectorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Vector => "Vector",
            Self::HalfVector => "HalfVector",
            Self::SparseVector => "SparseVector",
            Self::BitVector => "BitVector",
        })
    }
}

/// Why a list of numbers is not a vector of this type.
///
/// ```
/// use models_core::types::Vector;
/// let error = Vector::<3>::try_from(vec![1.0]).unwrap_err();
/// assert_eq!(error.to_string(), "a Vector<3> has 3 dimensions, but 1 was given");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum VectorError {
    /// It has another length than the type says.
    Dimensions {
        /// What was to be made.
        kind: VectorKind,
        /// The length that the type says.
        expected: u32,
        /// The length of the list.
        given: usize,
    },
    /// A number is NaN or infinite: nothing is near it.
    NotFinite {
        /// What was to be made.
        kind: VectorKind,
        /// Where it is, counted from 0.
        index: usize,
        /// The number.
        value: f32,
    },
    /// A number is too large for a float of 16 bits, whose largest is 65504.
    TooLarge {
        /// Where it is, counted from 0.
        index: usize,
        /// The number.
        value: f32,
    },
    /// A sparse vector stores more entries than 16,000.
    TooManyEntries {
        /// How many are not zero.
        given: usize,
    },
    /// An entry of a sparse vector lies outside of it.
    IndexOutOfRange {
        /// Where it should be, counted from 0.
        index: u32,
        /// The length that the type says.
        dimensions: u32,
    },
    /// Two entries of a sparse vector lie at the same place.
    DuplicateIndex {
        /// The place, counted from 0.
        index: u32,
    },
    /// A text that should be bits holds something else than `0` and `1`.
    NotABit {
        /// Where it is, counted from 0.
        index: usize,
        /// What is there.
        found: char,
    },
}

impl fmt::Display for VectorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dimensions { kind, expected, given } => {
                let were = if *given == 1 { "was" } else { "were" };
                write!(
                    f,
                    "a {kind}<{expected}> has {expected} dimensions, but {given} {were} given"
                )
            }
            Self::NotFinite { kind, index, value } => {
                write!(f, "a {kind} holds finite numbers, but [{index}] is {value}")
            }
            Self::TooLarge { index, value } => write!(
                f,
                "a HalfVector holds numbers from -65504 to 65504, but [{index}] is {value}"
            ),
            Self::TooManyEntries { given } => write!(
                f,
                "a SparseVector stores at most 16000 numbers that are not zero, but {given} were given"
            ),
            Self::IndexOutOfRange { index, dimensions } => write!(
                f,
                "a SparseVector<{dimensions}> has the indices 0 to {}, but {index} was given",
                dimensions.saturating_sub(1)
            ),
            Self::DuplicateIndex { index } => {
                write!(f, "a SparseVector has one number at each index, but [{index}] has two")
            }
            Self::NotABit { index, found } => {
                write!(f, "a BitVector is written in 0 and 1, but [{index}] is {found:?}")
            }
        }
    }
}

impl Error for VectorError {}
