//! Declared indexes and unique constraints.

use syn::Ident;

use super::{Engine, Expr, Located, Model};
use crate::diagnostic::Extent;

/// `index(..)`, on the struct or on a field.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    pub(crate) parts: Vec<IndexPart>,
    pub(crate) method: Method,
    pub(crate) include: Vec<Ident>,
    pub(crate) filter: Option<Expr>,
    /// The one engine that it is for.
    pub(crate) only: Option<Located<Engine>>,
    pub(crate) at: Extent,
}

#[derive(Clone, Debug)]
pub(crate) struct IndexPart {
    pub(crate) field: Ident,
    pub(crate) descending: bool,
}

/// How it finds rows, with the parameters that were given.
#[derive(Clone, Debug)]
pub(crate) struct Method {
    pub(crate) kind: MethodKind,
    pub(crate) distance: Option<Located<Distance>>,
    pub(crate) m: Option<Located<u64>>,
    pub(crate) ef_construction: Option<Located<u64>>,
    pub(crate) lists: Option<Located<u64>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MethodKind {
    BTree,
    Gin,
    Gist,
    Hnsw,
    IvfFlat,
    /// Firestore's only kind: every vector is compared.
    Flat,
}

impl MethodKind {
    pub(crate) const ALL: [Self; 6] =
        [Self::BTree, Self::Gin, Self::Gist, Self::Hnsw, Self::IvfFlat, Self::Flat];

    /// As it is written; a tree is what an index is when nothing is.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::BTree => "btree",
            Self::Gin => "gin",
            Self::Gist => "gist",
            Self::Hnsw => "hnsw",
            Self::IvfFlat => "ivfflat",
            Self::Flat => "flat",
        }
    }

    /// Whether it finds the nearest, and not the equal.
    pub(crate) fn measures(self) -> bool {
        match self {
            Self::Hnsw | Self::IvfFlat | Self::Flat => true,
            Self::BTree | Self::Gin | Self::Gist => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Distance {
    Cosine,
    L2,
    L1,
    InnerProduct,
    Hamming,
    Jaccard,
}

impl Distance {
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("cosine", Self::Cosine),
        ("l2", Self::L2),
        ("l1", Self::L1),
        ("inner_product", Self::InnerProduct),
        ("hamming", Self::Hamming),
        ("jaccard", Self::Jaccard),
    ];

    /// As it is written.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, distance)| *distance == self).map_or("", |(name, _)| name)
    }
}

/// `unique`, on a field, or `unique(a, b)` on the struct.
#[derive(Clone, Debug)]
pub(crate) struct Unique {
    pub(crate) fields: Vec<Ident>,
    pub(crate) filter: Option<Expr>,
    pub(crate) nulls_not_distinct: bool,
    /// The one engine that it is for.
    pub(crate) only: Option<Located<Engine>>,
    pub(crate) at: Extent,
}

/// `exclude(a, during)`: rows that are equal but for a range, which may not
/// overlap.
#[derive(Clone, Debug)]
pub(crate) struct Exclusion {
    /// At least one, the range last.
    pub(crate) fields: Vec<Ident>,
    pub(crate) filter: Option<Expr>,
    /// The one engine that it is for.
    pub(crate) only: Option<Located<Engine>>,
    pub(crate) at: Extent,
}

impl Index {
    /// Whether this engine makes it.
    pub(crate) fn is_for(&self, engine: Engine, model: &Model) -> bool {
        engine.keeps(model) && self.only.as_ref().is_none_or(|only| only.value == engine)
    }
}
