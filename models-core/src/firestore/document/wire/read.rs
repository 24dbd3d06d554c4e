//! Reading a model from bytes, in one walk: every tag and most lengths are one
//! or two bytes, which is the fast path.

use super::message::{Message, invalid, text};
use super::{Wire, tags};
use crate::firestore::document::form::ReadDocument;
use crate::firestore::document::read::{UnknownFields, read_document};
use crate::firestore::document::{DocumentError, DocumentModel};
use crate::types::document::{FieldError, RawValue, ValueReader};

/// The message of a value.
#[derive(Clone, Copy)]
pub(super) struct WireValue<'a> {
    bytes: &'a [u8],
    /// In how many lists and maps it is, so that a document cannot exhaust the
    /// stack.
    depth: u8,
}

/// More than Firestore allows.
const MAX_DEPTH: u8 = 100;

impl<'a> ValueReader for WireValue<'a> {
    type Text = &'a str;
    type Bytes = &'a [u8];
    type Name = &'a [u8];
    type Items = WireItems<'a>;
    type Fields = WireEntries<'a>;

    /// Of several values the last counts, as in protocol buffers.
    #[inline]
    fn parse(self) -> Result<RawValue<Self>, FieldError> {
        let mut message = Message(self.bytes);
        let Some(tag) = message.tag()? else { return Ok(RawValue::Other) };
        let value = self.content(tag, &mut message)?;
        if message.0.is_empty() { Ok(value) } else { self.last(value, message) }
    }

    fn name(name: &'a [u8]) -> Result<String, FieldError> {
        text(name).map(str::to_owned)
    }
}

impl<'a> WireValue<'a> {
    /// The value after a tag.
    #[inline]
    fn content(self, tag: u64, message: &mut Message<'a>) -> Result<RawValue<Self>, FieldError> {
        Ok(match tag {
            tags::STRING => RawValue::Text(message.text()?),
            tags::INTEGER => RawValue::Integer(message.varint()?.cast_signed()),
            tags::BOOLEAN => RawValue::Boolean(message.varint()? != 0),
            tags::DOUBLE => RawValue::Double(message.fixed()?),
            tags::TIMESTAMP => {
                let (seconds, nanos) = timestamp(message.bytes()?)?;
                RawValue::Timestamp { seconds, nanos }
            }
            tags::ARRAY => {
                let message = Message(message.bytes()?);
                RawValue::Array(WireItems { message, depth: self.inner()? })
            }
            tags::MAP => {
                let message = Message(message.bytes()?);
                RawValue::Map(WireEntries { message, tag: tags::ITEMS, depth: self.inner()? })
            }
            tags::NULL => {
                message.varint()?;
                RawValue::Null
            }
            tags::BYTES => RawValue::Bytes(message.bytes()?),
            tags::REFERENCE => RawValue::Reference(message.text()?),
            tags::GEO_POINT => geo_point(message.bytes()?)?,
            other => {
                message.skip(other)?;
                RawValue::Other
            }
        })
    }

    /// The last of several values; no usual writer sends more than one.
    #[cold]
    fn last(
        self,
        mut value: RawValue<Self>,
        mut message: Message<'a>,
    ) -> Result<RawValue<Self>, FieldError> {
        while let Some(tag) = message.tag()? {
            value = match self.content(tag, &mut message)? {
                RawValue::Other => value,
                next => next,
            };
        }
        Ok(value)
    }

    /// The depth of what is in a list or a map that is here.
    #[inline]
    fn inner(self) -> Result<u8, FieldError> {
        if self.depth <= MAX_DEPTH {
            return Ok(self.depth + 1);
        }
        Err(invalid("there are too many maps inside one another"))
    }
}

/// Seconds and nanoseconds.
type Timestamp = (i64, i32);

/// Seconds and nanoseconds; zeros may be left out.
fn timestamp(bytes: &[u8]) -> Result<Timestamp, FieldError> {
    let (mut message, mut seconds, mut nanos) = (Message(bytes), 0, 0);
    while let Some(tag) = message.tag()? {
        match tag {
            tags::SECONDS => seconds = message.varint()?.cast_signed(),
            tags::NANOS => nanos = message.varint()?.cast_signed(),
            other => message.skip(other)?,
        }
    }
    // What is out of range is not a moment either.
    Ok((seconds, i32::try_from(nanos).unwrap_or(-1)))
}

