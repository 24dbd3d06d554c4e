//! Reading a model from bytes.

use super::Wire;
use super::numbers::{FIRST, PARTS, SECOND, document, entry, value};
use super::reader::{Content, Reader, broken, text};
use crate::firestore::document::form::ReadDocument;
use crate::firestore::document::gather::{Unknown, gather};
use crate::firestore::document::{DocumentError, DocumentModel};
use crate::types::document::{Given, Outcome, Source};

/// The bytes of a value.
#[derive(Clone, Copy)]
pub(super) struct One<'a> {
    bytes: &'a [u8],
    /// How many lists and maps it is in: what is sent cannot use up the stack.
    depth: u8,
}

/// More than Firestore keeps.
const DEEPEST: u8 = 100;

impl<'a> Source for One<'a> {
    type Text = &'a str;
    type Bytes = &'a [u8];
    type Name = &'a str;
    type Items = Items<'a>;
    type Fields = Entries<'a>;

    /// The last of several, as protocol buffers have it.
    fn open(self) -> Outcome<Given<Self>> {
        if self.depth > DEEPEST {
            return Err(broken("there are too many maps in one another"));
        }
        let (mut rest, mut given) = (Reader(self.bytes), Given::Other);
        let depth = self.depth + 1;
        while let Some((number, content)) = rest.field()? {
            given = match (number, content) {
                (value::NULL, Content::Number(_)) => Given::Null,
                (value::BOOLEAN, Content::Number(number)) => Given::Boolean(number != 0),
                (value::INTEGER, Content::Number(number)) => Given::Integer(number.cast_signed()),
                (value::DOUBLE, Content::Fixed(bits)) => Given::Double(f64::from_bits(bits)),
                (value::STRING, Content::Bytes(bytes)) => Given::Text(text(bytes)?),
                (value::BYTES, Content::Bytes(bytes)) => Given::Bytes(bytes),
                (value::REFERENCE, Content::Bytes(bytes)) => Given::Reference(text(bytes)?),
                (value::TIMESTAMP, Content::Bytes(bytes)) => {
                    let (seconds, nanos) = timestamp(bytes)?;
                    Given::Timestamp { seconds, nanos }
                }
                (value::GEO_POINT, Content::Bytes(bytes)) => {
                    let [latitude, longitude] = pair(bytes)?;
                    Given::GeoPoint {
                        latitude: f64::from_bits(latitude),
                        longitude: f64::from_bits(longitude),
                    }
                }
                (value::ARRAY, Content::Bytes(bytes)) => {
                    Given::Array(Items { rest: Reader(bytes), depth })
                }
                (value::MAP, Content::Bytes(bytes)) => {
                    Given::Map(Entries { rest: Reader(bytes), number: PARTS, depth })
                }
                _ => given,
            };
        }
        Ok(given)
    }
}

/// Two numbers; what is left out is zero.
fn pair(bytes: &[u8]) -> Outcome<[u64; 2]> {
    let (mut rest, mut pair) = (Reader(bytes), [0, 0]);
    while let Some((number, content)) = rest.field()? {
        if let Content::Number(value) | Content::Fixed(value) = content {
            match number {
                FIRST => pair[0] = value,
                SECOND => pair[1] = value,
                _ => {}
            }
        }
    }
    Ok(pair)
}

fn timestamp(bytes: &[u8]) -> Outcome<(i64, i32)> {
    let [seconds, nanos] = pair(bytes)?.map(u64::cast_signed);
    // What is out of range is no moment either.
    Ok((seconds, i32::try_from(nanos).unwrap_or(-1)))
}

/// The elements of a list.
#[derive(Clone)]
pub(super) struct Items<'a> {
    rest: Reader<'a>,
    depth: u8,
}

impl<'a> Iterator for Items<'a> {
    type Item = Outcome<One<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.rest.field().transpose()? {
                Ok((PARTS, Content::Bytes(bytes))) => {
                    return Some(Ok(One { bytes, depth: self.depth }));
                }
                Ok(_) => {}
                Err(problem) => {
                    self.rest = Reader(&[]);
                    return Some(Err(problem));
                }
            }
        }
    }
}

/// The fields of a document, or the entries of a map.
#[derive(Clone)]
pub(super) struct Entries<'a> {
    rest: Reader<'a>,
    number: u32,
    depth: u8,
}

impl<'a> Iterator for Entries<'a> {
    type Item = Outcome<(&'a str, One<'a>)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.rest.field().transpose()? {
                Ok((number, Content::Bytes(bytes))) if number == self.number => {
                    return Some(one(bytes, self.depth));
                }
                Ok(_) => {}
                Err(problem) => {
                    self.rest = Reader(&[]);
                    return Some(Err(problem));
                }
            }
        }
    }
}

/// A name and its value.
fn one(bytes: &[u8], depth: u8) -> Outcome<(&str, One<'_>)> {
    let (mut rest, mut name, mut value) = (Reader(bytes), &[][..], &[][..]);
    while let Some((number, content)) = rest.field()? {
        match (number, content) {
            (entry::KEY, Content::Bytes(bytes)) => name = bytes,
            (entry::VALUE, Content::Bytes(bytes)) => value = bytes,
            _ => {}
        }
    }
    Ok((text(name)?, One { bytes: value, depth }))
}

/// The document's name, and when it was made.
fn head(bytes: &[u8]) -> Outcome<(&str, Option<(i64, i32)>)> {
    let (mut rest, mut name, mut made) = (Reader(bytes), "", None);
    while let Some((number, content)) = rest.field()? {
        match (number, content) {
            (document::NAME, Content::Bytes(bytes)) => name = text(bytes)?,
            (document::CREATE_TIME, Content::Bytes(bytes)) => made = Some(timestamp(bytes)?),
            _ => {}
        }
    }
    Ok((name, made))
}

impl ReadDocument for &Wire {
    fn read<M: DocumentModel>(self, unknown: &mut Unknown) -> Result<M, DocumentError> {
        let head = head(&self.0);
        let (name, made) = head.map_err(|problem| DocumentError::new::<M>("", vec![problem]))?;
        let fields = Entries { rest: Reader(&self.0), number: document::FIELDS, depth: 0 };
        gather::<M, One<'_>>(name, made, fields, unknown)
    }
}
