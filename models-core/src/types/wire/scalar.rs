//! Values that sqlx reads by itself.

use sqlx::postgres::{PgTypeInfo, PgValueRef};
use sqlx::{Decode, Postgres, Type, ValueRef as _};

use super::ReadError;
use crate::types::FieldType;

/// What sqlx accepts.
pub(crate) fn accepts<T: Type<Postgres>>(kind: &PgTypeInfo) -> bool {
    T::compatible(kind)
}

/// What sqlx reads.
pub(crate) fn read<'r, T: FieldType + Decode<'r, Postgres>>(
    value: PgValueRef<'r>,
) -> Result<T, ReadError> {
    if value.is_null() {
        return Err(ReadError::null::<T>());
    }
    T::decode(value).map_err(ReadError::value::<T>)
}
