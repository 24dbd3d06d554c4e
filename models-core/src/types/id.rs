//! UUIDs, and typed keys that are UUIDs.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use uuid::Uuid;

use super::Element;
#[cfg(feature = "firestore")]
use super::document::{
    DocumentCodec, FieldError, RawValue, ReadContext, ValueReader, ValueWriter, text,
};
#[cfg(feature = "sqlx")]
use super::row::{self, RowCodec};
use crate::schema::Type;

/// The UUID key of a model: an `Id<Post>` is not an `Id<Comment>`.
///
/// ```
/// use models_core::types::Id;
/// struct Post;
/// let id = Id::<Post>::new();
/// assert_eq!(id, id.to_string().parse()?);
/// # Ok::<(), uuid::Error>(())
/// ```
pub struct Id<M: ?Sized>(Uuid, PhantomData<fn() -> M>);

impl<M: ?Sized> Id<M> {
    /// A new id of version 7: sorted by the time it was made, to the millisecond.
    #[must_use]
    pub fn new() -> Self {
        Self::from_uuid(Uuid::now_v7())
    }

    /// A new id of version 4: random, so that it does not tell when it was made.
    #[must_use]
    pub fn new_v4() -> Self {
        Self::from_uuid(Uuid::new_v4())
    }

    /// The id with this value.
    #[must_use]
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// Its value.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

field_type! { Uuid, Type::Uuid; }

row_by_sqlx!(Uuid);

/// Small letters and hyphens. Capitals are read as well, and no other format.
#[cfg(feature = "firestore")]
impl DocumentCodec for Uuid {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.text(self.hyphenated().encode_lower(&mut Self::encode_buffer())))
    }

    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        const LENGTH: usize = uuid::fmt::Hyphenated::LENGTH;
        let text = text(value)?;
        let text = text.as_ref();
        let uuid = Self::try_parse(text).ok().filter(|_| text.len() == LENGTH);
        uuid.ok_or_else(|| FieldError::malformed(text, "a UUID with hyphens"))
    }
}

field_type!([M: ?Sized] Id<M>, Type::Uuid);

impl<M: ?Sized> Element for Id<M> {}

#[cfg(feature = "sqlx")]
impl<M: ?Sized> RowCodec for Id<M> {
    fn accepts(column: &sqlx::postgres::PgTypeInfo) -> bool {
        <Uuid as RowCodec>::accepts(column)
    }

    fn read(value: sqlx::postgres::PgValueRef<'_>) -> Result<Self, super::ReadError> {
        row::native::<Uuid>(value).map(Self::from_uuid)
    }
}

sqlx_type!(
    [M: ?Sized] Id<M>,
    <Uuid as sqlx::Type<sqlx::Postgres>>::type_info(),
    <Uuid as sqlx::postgres::PgHasArrayType>::array_type_info()
);

#[cfg(feature = "sqlx")]
impl<M: ?Sized> sqlx::Encode<'_, sqlx::Postgres> for Id<M> {
    fn encode_by_ref(
        &self,
        buffer: &mut sqlx::postgres::PgArgumentBuffer,
    ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
        sqlx::Encode::<sqlx::Postgres>::encode(self.0, buffer)
    }

    fn size_hint(&self) -> usize {
        size_of::<Uuid>()
    }
}

#[cfg(feature = "firestore")]
impl<M: ?Sized> DocumentCodec for Id<M> {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        DocumentCodec::write(&self.0, to)
    }

    fn read<R: ValueReader>(
        value: RawValue<R>,
        context: &ReadContext<'_>,
    ) -> Result<Self, FieldError> {
        <Uuid as DocumentCodec>::read(value, context).map(Self::from_uuid)
    }
}

impl<M: ?Sized> Clone for Id<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M: ?Sized> Copy for Id<M> {}

impl<M: ?Sized> Default for Id<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl<M: ?Sized> PartialEq for Id<M> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<M: ?Sized> Eq for Id<M> {}

impl<M: ?Sized> PartialOrd for Id<M> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<M: ?Sized> Ord for Id<M> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<M: ?Sized> Hash for Id<M> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<M: ?Sized> fmt::Debug for Id<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.0)
    }
}

impl<M: ?Sized> fmt::Display for Id<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<M: ?Sized> std::str::FromStr for Id<M> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::from_uuid)
    }
}

impl<M: ?Sized> From<Uuid> for Id<M> {
    fn from(uuid: Uuid) -> Self {
        Self::from_uuid(uuid)
    }
}

impl<M: ?Sized> From<Id<M>> for Uuid {
    fn from(id: Id<M>) -> Self {
        id.0
    }
}

#[cfg(feature = "serde")]
impl<M: ?Sized> serde::Serialize for Id<M> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, M: ?Sized> serde::Deserialize<'de> for Id<M> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::from_uuid)
    }
}
