//! Indexes, and what no two rows may have in common.

use super::{Expr, List, Text};

/// An index.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Index {
    /// What is indexed, in order.
    pub parts: List<IndexPart>,
    /// How.
    pub method: Method,
    /// Fields that are stored beside the indexed ones.
    #[cfg_attr(feature = "serde", serde(default))]
    pub include: List<Text>,
    /// Only rows for which this is true.
    pub filter: Option<Expr>,
}

/// One field of an index.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct IndexPart {
    /// The field's Rust name.
    pub field: Text,
    /// From the largest to the smallest.
    #[cfg_attr(feature = "serde", serde(default))]
    pub descending: bool,
}

impl IndexPart {
    /// A field in ascending order.
    #[must_use]
    pub const fn new(field: &'static str) -> Self {
        Self { field: Text::Borrowed(field), descending: false }
    }
}

/// How an index finds its rows.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Method {
    /// A sorted tree.
    BTree,
    /// An inverted index, for arrays and JSON.
    Gin,
    /// A tree of bounding ranges.
    Gist,
    /// A navigable graph over vectors.
    Hnsw {
        /// How nearness is measured.
        distance: Distance,
        /// Connections of each node, 2 to 100; pgvector's own default when `None`.
        m: Option<u16>,
        /// Candidates while building, 4 to 1000 and at least `2 * m`.
        ef_construction: Option<u16>,
    },
    /// Lists of vectors around centres.
    IvfFlat {
        /// How nearness is measured.
        distance: Distance,
        /// How many lists, 1 to 32768.
        lists: Option<u16>,
    },
    /// Every vector is compared: Firestore's only kind. The query chooses the
    /// distance.
    Flat,
}

/// How far apart two vectors are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Distance {
    /// The angle between them.
    Cosine,
    /// The straight line.
    L2,
    /// The sum of the differences.
    L1,
    /// The (negative) inner product.
    InnerProduct,
    /// Bits that differ.
    Hamming,
    /// Bits that are not shared.
    Jaccard,
}

/// Fields that no two rows share.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Unique {
    /// The fields' Rust names, in the order of the index behind the constraint.
    pub fields: List<Text>,
    /// Only among rows for which this is true.
    pub filter: Option<Expr>,
    /// Two absent values count as the same.
    #[cfg_attr(feature = "serde", serde(default))]
    pub nulls_not_distinct: bool,
}

/// Rows that are equal in some fields, and whose ranges may then not overlap:
/// bookings of one room.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Exclusion {
    /// The fields' Rust names, the range last.
    pub fields: List<Text>,
    /// Only among rows for which this is true.
    pub filter: Option<Expr>,
}
