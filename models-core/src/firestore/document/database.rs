//! Where documents are.

use std::fmt;

use super::error::DocumentError;
use crate::types::document::FieldError;
use crate::types::split_name;

/// A database of a project.
///
/// ```
/// use models_core::firestore::document::Database;
/// let database = Database::new("my-project");
/// assert_eq!(database.to_string(), "projects/my-project/databases/(default)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Database {
    /// `projects/p/databases/d/documents`
    documents: String,
}

impl Database {
    /// The default database of a project.
    #[must_use]
    pub fn new(project: &str) -> Self {
        Self::named(project, "(default)")
    }

    /// Another database of a project, by its id.
    #[must_use]
    pub fn named(project: &str, id: &str) -> Self {
        Self { documents: format!("projects/{project}/databases/{id}/documents") }
    }

    /// The database whose documents have names that begin so.
    #[cfg(feature = "firestore-client")]
    pub(super) fn at(documents: &str) -> Self {
        Self { documents: documents.to_owned() }
    }

    /// The database of a document, and the document's path in it.
    ///
    /// # Errors
    /// When the text is not the full name of a document.
    pub fn of(name: &str) -> Result<(Self, &str), DocumentError> {
        let (documents, path) = split_name(name).ok_or_else(|| {
            let wrong = FieldError::malformed(name, "the full name of a document");
            DocumentError::without_model(name, wrong)
        })?;
        Ok((Self { documents: documents.to_owned() }, path))
    }

    /// What the full names of its documents begin with:
    /// `projects/p/databases/d/documents`.
    #[must_use]
    pub fn documents(&self) -> &str {
        &self.documents
    }

    /// The full name of the document, or the collection, at this path.
    #[must_use]
    pub fn name(&self, path: &str) -> String {
        let mut name = String::with_capacity(self.documents.len() + 1 + path.len());
        name.push_str(&self.documents);
        name.push('/');
        name.push_str(path);
        name
    }
}

/// Its own name, without documents.
impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.documents.strip_suffix("/documents").unwrap_or(&self.documents))
    }
}
