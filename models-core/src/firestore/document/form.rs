//! What a form of a document implements.

use super::database::Database;
use super::error::DocumentError;
use super::model::DocumentModel;
use super::read::UnknownFields;
use crate::types::FieldType;

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
    fn read<M: DocumentModel>(self, unknown: &mut UnknownFields) -> Result<M, DocumentError>;
}

/// Writes the body of a document: the derive calls it for each field, in the
/// order of the struct.
#[doc(hidden)]
pub trait BodyWriter {
    /// Writes a field under this name.
    fn field<T: FieldType>(&mut self, name: &'static str, value: &T);
}
