//! The id of a user.

use std::fmt;

use super::Element;
#[cfg(feature = "firestore")]
use super::document::{
    DocumentCodec, FieldError, RawValue, ReadContext, ValueReader, ValueWriter, text,
};
#[cfg(feature = "sqlx")]
use super::row::{self, RowCodec};
use crate::schema::Type;

/// The id of a user as the authentication service writes it: any text, such as
/// the 28 characters of Firebase or the UUID of Supabase.
///
/// A rule compares it with `auth.uid()`, character by character.
///
/// ```
/// use models_core::types::Uid;
/// let uid = Uid::from("kGZ1yXo2hVb3");
/// assert_eq!(uid.as_str(), "kGZ1yXo2hVb3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Uid(String);

impl Uid {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

field_type!([] Uid, Type::Uid);

#[cfg(feature = "sqlx")]
impl RowCodec for Uid {
    fn accepts(column: &sqlx::postgres::PgTypeInfo) -> bool {
        row::accepts_text(column)
    }

    fn read(value: sqlx::postgres::PgValueRef<'_>) -> Result<Self, super::ReadError> {
        row::native(value).map(Self)
    }
}

sqlx_type!(
    [] Uid,
    <str as sqlx::Type<sqlx::Postgres>>::type_info(),
    <String as sqlx::postgres::PgHasArrayType>::array_type_info()
);

#[cfg(feature = "sqlx")]
impl sqlx::Encode<'_, sqlx::Postgres> for Uid {
    fn encode_by_ref(
        &self,
        buffer: &mut sqlx::postgres::PgArgumentBuffer,
    ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
        sqlx::Encode::<sqlx::Postgres>::encode(self.as_str(), buffer)
    }
}

#[cfg(feature = "firestore")]
impl DocumentCodec for Uid {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.text(self.as_str()))
    }

    #[inline]
    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        text(value).map(|text| Self(text.into()))
    }
}

impl Element for Uid {}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Uid {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Uid {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Uid {
    fn from(text: String) -> Self {
        Self(text)
    }
}
