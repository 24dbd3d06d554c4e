//! What one collection copies from another.

/// All copies that the documents of one collection hold of the documents of
/// another, through the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopySet {
    /// The collections that lead to what is copied, from the top.
    pub source: Vec<String>,
    /// The collections that lead to the copies, from the top.
    pub target: Vec<String>,
    /// Where a copy holds the id of what it copies.
    pub source_id: SourceId,
    /// How many collections both paths begin with: both documents are under the
    /// same ones.
    pub shared: usize,
    /// What is copied.
    pub fields: Vec<Copied>,
}

/// One field that is repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its name in the document that is copied.
    pub source: String,
    /// Its name in the copy.
    pub copy: String,
    /// The copy may be absent; one that may not stays as it was when the source
    /// is gone.
    pub optional: bool,
}

/// Where a copy holds the id of what it copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceId {
    /// In this field of its body, as a text.
    Text(String),
    /// In this field of its body, as a reference.
    Reference(String),
    /// In its own path: the id of the document this many levels above, 0 for its
    /// own.
    Path(usize),
}

/// A single-field index with the scope of a collection group, ascending, that
/// Firestore does not make by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededIndex {
    /// The collection group.
    pub group: String,
    /// The field's name.
    pub field: String,
}

impl CopySet {
    /// Whether the copies are found by a query over a collection group: they are
    /// under more than one document.
    #[must_use]
    pub fn is_group(&self) -> bool {
        self.target.len() > self.shared + 1
    }

    /// The index that finding them takes; `None` where Firestore makes it by
    /// itself.
    #[must_use]
    pub fn index(&self) -> Option<NeededIndex> {
        let field = match &self.source_id {
            SourceId::Text(field) | SourceId::Reference(field) if self.is_group() => field.clone(),
            SourceId::Text(_) | SourceId::Reference(_) | SourceId::Path(_) => return None,
        };
        Some(NeededIndex { group: self.target.last()?.clone(), field })
    }
}
