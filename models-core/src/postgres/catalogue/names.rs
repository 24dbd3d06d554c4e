//! Lists of names.

use std::borrow::Cow;
use std::ops::Deref;

/// Names, in order: of columns or of roles.
///
/// Not a [`Cow`] of a slice, whose lifetime could not be shortened.
#[derive(Clone, Debug)]
pub enum Names<'a> {
    /// A constant, or part of a schema.
    Borrowed(&'a [Cow<'a, str>]),
    /// A list of its own.
    Owned(Vec<Cow<'a, str>>),
}

impl Default for Names<'_> {
    fn default() -> Self {
        Self::Borrowed(&[])
    }
}

impl<'a> Deref for Names<'a> {
    type Target = [Cow<'a, str>];

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Borrowed(names) => names,
            Self::Owned(names) => names,
        }
    }
}

impl PartialEq for Names<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Names<'_> {}

impl<'a> FromIterator<Cow<'a, str>> for Names<'a> {
    fn from_iter<I: IntoIterator<Item = Cow<'a, str>>>(names: I) -> Self {
        Self::Owned(names.into_iter().collect())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Names<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Names<'_> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::Owned)
    }
}
