//! Where a model writes its fields.

use crate::types::FieldType;

/// The document that a model is being written into: what the derive calls for
/// each field, in the order of the struct.
pub trait Body {
    /// An id of the path: of the document (0), of the one above it (1), and so
    /// on.
    fn key<T: FieldType>(&mut self, name: &'static str, level: usize, id: &T);

    /// A field of the body.
    fn put<T: FieldType>(&mut self, name: &'static str, value: &T);
}
