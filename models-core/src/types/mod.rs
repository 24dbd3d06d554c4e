//! From a Rust type to what a field holds: by a trait, never by its name, so that
//! an alias works and a local type named `String` is not mistaken for another.
//!
//! Each family of types is a file with its two codecs: one for columns, with
//! sqlx, and one for documents.

#[macro_use]
mod codec;

mod collections;
mod doc_id;
#[cfg(feature = "firestore")]
#[doc(hidden)]
pub mod document;
mod enumeration;
mod expand;
mod id;
#[cfg(feature = "json")]
mod json;
mod numbers;
mod places;
mod ranges;
#[cfg(feature = "sqlx")]
#[doc(hidden)]
pub mod row;
mod texts;
mod times;
mod uid;
mod vector;

pub use doc_id::{DocId, DocIdError};
pub use enumeration::ModelEnum;
#[cfg(feature = "sqlx")]
#[doc(hidden)]
pub use enumeration::label;
#[cfg(feature = "firestore")]
#[doc(hidden)]
pub use enumeration::{read_label, write_label};
pub use id::Id;
#[cfg(feature = "json")]
pub use json::Json;
#[cfg(feature = "firestore")]
pub(crate) use places::split_name;
pub use places::{DocRef, GeoPoint};
pub use ranges::{Range, RangeBound, RangeError};
#[cfg(feature = "sqlx")]
pub use row::ReadError;
pub use uid::Uid;
pub use vector::{BitVector, HalfVector, SparseVector, Vector, VectorError, VectorKind};

use crate::schema::{Field, Newtype, Type};

/// A type that a field of a model may have.
///
/// `#[derive(ModelEnum)]` and `#[derive(ModelType)]` implement it for your own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a model",
    label = "no column type holds a `{Self}`",
    note = "unsigned integers: `i32` for u8 and u16, `i64` for u32, `i64` or `Decimal` for u64, u128 and usize",
    note = "texts: `String` for &str, char, Cow<str> and Box<str>",
    note = "times: `DateTime<Utc>` for SystemTime, Instant and DateTime<Local>",
    note = "your own enum: `#[derive(ModelEnum)]`; a newtype: `#[derive(ModelType)]`; a struct: `Json<{Self}>`"
)]
pub trait FieldType: Sized {
    /// What the field holds.
    const TYPE: Type;
    /// Whether the value may be absent.
    const NULLABLE: bool = false;
    /// The newtype that it is, or that the values inside are.
    #[doc(hidden)]
    const NEWTYPE: Option<Newtype> = None;
    /// The type without its `Option`.
    type Value;
    /// A field of this type that has no name yet.
    #[doc(hidden)]
    const FIELD: Field = Field::new("", Self::TYPE, Self::NULLABLE).newtype(Self::NEWTYPE);
    /// What the conventions need to know of it, in a form for constants.
    #[doc(hidden)]
    const INFO: FieldTypeInfo = FieldTypeInfo { kind: &Self::TYPE, nullable: Self::NULLABLE };

    /// The value of a field that is missing; `None` where that is an error.
    #[doc(hidden)]
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    // Reading belongs to this trait, and not to one of its own, so that a type
    // that cannot be a field is one error: rustc drops the second when trait
    // and span are the same.

    /// Whether a column of this type can hold the value.
    #[cfg(feature = "sqlx")]
    #[doc(hidden)]
    fn accepts(column: &sqlx::postgres::PgTypeInfo) -> bool;

    /// The value that the server sent.
    ///
    /// # Errors
    /// When it is not a value of the type; see [`ReadError`].
    #[cfg(feature = "sqlx")]
    #[doc(hidden)]
    fn read(value: sqlx::postgres::PgValueRef<'_>) -> Result<Self, ReadError>;

    /// The value of a row's column: what a derived `FromRow` calls.
    ///
    /// # Errors
    /// When the row does not have the column, or its value is not of the type.
    #[cfg(feature = "sqlx")]
    #[doc(hidden)]
    fn column(row: &sqlx::postgres::PgRow, name: &'static str) -> Result<Self, sqlx::Error> {
        row::column(row, name)
    }

    /// Writes the value into a document.
    ///
    /// # Errors
    /// When Firestore cannot store the value.
    #[cfg(feature = "firestore")]
    #[doc(hidden)]
    fn write_value<W: document::ValueWriter>(
        &self,
        to: W,
    ) -> Result<W::Output, document::FieldError>;

    /// Reads a value of a document.
    ///
    /// # Errors
    /// When it is not a value of the type.
    #[cfg(feature = "firestore")]
    #[doc(hidden)]
    fn read_value<R: document::ValueReader>(
        value: document::RawValue<R>,
        context: &document::ReadContext<'_>,
    ) -> Result<Self, document::FieldError>;
}

/// What the conventions need to know of a type.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct FieldTypeInfo {
    /// What a field holds.
    pub kind: &'static Type,
    /// Whether the value may be absent.
    pub nullable: bool,
}

/// A type that a list may hold: everything but options, lists and vectors.
#[diagnostic::on_unimplemented(
    message = "a list of `{Self}` cannot be a field of a model",
    label = "`{Self}` cannot be the element of a list",
    note = "a list holds plain values: no `Option`, no second list; bytes are `Vec<u8>`; rows of their own belong into a model of their own"
)]
pub trait Element: FieldType {}
