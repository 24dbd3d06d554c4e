//! Reading and writing values with sqlx.
//!
//! A value is written with `bind`, like any of sqlx's own types. A row is read
//! through [`FieldType`], because sqlx cannot decode every type of a field (a
//! `TimeDelta`), and panics on some values that a database may hold (a moment
//! called `infinity`). [`Id`](super::Id), the vectors, `Json` and every
//! derived type implement sqlx's traits as well.

mod enum_name;
mod error;

pub(super) use enum_name::EnumName;
pub use error::ReadError;

use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgRow, PgTypeInfo, PgTypeKind, PgValueFormat, PgValueRef};
use sqlx::{Decode, Error, Postgres, Row as _, Type, TypeInfo as _, ValueRef as _};

use super::FieldType;

/// How a type is read from a column.
pub(crate) trait RowCodec: Sized {
    /// Whether a column of this type can hold the value.
    fn accepts(column: &PgTypeInfo) -> bool;

    /// Reads the value that the server sent.
    fn read(value: PgValueRef<'_>) -> Result<Self, ReadError>;
}

/// The value of a row's column.
pub(crate) fn column<T: FieldType>(row: &PgRow, name: &'static str) -> Result<T, Error> {
    let value = row.try_get_raw(name)?;
    checked(value)
        .map_err(|error| Error::ColumnDecode { index: format!("{name:?}"), source: error.into() })
}

/// The value of a field that has no column.
///
/// # Errors
/// When the field is not an `Option`, which does not compile in a model.
#[doc(hidden)]
pub fn absent<T: FieldType>(field: &'static str) -> Result<T, Error> {
    T::absent().ok_or_else(|| Error::ColumnNotFound(field.to_owned()))
}

/// The value, when the column's type can hold it.
fn checked<T: FieldType>(value: PgValueRef<'_>) -> Result<T, ReadError> {
    let accepted = value.is_null() || T::accepts(&value.type_info());
    if accepted { T::read(value) } else { Err(ReadError::kind::<T>(&value)) }
}

/// The value, for the implementations of sqlx's `Decode`.
///
/// # Errors
/// A [`ReadError`].
#[doc(hidden)]
pub fn decode<T: FieldType>(value: PgValueRef<'_>) -> Result<T, BoxDynError> {
    Ok(T::read(value)?)
}

/// A value that sqlx can read.
pub(super) fn native<'r, T: FieldType + Decode<'r, Postgres>>(
    value: PgValueRef<'r>,
) -> Result<T, ReadError> {
    if value.is_null() {
        return Err(ReadError::null::<T>());
    }
    T::decode(value).map_err(ReadError::value::<T>)
}

/// Whether a column is a `text`, or compatible with it.
pub(super) fn accepts_text(column: &PgTypeInfo) -> bool {
    <str as Type<Postgres>>::compatible(column)
}

/// Whether a column is an array of what the element accepts.
#[doc(hidden)]
#[must_use]
pub fn accepts_array<T: FieldType>(column: &PgTypeInfo) -> bool {
    if is_unresolved(column) {
        return true;
    }
    match column.kind() {
        PgTypeKind::Array(element) => T::accepts(element),
        PgTypeKind::Domain(base) => accepts_array::<T>(base),
        PgTypeKind::Simple
        | PgTypeKind::Pseudo
        | PgTypeKind::Composite(_)
        | PgTypeKind::Enum(_)
        | PgTypeKind::Range(_) => false,
    }
}

/// A type that sqlx does not know, as in the rows of an unprepared query. It
/// cannot be asked for its name and its parts, so every value is tried.
pub(super) fn is_unresolved(column: &PgTypeInfo) -> bool {
    column.name() == "?"
}

/// The type of a parameter that the server infers: a name would have to be
/// looked up, and is not found where its schema is not on the search path.
pub(super) const INFERRED: PgTypeInfo = PgTypeInfo::with_oid(Oid(0));

/// The bytes of a value in the binary format.
pub(super) fn binary<'r, T: FieldType>(value: &PgValueRef<'r>) -> Result<&'r [u8], ReadError> {
    match value.format() {
        _ if value.is_null() => Err(ReadError::null::<T>()),
        PgValueFormat::Text => Err(ReadError::unprepared::<T>()),
        PgValueFormat::Binary => value.as_bytes().map_err(ReadError::value::<T>),
    }
}
