//! Values that may be absent.

use sqlx::ValueRef as _;
use sqlx::postgres::{PgTypeInfo, PgValueRef};

use super::ReadError;
use crate::types::FieldType;

/// What the type inside accepts.
pub(crate) fn accepts<T: FieldType>(kind: &PgTypeInfo) -> bool {
    T::accepts(kind)
}

/// `None` for NULL.
pub(crate) fn read<T: FieldType>(value: PgValueRef<'_>) -> Result<Option<T>, ReadError> {
    if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
}
