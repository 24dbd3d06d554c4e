//! Enums, as their labels: in the database's own enum type or in a text.
//!
//! Which of the two a model says decides how a value is written; both are
//! read, so that a column can be moved from one to the other.

use std::borrow::Cow;

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgTypeKind, PgValueRef};
use sqlx::{Encode, Postgres, Type, ValueRef as _};

use super::{ReadError, unresolved};
use crate::types::{FieldType, ModelEnum};

/// The type that a label is written as.
#[must_use]
pub fn type_info<E: ModelEnum>() -> PgTypeInfo {
    native::<E>().map_or_else(<str as Type<Postgres>>::type_info, PgTypeInfo::with_name)
}

/// The type that a list of labels is written as.
#[must_use]
pub fn array_type_info<E: ModelEnum>() -> PgTypeInfo {
    native::<E>().map_or_else(<String as PgHasArrayType>::array_type_info, PgTypeInfo::array_of)
}

/// The name of the database's own enum type.
fn native<E: ModelEnum>() -> Option<&'static str> {
    match E::ENUM.name {
        Cow::Borrowed(name) if E::ENUM.native => Some(name),
        Cow::Borrowed(_) | Cow::Owned(_) => None,
    }
}

/// A text, or any enum: its labels tell whether it is the right one.
#[must_use]
pub fn accepts(kind: &PgTypeInfo) -> bool {
    if unresolved(kind) {
        return true;
    }
    match kind.kind() {
        PgTypeKind::Enum(_) => true,
        PgTypeKind::Domain(base) => accepts(base),
        PgTypeKind::Simple
        | PgTypeKind::Pseudo
        | PgTypeKind::Composite(_)
        | PgTypeKind::Array(_)
        | PgTypeKind::Range(_) => <str as Type<Postgres>>::compatible(kind),
    }
}

/// The variant of the label.
///
/// # Errors
/// When no variant has it, or the value is NULL.
#[expect(clippy::needless_pass_by_value, reason = "the form of its siblings")]
pub fn read<E: FieldType + ModelEnum>(value: PgValueRef<'_>) -> Result<E, ReadError> {
    if value.is_null() {
        return Err(ReadError::null::<E>());
    }
    let label = value.as_str().map_err(ReadError::value::<E>)?;
    E::from_label(label).ok_or_else(|| ReadError::label(label, E::ENUM))
}

/// Writes the label.
///
/// # Errors
/// None that sqlx knows of.
pub fn write<E: ModelEnum>(
    value: &E,
    buffer: &mut PgArgumentBuffer,
) -> Result<IsNull, BoxDynError> {
    Encode::<Postgres>::encode(value.label(), buffer)
}
