//! A pattern, as every engine reads it.

use super::Located;

/// `pattern = ".."`
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) written: Located<String>,
    pub(crate) read: Result<Portable, Unportable>,
}

/// What means the same in Rust, PostgreSQL and Firestore.
#[derive(Clone, Debug)]
pub(crate) struct Portable {
    /// Literals, classes without names, groups that keep nothing, counts.
    pub(crate) text: String,
    /// Classes one after the other that never compete for a character, when
    /// that is all there is.
    pub(crate) parts: Option<Vec<Part>>,
    /// The most characters that match; `None` without an end.
    pub(crate) longest: Option<u32>,
}

/// So many characters of a class; the ranges are sorted and apart.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) ranges: Vec<(char, char)>,
    pub(crate) min: u32,
    pub(crate) max: Option<u32>,
}

/// What does not, and what to write instead.
#[derive(Clone, Debug)]
pub(crate) struct Unportable {
    /// The part of the pattern that it is about.
    pub(crate) part: String,
    /// It is not a regular expression at all.
    pub(crate) is_broken: bool,
    pub(crate) why: String,
    pub(crate) fix: String,
}
