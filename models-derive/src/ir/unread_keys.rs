//! What was written and could not be read.

/// The keys of an attribute whose values could not be read, or that were
/// mistyped. That one of them is missing says nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct UnreadKeys(Vec<Option<String>>);

impl UnreadKeys {
    /// An entry was meant to have this key; `None` when it is unclear which.
    pub(crate) fn push(&mut self, key: Option<&str>) {
        self.0.push(key.map(str::to_owned));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether what could not be read may have been this key.
    pub(crate) fn may_be(&self, key: &str) -> bool {
        self.0.iter().any(|meant| meant.as_ref().is_none_or(|meant| meant == key))
    }
}
