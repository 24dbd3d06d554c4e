//! JSON with a Rust type.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueRef};
use sqlx::types::Json as Sqlx;
use sqlx::{Decode, Encode, Postgres, Type, ValueRef as _};

use super::ReadError;
use super::native::native;
use crate::types::Json;

/// `jsonb` and `json`.
pub(crate) fn accepts<T>(kind: &PgTypeInfo) -> bool {
    Sqlx::<T>::compatible(kind)
}

/// The value, when it has the shape of the type.
pub(crate) fn read<T: Serialize + DeserializeOwned>(
    value: PgValueRef<'_>,
) -> Result<Json<T>, ReadError> {
    if value.is_null() {
        return Err(ReadError::null::<Json<T>>());
    }
    let Sqlx(value) = Sqlx::<T>::decode(value).map_err(ReadError::value::<Json<T>>)?;
    Ok(Json(value))
}

native!([T: Serialize + DeserializeOwned] Json<T>, Sqlx::<T>::type_info(), <Sqlx<T> as sqlx::postgres::PgHasArrayType>::array_type_info());

impl<T: Serialize> Encode<'_, Postgres> for Json<T> {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Sqlx(&self.0).encode_by_ref(buffer)
    }
}
