//! What a value in a document is, whatever form the document has.
//!
//! A type is written with a [`ValueWriter`] and read from a [`RawValue`]. The
//! engine has a writer and a reader for each form of a document; no type knows
//! the forms, and no form knows the types.

mod error;
mod nesting;
mod reader;
mod writer;

pub(crate) use error::excerpt;
pub use error::{FieldError, FieldErrorKind, PathSegment, ValueKind};
pub use nesting::{Nesting, check_field_name};
pub use reader::{RawValue, ReadContext, ValueReader};
pub use writer::ValueWriter;

/// How a type is stored in a document.
pub(crate) trait DocumentCodec: Sized {
    /// Writes the value.
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError>;

    /// Reads the value.
    fn read<R: ValueReader>(
        value: RawValue<R>,
        context: &ReadContext<'_>,
    ) -> Result<Self, FieldError>;
}

/// The text of a value.
#[inline]
pub(crate) fn text<R: ValueReader>(value: RawValue<R>) -> Result<R::Text, FieldError> {
    match value {
        RawValue::Text(text) => Ok(text),
        other => Err(FieldError::wrong_kind(other.kind(), ValueKind::String)),
    }
}
