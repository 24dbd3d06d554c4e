//! Why a schema has no rules.

use std::fmt;

use super::trouble::ErrorKind;

/// A schema that no rules can be printed for.
///
/// The derive refuses most of these earlier, at the token; a schema that was
/// built at run time or read from a file meets them here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The model it is about, or the region of a file; empty for a whole file.
    pub model: String,
    /// What is wrong with it.
    pub trouble: ErrorKind,
}

impl Error {
    pub(crate) fn new(model: &str, trouble: ErrorKind) -> Self {
        Self { model: model.to_owned(), trouble }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.model.is_empty() {
            return write!(f, "{}", self.trouble);
        }
        write!(f, "`{}`: {}", self.model, self.trouble)
    }
}

impl std::error::Error for Error {}
