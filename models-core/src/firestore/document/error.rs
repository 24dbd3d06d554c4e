//! Why a document cannot be written or read.

use std::error::Error;
use std::fmt;

use super::definition::DocumentDef;
use crate::types::document::FieldError;

/// Why a document cannot be written or read: every field that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentError {
    model: String,
    document: String,
    errors: Vec<FieldError>,
}

impl DocumentError {
    #[cold]
    pub(super) fn new(definition: &DocumentDef, document: &str, errors: Vec<FieldError>) -> Self {
        let model = definition.model.name.clone().into_owned();
        Self { model, document: document.to_owned(), errors }
    }

    /// Of a document whose model is not known.
    #[cold]
    pub(super) fn without_model(document: &str, error: FieldError) -> Self {
        Self { model: String::new(), document: document.to_owned(), errors: vec![error] }
    }

    /// The model; empty when a name or a value was read without one.
    #[must_use]
    pub fn model(&self) -> &str {
        &self.model
    }

    /// The document's path or name, as far as it is known.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// What is wrong: at least one error, and at most one for each field.
    #[must_use]
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { model, document, errors } = self;
        match (document.as_str(), model.as_str()) {
            ("", "") => {}
            (document, "") => write!(f, "{document:?}: ")?,
            ("", model) => write!(f, "not a document of {model}: ")?,
            (document, model) => write!(f, "{document:?} is not a document of {model}: ")?,
        }
        for (number, error) in errors.iter().enumerate() {
            let separator = if number == 0 { "" } else { "; " };
            write!(f, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl Error for DocumentError {}
