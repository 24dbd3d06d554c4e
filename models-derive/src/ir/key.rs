//! The key of a row, and the keys of others.

use syn::Path;

use crate::diagnostic::Extent;

/// `id`, or `id(v4)`
#[derive(Clone, Copy, Debug)]
pub(crate) struct Id {
    pub(crate) kind: IdKind,
    pub(crate) at: Extent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IdKind {
    V7,
    V4,
}

/// `references = Parent`
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) parent: Path,
    /// Whether an index is made for it where none is declared.
    pub(crate) indexed: bool,
    /// `index(none)`
    pub(crate) index_refused: Option<Extent>,
    pub(crate) at: Extent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnDelete {
    Cascade,
    Restrict,
    NoAction,
    SetNull,
    SetDefault,
}

impl OnDelete {
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("cascade", Self::Cascade),
        ("restrict", Self::Restrict),
        ("no_action", Self::NoAction),
        ("set_null", Self::SetNull),
        ("set_default", Self::SetDefault),
    ];

    /// As it is written.
    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, action)| *action == self).map_or("", |(name, _)| name)
    }
}
