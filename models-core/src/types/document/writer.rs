//! Writing one value.

use super::{FieldError, Nesting};
use crate::types::FieldType;

/// Writes one value of a document: every method writes it and ends it.
///
/// Lists and maps may be read from their end, by a form that writes backwards.
pub trait ValueWriter: Sized {
    /// What a written value becomes in this form of a document.
    type Output;

    /// How deep in the document the value is.
    fn nesting(&self) -> Nesting;

    /// No value: the field, the element or the entry is left out.
    fn absent(self) -> Self::Output;

    /// A null.
    fn null(self) -> Self::Output;

    /// True or false.
    fn boolean(self, value: bool) -> Self::Output;

    /// A whole number.
    fn integer(self, value: i64) -> Self::Output;

    /// A floating-point number.
    fn double(self, value: f64) -> Self::Output;

    /// A moment, in seconds and nanoseconds since 1970.
    fn timestamp(self, seconds: i64, nanos: i32) -> Self::Output;

    /// A text.
    fn text(self, value: &str) -> Self::Output;

    /// Bytes.
    fn bytes(self, value: &[u8]) -> Self::Output;

    /// A document, by its path from the top of the database.
    fn reference(self, path: &str) -> Self::Output;

    /// A point on the earth.
    fn geo_point(self, latitude: f64, longitude: f64) -> Self::Output;

    /// A vector of numbers.
    fn vector(
        self,
        numbers: impl ExactSizeIterator<Item = f64> + DoubleEndedIterator,
    ) -> Self::Output;

    /// A list.
    ///
    /// # Errors
    /// For the first element that cannot be written.
    fn array<'v, T: FieldType + 'v>(
        self,
        items: impl ExactSizeIterator<Item = &'v T> + DoubleEndedIterator,
    ) -> Result<Self::Output, FieldError>;

    /// Values by name; no name appears twice.
    ///
    /// # Errors
    /// For the first entry that cannot be written.
    fn map<'v, T: FieldType + 'v>(
        self,
        entries: impl ExactSizeIterator<Item = (&'v str, &'v T)> + DoubleEndedIterator,
    ) -> Result<Self::Output, FieldError>;
}
