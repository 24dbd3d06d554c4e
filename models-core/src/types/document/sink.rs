//! Where one value is written to.

use super::{Outcome, Place};
use crate::types::FieldType;

/// The place of one value in a document that is being written: every method
/// writes it and ends it.
///
/// What is written in several parts may be asked for from its end, by a form
/// that puts lengths in front.
pub trait Sink: Sized {
    /// What a written value becomes in this form of a document.
    type Done;

    /// Where in the document this is.
    fn place(&self) -> Place;

    /// There is no value: the field, the element or the entry is left out.
    fn absent(self) -> Self::Done;

    /// A null.
    fn null(self) -> Self::Done;

    /// True or false.
    fn boolean(self, value: bool) -> Self::Done;

    /// A whole number.
    fn integer(self, value: i64) -> Self::Done;

    /// A floating-point number.
    fn double(self, value: f64) -> Self::Done;

    /// A moment, in seconds and nanoseconds since 1970.
    fn timestamp(self, seconds: i64, nanos: i32) -> Self::Done;

    /// A text.
    fn text(self, value: &str) -> Self::Done;

    /// Bytes.
    fn bytes(self, value: &[u8]) -> Self::Done;

    /// A document, by its path from the top of the database.
    fn reference(self, path: &str) -> Self::Done;

    /// A point on the earth.
    fn geo_point(self, latitude: f64, longitude: f64) -> Self::Done;

    /// A vector of numbers.
    fn vector(
        self,
        numbers: impl ExactSizeIterator<Item = f64> + DoubleEndedIterator,
    ) -> Self::Done;

    /// A list.
    ///
    /// # Errors
    /// The first element that cannot be written.
    fn array<'v, T: FieldType + 'v>(
        self,
        items: impl ExactSizeIterator<Item = &'v T> + DoubleEndedIterator,
    ) -> Outcome<Self::Done>;

    /// Values by names, each name once.
    ///
    /// # Errors
    /// The first entry that cannot be written.
    fn map<'v, T: FieldType + 'v>(
        self,
        entries: impl ExactSizeIterator<Item = (&'v str, &'v T)> + DoubleEndedIterator,
    ) -> Outcome<Self::Done>;
}
