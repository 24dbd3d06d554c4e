//! The id of a Firestore document.

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

/// The id of a document: a `DocId<Comment>` is not a `DocId<Thread>`.
///
/// It is the last name of the document's path, without those above it.
///
/// ```
/// use models_core::types::DocId;
/// struct Comment;
/// let id = DocId::<Comment>::new();
/// assert_eq!(id.as_str().len(), 20);
/// assert_eq!(DocId::<Comment>::parse("a/b").map_err(|e| e.to_string()).unwrap_err(),
///     "\"a/b\" is not a document id: it has a `/`");
/// ```
pub struct DocId<M: ?Sized>(String, PhantomData<fn() -> M>);

/// Letters and digits, as in Firestore's own libraries.
const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Bytes of UTF-8 that a document id may have.
const MAX_BYTES: usize = 1_500;

impl<M: ?Sized> DocId<M> {
    /// A new id: 20 random letters and digits, 119 bits, made as Firestore's
    /// own libraries do, so that writes spread over its servers.
    #[must_use]
    pub fn new() -> Self {
        // 122 random bits a UUID; each letter takes the rest of a division.
        let (mut high, mut low) = (Uuid::new_v4().as_u128() >> 8, Uuid::new_v4().as_u128() >> 8);
        let mut take = |i: usize| {
            let bits = if i < 10 { &mut high } else { &mut low };
            let letter = (*bits % 62) as usize;
            *bits /= 62;
            ALPHABET.get(letter).copied().map_or('0', char::from)
        };
        Self((0..20).map(&mut take).collect(), PhantomData)
    }

    /// The id with this text.
    ///
    /// # Errors
    /// When Firestore does not allow it: empty, over 1,500 bytes, with a `/`,
    /// `.`, `..`, or between two pairs of underscores.
    pub fn parse(text: impl Into<String>) -> Result<Self, DocIdError> {
        let text = text.into();
        let wrong = match text.as_str() {
            "" => Some("it is empty"),
            "." | ".." => Some("it means a place in a path"),
            name if name.bytes().any(|byte| byte == b'/') => Some("it has a `/`"),
            name if name.len() > MAX_BYTES => Some("it has more than 1,500 bytes"),
            name if name.len() >= 4 && name.starts_with("__") && name.ends_with("__") => {
                Some("names between `__` belong to Firestore")
            }
            _ => None,
        };
        match wrong {
            Some(wrong) => Err(DocIdError { text, wrong }),
            None => Ok(Self(text, PhantomData)),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text that cannot be the id of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocIdError {
    text: String,
    wrong: &'static str,
}

impl fmt::Display for DocIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start: String = self.text.chars().take(60).collect();
        write!(f, "{start:?} is not a document id: {}", self.wrong)
    }
}

impl std::error::Error for DocIdError {}

field_type!([M: ?Sized] DocId<M>, Type::DocumentId);

#[cfg(feature = "sqlx")]
impl<M: ?Sized> RowCodec for DocId<M> {
    fn accepts(column: &sqlx::postgres::PgTypeInfo) -> bool {
        row::accepts_text(column)
    }

    fn read(value: sqlx::postgres::PgValueRef<'_>) -> Result<Self, super::ReadError> {
        let text = row::native::<String>(value)?;
        Self::parse(text).map_err(|error| super::ReadError::value::<Self>(error.into()))
    }
}

sqlx_type!(
    [M: ?Sized] DocId<M>,
    <str as sqlx::Type<sqlx::Postgres>>::type_info(),
    <String as sqlx::postgres::PgHasArrayType>::array_type_info()
);

#[cfg(feature = "sqlx")]
impl<M: ?Sized> sqlx::Encode<'_, sqlx::Postgres> for DocId<M> {
    fn encode_by_ref(
        &self,
        buffer: &mut sqlx::postgres::PgArgumentBuffer,
    ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
        sqlx::Encode::<sqlx::Postgres>::encode(self.as_str(), buffer)
    }
}

#[cfg(feature = "firestore")]
impl<M: ?Sized> DocumentCodec for DocId<M> {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.text(self.as_str()))
    }

    #[inline]
    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        let text: String = text(value)?.into();
        Self::parse(text)
            .map_err(|error| FieldError::malformed(&error.text, "the id of a document"))
    }
}

impl<M: ?Sized> Element for DocId<M> {}

impl<M: ?Sized> Default for DocId<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl<M: ?Sized> Clone for DocId<M> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<M: ?Sized> PartialEq for DocId<M> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<M: ?Sized> Eq for DocId<M> {}

impl<M: ?Sized> PartialOrd for DocId<M> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<M: ?Sized> Ord for DocId<M> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<M: ?Sized> Hash for DocId<M> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<M: ?Sized> fmt::Debug for DocId<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DocId({:?})", self.0)
    }
}

impl<M: ?Sized> fmt::Display for DocId<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<M: ?Sized> std::str::FromStr for DocId<M> {
    type Err = DocIdError;

    fn from_str(text: &str) -> Result<Self, DocIdError> {
        Self::parse(text)
    }
}

#[cfg(feature = "serde")]
impl<M: ?Sized> serde::Serialize for DocId<M> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, M: ?Sized> serde::Deserialize<'de> for DocId<M> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)
            .and_then(|text| Self::parse(text).map_err(serde::de::Error::custom))
    }
}
