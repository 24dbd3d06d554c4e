//! Ids that are texts: of users and of documents.

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueRef};
use sqlx::{Encode, Postgres, Type};

use super::native::native;
use super::{ReadError, scalar};
use crate::types::{DocId, FieldType, Uid};

/// A `text`.
#[expect(clippy::extra_unused_type_parameters, reason = "the form of its siblings")]
pub(crate) fn accepts<T: FieldType>(kind: &PgTypeInfo) -> bool {
    scalar::accepts::<String>(kind)
}

/// A `text`.
pub(crate) fn read<T: FieldType + From<String>>(value: PgValueRef<'_>) -> Result<T, ReadError> {
    scalar::read::<String>(value).map(T::from)
}

native!([] Uid, <String as Type<Postgres>>::type_info(), <String as PgHasArrayType>::array_type_info());

impl Encode<'_, Postgres> for Uid {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode(self.as_str(), buffer)
    }
}

native!([M: ?Sized] DocId<M>, <String as Type<Postgres>>::type_info(), <String as PgHasArrayType>::array_type_info());

impl<M: ?Sized> Encode<'_, Postgres> for DocId<M> {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode(self.as_str(), buffer)
    }
}
