//! Paths of documents.

use std::fmt;

use super::Expression;

/// The path of a document, from the top of its database.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Path<'a> {
    /// The names behind `/databases/$(database)/documents`.
    pub(crate) segments: Vec<Segment<'a>>,
}

/// One name of a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Segment<'a> {
    /// A name as it stands.
    Plain(&'a str),
    /// What an expression gives.
    Value(Expression<'a>),
}

impl<'a> Segment<'a> {
    /// A name that may have any characters.
    pub(crate) fn named(name: &'a str) -> Self {
        if is_plain_segment(name) { Self::Plain(name) } else { Self::Value(Expression::text(name)) }
    }
}

/// Whether a name can stand in a path as it is, also in that of a `match`.
pub(crate) fn is_plain_segment(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    !name.is_empty() && name.bytes().all(is_plain) && !matches!(name, "." | "..")
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/databases/$(database)/documents")?;
        for segment in &self.segments {
            match segment {
                Segment::Plain(name) => write!(f, "/{name}")?,
                Segment::Value(value) => write!(f, "/$({value})")?,
            }
        }
        Ok(())
    }
}
