//! The fields of a message, one after the other.

use super::{FIXED, LENGTH, VARINT};
use crate::types::document::{FieldError, FieldErrorKind};

/// The rest of a message.
#[derive(Clone, Copy)]
pub(super) struct Message<'a>(pub(super) &'a [u8]);

impl<'a> Message<'a> {
    /// The tag of the next field; `None` at the end.
    #[inline]
    pub(super) fn tag(&mut self) -> Result<Option<u64>, FieldError> {
        if self.0.is_empty() { Ok(None) } else { self.varint().map(Some) }
    }

    #[inline]
    pub(super) fn varint(&mut self) -> Result<u64, FieldError> {
        match self.0 {
            [byte @ ..0x80, rest @ ..] => {
                self.0 = rest;
                Ok(u64::from(*byte))
            }
            [low, high @ ..0x80, rest @ ..] => {
                self.0 = rest;
                Ok(u64::from(*low & 0x7f) | u64::from(*high) << 7)
            }
            _ => self.long_varint(),
        }
    }

    #[inline(never)]
    fn long_varint(&mut self) -> Result<u64, FieldError> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.0.split_first().ok_or_else(truncated)?;
            self.0 = rest;
            // Of the tenth byte one bit is left.
            if shift == 63 && *byte > 1 {
                return Err(invalid("a number is too large"));
            }
            number |= u64::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    #[inline]
    pub(super) fn fixed(&mut self) -> Result<f64, FieldError> {
        let (bytes, rest) = self.0.split_first_chunk().ok_or_else(truncated)?;
        self.0 = rest;
        Ok(f64::from_bits(u64::from_le_bytes(*bytes)))
    }

    /// A text, bytes or a message.
    #[inline]
    pub(super) fn bytes(&mut self) -> Result<&'a [u8], FieldError> {
        let length = usize::try_from(self.varint()?).unwrap_or(usize::MAX);
        let (bytes, rest) = self.0.split_at_checked(length).ok_or_else(truncated)?;
        self.0 = rest;
        Ok(bytes)
    }

    #[inline]
    pub(super) fn text(&mut self) -> Result<&'a str, FieldError> {
        text(self.bytes()?)
    }

    /// A field that no document has.
    #[inline(never)]
    pub(super) fn skip(&mut self, tag: u64) -> Result<(), FieldError> {
        u32::try_from(tag >> 3).map_err(|_| invalid("a field has no number"))?;
        // Groups are obsolete, and no document has them.
        match tag & 7 {
            VARINT => drop(self.varint()?),
            FIXED => drop(self.fixed()?),
            LENGTH => drop(self.bytes()?),
            5 => (_, self.0) = self.0.split_at_checked(4).ok_or_else(truncated)?,
            _ => return Err(invalid("a field is of an unknown type")),
        }
        Ok(())
    }
}

#[cold]
fn truncated() -> FieldError {
    invalid("they end too early")
}

#[cold]
pub(super) fn invalid(wrong: &'static str) -> FieldError {
    FieldError::new(FieldErrorKind::InvalidBytes { wrong })
}

#[inline]
pub(super) fn text(bytes: &[u8]) -> Result<&str, FieldError> {
    std::str::from_utf8(bytes).map_err(|_| invalid("a text is not UTF-8"))
}
