//! Typed keys, as UUIDs.

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueRef};
use sqlx::{Encode, Postgres, Type};
use uuid::Uuid;

use super::native::native;
use super::{ReadError, scalar};
use crate::types::Id;

/// A `uuid`.
#[expect(clippy::extra_unused_type_parameters, reason = "the form of its siblings")]
pub(crate) fn accepts<M: ?Sized>(kind: &PgTypeInfo) -> bool {
    scalar::accepts::<Uuid>(kind)
}

/// A `uuid`.
pub(crate) fn read<M: ?Sized>(value: PgValueRef<'_>) -> Result<Id<M>, ReadError> {
    scalar::read::<Uuid>(value).map(Id::from_uuid)
}

native!([M: ?Sized] Id<M>, <Uuid as Type<Postgres>>::type_info(), <Uuid as sqlx::postgres::PgHasArrayType>::array_type_info());

impl<M: ?Sized> Encode<'_, Postgres> for Id<M> {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode(self.uuid(), buffer)
    }

    fn size_hint(&self) -> usize {
        size_of::<Uuid>()
    }
}
