//! Values that no column holds: a table with such a field is refused while it
//! compiles.

use sqlx::postgres::{PgTypeInfo, PgValueRef};

use super::ReadError;
use crate::types::FieldType;

/// No column does.
#[expect(clippy::extra_unused_type_parameters, reason = "the form of its siblings")]
pub(crate) fn accepts<T: FieldType>(_: &PgTypeInfo) -> bool {
    false
}

/// There is none.
#[expect(clippy::needless_pass_by_value, reason = "the form of its siblings")]
pub(crate) fn read<T: FieldType>(value: PgValueRef<'_>) -> Result<T, ReadError> {
    Err(ReadError::kind::<T>(&value))
}
