//! Why a document cannot be written or read.

use std::error::Error;
use std::fmt;

use super::model::DocumentModel;
use crate::types::document::Problem;

/// Why a document cannot be written or read: every field that is wrong, each
/// with the first thing that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentError {
    model: String,
    document: String,
    problems: Vec<Problem>,
}

impl DocumentError {
    /// Nothing, when there are no problems.
    pub(super) fn unless_sound<M: DocumentModel>(
        document: &str,
        problems: Vec<Problem>,
    ) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self::new::<M>(document, problems)) }
    }

    #[cold]
    pub(super) fn new<M: DocumentModel>(document: &str, problems: Vec<Problem>) -> Self {
        Self { model: M::REF.model.into_owned(), document: document.to_owned(), problems }
    }

    /// The model.
    #[must_use]
    pub fn model(&self) -> &str {
        &self.model
    }

    /// The document's path or name, as far as it is known.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// What is wrong: at least one, and at most one for each field.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { model, document, problems } = self;
        match document.as_str() {
            "" => write!(f, "no document of {model}: ")?,
            document => write!(f, "{document:?} is no document of {model}: ")?,
        }
        for (number, problem) in problems.iter().enumerate() {
            let between = if number == 0 { "" } else { "; " };
            write!(f, "{between}{problem}")?;
        }
        Ok(())
    }
}

impl Error for DocumentError {}
