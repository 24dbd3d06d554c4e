//! One field of an index.

use std::fmt::{self, Write};

/// Which collections an index is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// All collections of a name, read together.
    CollectionGroup,
    /// Each collection of a name, read alone.
    Collection,
}

impl Scope {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::CollectionGroup => "COLLECTION_GROUP",
            Self::Collection => "COLLECTION",
        }
    }
}

/// How an index holds a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// From the smallest value.
    Ascending,
    /// From the largest value.
    Descending,
    /// By each element of a list.
    Contains,
    /// By what is near, in so many dimensions.
    Vector(u32),
}

/// A field of an index, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IndexField<'a> {
    /// The field.
    pub path: FieldPath<'a>,
    /// How the index holds it.
    pub mode: Mode,
}

/// A field of a document. `Display` is the path to it, with quotes where the
/// name needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldPath<'a> {
    /// A field in the body.
    Named(&'a str),
    /// The path of the document itself.
    Id,
}

impl fmt::Display for FieldPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Id => f.write_str("__name__"),
            Self::Named(name) if is_plain(name) => f.write_str(name),
            Self::Named(name) => {
                f.write_char('`')?;
                for character in name.chars() {
                    if matches!(character, '`' | '\\') {
                        f.write_char('\\')?;
                    }
                    f.write_char(character)?;
                }
                f.write_char('`')
            }
        }
    }
}

/// Whether a name stands in a path without quotes.
fn is_plain(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
}
