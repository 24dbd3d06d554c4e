//! The forms that a document has.

use super::database::Database;
use super::error::DocumentError;
use super::gather::Unknown;
use super::model::DocumentModel;

/// A form of a document that a model can be written into.
pub trait WriteDocument: Sized {
    /// The whole document; `above` is the path of the document above, for a
    /// model that does not hold it.
    #[doc(hidden)]
    fn write<M: DocumentModel>(
        model: &M,
        database: &Database,
        above: Option<&str>,
    ) -> Result<Self, DocumentError>;
}

/// A form of a document that a model can be read from.
pub trait ReadDocument {
    /// The model in it.
    #[doc(hidden)]
    fn read<M: DocumentModel>(self, unknown: &mut Unknown) -> Result<M, DocumentError>;
}