fn geo_point<'a>(bytes: &[u8]) -> Result<RawValue<WireValue<'a>>, FieldError> {
    let (mut message, mut latitude, mut longitude) = (Message(bytes), 0.0, 0.0);
    while let Some(tag) = message.tag()? {
        match tag {
            tags::LATITUDE => latitude = message.fixed()?,
            tags::LONGITUDE => longitude = message.fixed()?,
            other => message.skip(other)?,
        }
    }
    Ok(RawValue::GeoPoint { latitude, longitude })
}

/// The elements of a list.
pub(super) struct WireItems<'a> {
    message: Message<'a>,
    depth: u8,
}

impl<'a> Iterator for WireItems<'a> {
    type Item = Result<WireValue<'a>, FieldError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let bytes = next_part(&mut self.message, tags::ITEMS)?;
        Some(bytes.map(|bytes| WireValue { bytes, depth: self.depth }))
    }
}

/// The fields of a document, or the entries of a map.
pub(super) struct WireEntries<'a> {
    message: Message<'a>,
    tag: u64,
    depth: u8,
}

impl<'a> Iterator for WireEntries<'a> {
    type Item = Result<(&'a [u8], WireValue<'a>), FieldError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let part = next_part(&mut self.message, self.tag)?;
        Some(part.and_then(|part| entry(part, self.depth)))
    }
}

/// The next part of a message under this tag, which is one byte long. After an
/// error there is none.
#[inline]
fn next_part<'a>(message: &mut Message<'a>, wanted: u64) -> Option<Result<&'a [u8], FieldError>> {
    if let [tag, length @ ..0x80, rest @ ..] = message.0
        && u64::from(*tag) == wanted
        && let Some((part, rest)) = rest.split_at_checked(usize::from(*length))
    {
        message.0 = rest;
        return Some(Ok(part));
    }
    any_next_part(message, wanted)
}

#[inline(never)]
fn any_next_part<'a>(
    message: &mut Message<'a>,
    wanted: u64,
) -> Option<Result<&'a [u8], FieldError>> {
    loop {
        let part = match message.tag().transpose()? {
            Ok(tag) if tag == wanted => message.bytes(),
            Ok(other) => match message.skip(other) {
                Ok(()) => continue,
                Err(error) => Err(error),
            },
            Err(error) => Err(error),
        };
        if part.is_err() {
            message.0 = &[];
        }
        return Some(part);
    }
}

/// A name and its value. Writers send the name first, and it is short.
#[inline]
fn entry(bytes: &[u8], depth: u8) -> Result<(&[u8], WireValue<'_>), FieldError> {
    const KEY: u8 = 1 << 3 | 2;
    const VALUE: u8 = 2 << 3 | 2;
    if let [KEY, length @ ..0x80, rest @ ..] = bytes
        && let Some((name, [VALUE, rest @ ..])) = rest.split_at_checked(usize::from(*length))
    {
        let mut message = Message(rest);
        let bytes = message.bytes()?;
        if message.0.is_empty() {
            return Ok((name, WireValue { bytes, depth }));
        }
    }
    any_entry(bytes, depth)
}

#[inline(never)]
fn any_entry(bytes: &[u8], depth: u8) -> Result<(&[u8], WireValue<'_>), FieldError> {
    let (mut message, mut name, mut bytes) = (Message(bytes), &[][..], &[][..]);
    while let Some(tag) = message.tag()? {
        match tag {
            tags::ENTRY_KEY => name = message.bytes()?,
            tags::ENTRY_VALUE => bytes = message.bytes()?,
            other => message.skip(other)?,
        }
    }
    Ok((name, WireValue { bytes, depth }))
}

/// The document's name, and when it was created.
fn head(bytes: &[u8]) -> Result<(&str, Option<Timestamp>), FieldError> {
    let (mut message, mut name, mut created) = (Message(bytes), "", None);
    while let Some(tag) = message.tag()? {
        match tag {
            tags::DOCUMENT_FIELDS => drop(message.bytes()?),
            tags::DOCUMENT_NAME => name = message.text()?,
            tags::DOCUMENT_CREATE_TIME => created = Some(timestamp(message.bytes()?)?),
            other => message.skip(other)?,
        }
    }
    Ok((name, created))
}

impl ReadDocument for &Wire {
    fn read<M: DocumentModel>(self, unknown: &mut UnknownFields) -> Result<M, DocumentError> {
        let (name, created) =
            head(&self.0).map_err(|error| DocumentError::new(M::DEFINITION, "", vec![error]))?;
        let message = Message(&self.0);
        let fields = WireEntries { message, tag: tags::DOCUMENT_FIELDS, depth: 0 };
        read_document::<M, WireValue<'_>>(name, created, fields, unknown)
    }
}
