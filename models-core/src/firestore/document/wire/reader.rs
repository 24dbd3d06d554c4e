//! The fields of a message, one after the other.

use super::numbers::{FIXED, LENGTH, VARINT};
use crate::types::document::{Outcome, Problem, Reason};

/// The rest of a message.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

/// What a field holds.
#[derive(Clone, Copy)]
pub(super) enum Content<'a> {
    Number(u64),
    Fixed(u64),
    Bytes(&'a [u8]),
    /// Four bytes, which no field of a document has.
    Other,
}

impl<'a> Reader<'a> {
    /// The next field: its number and what it holds; `None` at the end.
    #[inline]
    pub(super) fn field(&mut self) -> Outcome<Option<(u32, Content<'a>)>> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let tag = self.varint()?;
        let number = u32::try_from(tag >> 3).map_err(|_| broken("a field has no number"))?;
        // Groups are of an older time, and no document has them.
        let content = match (tag & 7) as u8 {
            VARINT => Content::Number(self.varint()?),
            FIXED => Content::Fixed(u64::from_le_bytes(*self.chunk()?)),
            LENGTH => {
                let length = usize::try_from(self.varint()?).unwrap_or(usize::MAX);
                let (bytes, rest) = self.0.split_at_checked(length).ok_or_else(cut)?;
                self.0 = rest;
                Content::Bytes(bytes)
            }
            5 => {
                self.chunk::<4>()?;
                Content::Other
            }
            _ => return Err(broken("a field is of no known kind")),
        };
        Ok(Some((number, content)))
    }

    fn chunk<const N: usize>(&mut self) -> Outcome<&'a [u8; N]> {
        let (chunk, rest) = self.0.split_first_chunk().ok_or_else(cut)?;
        self.0 = rest;
        Ok(chunk)
    }

    #[inline]
    fn varint(&mut self) -> Outcome<u64> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.0.split_first().ok_or_else(cut)?;
            self.0 = rest;
            // Of the tenth byte one bit is left.
            if shift == 63 && *byte > 1 {
                return Err(broken("a number is too large"));
            }
            number |= u64::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
        }
    }
}

#[cold]
fn cut() -> Problem {
    broken("they end too early")
}

#[cold]
pub(super) fn broken(wrong: &'static str) -> Problem {
    Problem::new(Reason::Bytes { wrong })
}

/// A text.
pub(super) fn text(bytes: &[u8]) -> Outcome<&str> {
    std::str::from_utf8(bytes).map_err(|_| broken("a text is no UTF-8"))
}
