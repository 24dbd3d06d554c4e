//! Enums, as their labels: in the database's own enum type or in a text.
//!
//! Which of the two a model says decides how a value is written; both are
//! read, so that a column can be moved from one to the other.

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgTypeKind, PgValueRef};
use sqlx::{Encode, Postgres, Type, ValueRef as _};

use super::native_name::NameOf;
use super::{INFERRED, ReadError, unresolved};
use crate::types::{FieldType, ModelEnum};

/// The type that a label is written as.
#[must_use]
pub fn type_info<E: ModelEnum>() -> PgTypeInfo {
    if E::ENUM.native {
        return NameOf::<E>::ALONE.map_or(INFERRED, PgTypeInfo::with_name);
    }
    <str as Type<Postgres>>::type_info()
}

/// The type that a list of labels is written as.
#[must_use]
pub fn array_type_info<E: ModelEnum>() -> PgTypeInfo {
    if E::ENUM.native {
        // `PgTypeInfo::array_of` does not quote the name that it is given.
        return NameOf::<E>::LIST.map_or(INFERRED, PgTypeInfo::with_name);
    }
    <String as PgHasArrayType>::array_type_info()
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
