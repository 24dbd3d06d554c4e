//! Texts, bytes and networks.
//!
//! PostgreSQL refuses a text with a NUL character when it is written.

use super::FieldType;
#[cfg(feature = "firestore")]
use super::document::{
    DocumentCodec, FieldError, RawValue, ReadContext, ValueKind, ValueReader, ValueWriter, text,
};
use crate::schema::Type;

field_type! { String, Type::Text; }

row_by_sqlx!(String, Vec<u8>);

#[cfg(feature = "firestore")]
impl DocumentCodec for String {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.text(self))
    }

    #[inline]
    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        text(value).map(Into::into)
    }
}

/// Bytes, and not a list: `u8` is not a type of an element.
impl FieldType for Vec<u8> {
    const TYPE: Type = Type::Bytes;
    type Value = Self;
    by_codecs!();
}

#[cfg(feature = "firestore")]
impl DocumentCodec for Vec<u8> {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.bytes(self))
    }

    #[inline]
    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        match value {
            RawValue::Bytes(value) => Ok(value.into()),
            other => Err(FieldError::wrong_kind(other.kind(), ValueKind::Bytes)),
        }
    }
}

#[cfg(feature = "ipnetwork")]
field_type! { ipnetwork::IpNetwork, Type::Network; }

#[cfg(feature = "ipnetwork")]
row_by_sqlx!(ipnetwork::IpNetwork);

#[cfg(feature = "firestore")]
#[cfg(feature = "ipnetwork")]
impl DocumentCodec for ipnetwork::IpNetwork {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.text(&self.to_string()))
    }

    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        let text = text(value)?;
        let text = text.as_ref();
        text.parse().map_err(|_| FieldError::malformed(text, "a network, such as 10.0.0.0/8"))
    }
}
