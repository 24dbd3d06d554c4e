//! The bytes of the message read by hand: one walk, a `match` on the names, and
//! every text copied once.

use backend_models::prelude::{DateTime, Utc};
use backend_models::types::{DocId, Uid};

use super::Article;

/// The rest of a message.
struct Message<'a>(&'a [u8]);

impl<'a> Message<'a> {
    fn number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if *byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }
}

/// What a tag precedes: `STRING` is field 17 of a value, with a length.
const STRING: u64 = 17 << 3 | 2;
const INTEGER: u64 = 2 << 3;
const BOOLEAN: u64 = 1 << 3;
const DOUBLE: u64 = 3 << 3 | 1;
const TIMESTAMP: u64 = 10 << 3 | 2;
const ARRAY: u64 = 9 << 3 | 2;

/// The article in the bytes of a `Document`.
#[must_use]
pub fn read_bytes_by_hand(bytes: &[u8]) -> Option<Article> {
    let (mut id, mut title, mut body, mut email) = (None, None, None, None);
    let (mut author, mut score, mut total, mut ratio) = (None, None, None, None);
    let (mut active, mut note, mut rank, mut tags) = (None, None, None, None);
    let (mut created_at, mut updated_at) = (None, None);
    let mut document = Message(bytes);
    while !document.0.is_empty() {
        match document.number()? {
            0x0a => {
                let name = std::str::from_utf8(document.bytes()?).ok()?;
                id = Some(DocId::parse(name.rsplit_once("/articles/")?.1).ok()?);
            }
            0x12 => {
                let (name, value) = entry(document.bytes()?)?;
                match name {
                    b"title" => title = Some(string(value)?),
                    b"body" => body = Some(string(value)?),
                    b"email" => email = Some(string(value)?),
                    b"author" => author = Some(Uid::from(string(value)?)),
                    b"score" => score = Some(i32::try_from(integer(value)?).ok()?),
                    b"total" => total = Some(integer(value)?),
                    b"ratio" => ratio = Some(double(value)?),
                    b"active" => active = Some(tagged(value, BOOLEAN)?.number()? != 0),
                    b"note" => note = Some(string(value)?),
                    b"rank" => rank = Some(i32::try_from(integer(value)?).ok()?),
                    b"tags" => tags = Some(strings(value)?),
                    b"createdAt" => created_at = Some(moment(value)?),
                    b"updatedAt" => updated_at = Some(moment(value)?),
                    _ => {}
                }
            }
            _ => drop(document.bytes()?),
        }
    }
    Some(Article {
        id: id?,
        title: title?,
        body: body?,
        email: email?,
        author: author?,
        score: score?,
        total: total?,
        ratio: ratio?,
        active: active?,
        note,
        rank,
        tags: tags?,
        created_at: created_at?,
        updated_at: updated_at?,
    })
}

fn entry(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (mut message, mut name, mut value) = (Message(bytes), &[][..], &[][..]);
    while !message.0.is_empty() {
        match message.number()? {
            0x0a => name = message.bytes()?,
            0x12 => value = message.bytes()?,
            _ => return None,
        }
    }
    Some((name, value))
}

/// What follows the one tag of a value.
fn tagged(value: &[u8], tag: u64) -> Option<Message<'_>> {
    let mut message = Message(value);
    (message.number()? == tag).then_some(message)
}

fn string(value: &[u8]) -> Option<String> {
    std::str::from_utf8(tagged(value, STRING)?.bytes()?).ok().map(str::to_owned)
}

fn integer(value: &[u8]) -> Option<i64> {
    Some(tagged(value, INTEGER)?.number()?.cast_signed())
}

fn double(value: &[u8]) -> Option<f64> {
    Some(f64::from_le_bytes(*tagged(value, DOUBLE)?.0.first_chunk()?))
}

fn strings(value: &[u8]) -> Option<Vec<String>> {
    let (mut message, mut strings) = (Message(tagged(value, ARRAY)?.bytes()?), Vec::new());
    while !message.0.is_empty() {
        match message.number()? {
            0x0a => strings.push(string(message.bytes()?)?),
            _ => return None,
        }
    }
    Some(strings)
}

fn moment(value: &[u8]) -> Option<DateTime<Utc>> {
    let mut message = Message(tagged(value, TIMESTAMP)?.bytes()?);
    let (mut seconds, mut nanos) = (0, 0);
    while !message.0.is_empty() {
        match message.number()? {
            0x08 => seconds = message.number()?.cast_signed(),
            0x10 => nanos = message.number()?.try_into().ok()?,
            _ => return None,
        }
    }
    DateTime::from_timestamp(seconds, nanos)
}
