//! Ids of documents, as texts.

use sqlx::postgres::{PgTypeInfo, PgValueRef};

use super::{ReadError, scalar};
use crate::types::DocId;

/// A `text`.
#[expect(clippy::extra_unused_type_parameters, reason = "the form of its siblings")]
pub(crate) fn accepts<M: ?Sized>(kind: &PgTypeInfo) -> bool {
    scalar::accepts::<String>(kind)
}

/// A `text` that can be such an id.
pub(crate) fn read<M: ?Sized>(value: PgValueRef<'_>) -> Result<DocId<M>, ReadError> {
    let text = scalar::read::<String>(value)?;
    DocId::parse(text).map_err(|error| ReadError::value::<DocId<M>>(error.into()))
}
