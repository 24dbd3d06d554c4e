//! How Firestore stores a model.

use super::{Index, List, Node, Text};

/// A collection of documents.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Collection {
    /// Where its documents are.
    pub path: Node<CollectionPath>,
    /// Declared indexes over several fields, and over vectors. Firestore itself
    /// indexes each single field.
    #[cfg_attr(feature = "serde", serde(default))]
    pub indexes: List<Index>,
    /// Whether queries read all collections of this name together, under any
    /// document.
    #[cfg_attr(feature = "serde", serde(default))]
    pub group: bool,
}

impl Collection {
    /// The collection's own name, the last of its path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.path.collection
    }
}

/// Where documents are: a collection at the top, or one under each document of
/// another. It has only names.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct CollectionPath {
    /// The name of the struct that is stored there.
    pub model: Text,
    /// The collection's name.
    pub collection: Text,
    /// The collection whose documents it is under; `None` at the top.
    pub parent: Option<Node<CollectionPath>>,
}

impl CollectionPath {
    /// This path and those above it, from the innermost to the top.
    pub fn up(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |path| path.parent.as_deref())
    }

    /// Whether two paths lead through the same collections, in a constant too.
    #[must_use]
    pub const fn is(&self, other: &Self) -> bool {
        if !same(&self.collection, &other.collection) {
            return false;
        }
        match (&self.parent, &other.parent) {
            (Some(own), Some(other)) => own.get().is(other.get()),
            (None, None) => true,
            _ => false,
        }
    }

    /// How many collections lead here, this one included.
    ///
    /// ```
    /// use models_core::schema::CollectionPath;
    /// let threads = CollectionPath {
    ///     model: "Thread".into(), collection: "threads".into(), parent: None,
    /// };
    /// assert_eq!(threads.depth(), 1);
    /// ```
    #[must_use]
    pub fn depth(&self) -> usize {
        self.up().count()
    }
}

/// Whether two texts are equal, in a constant.
const fn same(a: &Text, b: &Text) -> bool {
    let (a, b) = (bytes(a), bytes(b));
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

const fn bytes(text: &Text) -> &[u8] {
    match text {
        Text::Borrowed(text) => text.as_bytes(),
        Text::Owned(text) => text.as_bytes(),
    }
}

/// A field that repeats one of another document, so that it can be read
/// without a second look-up.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct CopyOf {
    /// The collection of the document that it repeats.
    pub source: Node<CollectionPath>,
    /// The field there, by its Rust name.
    pub field: Text,
    /// The field here, by its Rust name, that holds the id of that document.
    pub via: Text,
}
