//! What belongs to documents: where a model is kept, and what a field is there.

use proc_macro2::Span;
use syn::{Ident, Path};

use super::{Located, Model};
use crate::diagnostic::Extent;

/// `collection = ".."` and what stands beside it.
#[derive(Clone, Debug)]
pub(crate) struct Collection {
    pub(crate) name: Located<String>,
    /// The word `collection`.
    pub(crate) key: Extent,
    /// `collection_group`
    pub(crate) group: Option<Span>,
}

/// `subcollection_of = Thread`
#[derive(Clone, Debug)]
pub(crate) struct Parent {
    pub(crate) model: Path,
    pub(crate) at: Extent,
}

/// `parent`, or `parent = Forum`
#[derive(Clone, Debug)]
pub(crate) struct Ancestor {
    /// `None` for the document right above.
    pub(crate) model: Option<Path>,
    pub(crate) at: Extent,
}

/// `copy_of = Member::display_name, via = author`
#[derive(Clone, Debug)]
pub(crate) struct CopyOf {
    pub(crate) model: Path,
    pub(crate) field: Ident,
    pub(crate) via: Option<Located<Ident>>,
    pub(crate) at: Extent,
}

/// The engine that stores a model, or one field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Postgres,
    Firestore,
}

impl Engine {
    pub(crate) const ALL: [(&'static str, Self); 2] =
        [("postgres", Self::Postgres), ("firestore", Self::Firestore)];

    /// Whether the model is stored there.
    pub(crate) fn keeps(self, model: &Model) -> bool {
        match self {
            Self::Postgres => model.table.is_some(),
            Self::Firestore => model.collection.is_some(),
        }
    }
}
