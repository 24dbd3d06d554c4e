//! Lists, as arrays.

use sqlx::error::BoxDynError;
use sqlx::postgres::{PgTypeInfo, PgTypeKind, PgValueRef};
use sqlx::{Decode, Postgres, Type, ValueRef as _};

use super::{ReadError, unresolved};
use crate::types::{Element, FieldType};

/// An array of what the element accepts.
#[must_use]
pub fn accepts<T: FieldType>(kind: &PgTypeInfo) -> bool {
    if unresolved(kind) {
        return true;
    }
    match kind.kind() {
        PgTypeKind::Array(element) => T::accepts(element),
        PgTypeKind::Domain(base) => accepts::<T>(base),
        PgTypeKind::Simple
        | PgTypeKind::Pseudo
        | PgTypeKind::Composite(_)
        | PgTypeKind::Enum(_)
        | PgTypeKind::Range(_) => false,
    }
}

/// An array of one dimension that starts at 1 and has no NULL in it.
pub(crate) fn read<T: Element>(value: PgValueRef<'_>) -> Result<Vec<T>, ReadError> {
    if value.is_null() {
        return Err(ReadError::null::<Vec<T>>());
    }
    let items = Vec::<Item<T>>::decode(value).map_err(ReadError::value::<Vec<T>>)?;
    Ok(items.into_iter().map(|Item(value)| value).collect())
}

/// Takes sqlx through an array and reads the elements itself.
struct Item<T>(T);

impl<T> Type<Postgres> for Item<T> {
    /// Asked for text arrays only, where the kind tells nothing.
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("unknown")
    }
}

impl<T: Element> Decode<'_, Postgres> for Item<T> {
    fn decode(value: PgValueRef<'_>) -> Result<Self, BoxDynError> {
        Ok(Self(T::read(value)?))
    }
}
