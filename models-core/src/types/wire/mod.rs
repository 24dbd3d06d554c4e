//! Reading and writing values with sqlx.
//!
//! A value is written with `bind`, as any of sqlx's own types. A row is read
//! through [`FieldType`], because sqlx cannot decode every type of a field (a
//! `TimeDelta`), and panics on some values that a database may hold (a moment
//! called `infinity`). [`Id`](super::Id), the vectors, `Json` and every
//! derived type decode alone, too.
//!
//! One file for each family, as in [`types`](super): `accepts` says which
//! columns can hold the type, `read` takes the value.

pub(crate) mod doc_id;
mod error;
pub(crate) mod id;
#[cfg(feature = "json")]
pub(crate) mod json;
#[doc(hidden)]
pub mod label;
#[doc(hidden)]
pub mod list;
mod name;
pub(crate) mod native;
mod native_name;
pub(crate) mod nowhere;
pub(crate) mod option;
pub(crate) mod scalar;
pub(crate) mod text;
pub(crate) mod time;
pub(crate) mod vector;

pub use error::ReadError;

use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgRow, PgTypeInfo, PgValueFormat, PgValueRef};
use sqlx::{Error, Row as _, TypeInfo as _, ValueRef as _};

use super::FieldType;

/// The value of a row's column.
pub(crate) fn column<T: FieldType>(row: &PgRow, name: &'static str) -> Result<T, Error> {
    let value = row.try_get_raw(name)?;
    checked(value)
        .map_err(|error| Error::ColumnDecode { index: format!("{name:?}"), source: error.into() })
}

/// The value of a field that no column keeps.
///
/// # Errors
/// When it has to be there, which does not compile.
#[doc(hidden)]
pub fn absent<T: FieldType>(field: &'static str) -> Result<T, Error> {
    T::absent().ok_or_else(|| Error::ColumnNotFound(field.to_owned()))
}

/// The value, when it is of a kind that can hold one.
fn checked<T: FieldType>(value: PgValueRef<'_>) -> Result<T, ReadError> {
    let accepted = value.is_null() || T::accepts(&value.type_info());
    if accepted { T::read(value) } else { Err(ReadError::kind::<T>(&value)) }
}

/// The value alone, as sqlx asks for it.
///
/// # Errors
/// A [`ReadError`].
#[doc(hidden)]
pub fn decode<T: FieldType>(value: PgValueRef<'_>) -> Result<T, BoxDynError> {
    Ok(T::read(value)?)
}

/// A kind that sqlx does not know, as in the rows of an unprepared query: its
/// name and its parts cannot be asked for, so the value has to tell.
fn unresolved(kind: &PgTypeInfo) -> bool {
    kind.name() == "?"
}

/// The kind of a parameter that the server infers: a name would have to be
/// looked up, and is not found where its schema is not on the search path.
const INFERRED: PgTypeInfo = PgTypeInfo::with_oid(Oid(0));

/// The bytes of a value in the binary format.
fn binary<'r, T: FieldType>(value: &PgValueRef<'r>) -> Result<&'r [u8], ReadError> {
    match value.format() {
        _ if value.is_null() => Err(ReadError::null::<T>()),
        PgValueFormat::Text => Err(ReadError::Unprepared { expected: name::of::<T>() }),
        PgValueFormat::Binary => value.as_bytes().map_err(ReadError::value::<T>),
    }
}
