//! Bytes that are written from the end to the front.
//!
//! In a protocol buffer the length of a part precedes it. Written backwards, the
//! part is complete when its length is due, so nothing is measured beforehand and
//! nothing is moved.

/// What has been written: `bytes` from `start` on.
pub(super) struct Buffer {
    bytes: Vec<u8>,
    start: usize,
}

/// What a usual document takes.
const INITIAL_CAPACITY: usize = 1_024;

impl Buffer {
    pub(super) fn new() -> Self {
        Self { bytes: vec![0; INITIAL_CAPACITY], start: INITIAL_CAPACITY }
    }

    /// How many bytes have been written.
    pub(super) fn len(&self) -> usize {
        self.bytes.len() - self.start
    }

    pub(super) fn into_bytes(mut self) -> Vec<u8> {
        self.bytes.drain(..self.start);
        self.bytes
    }

    /// Puts bytes in front.
    #[inline]
    pub(super) fn put(&mut self, front: &[u8]) {
        if self.start < front.len() {
            self.grow(front.len());
        }
        let start = self.start - front.len();
        if let Some(target) = self.bytes.get_mut(start..self.start) {
            target.copy_from_slice(front);
            self.start = start;
        }
    }

    #[cold]
    fn grow(&mut self, more: usize) {
        let written = self.len();
        let size = (self.bytes.len() * 2).max((written + more).next_power_of_two());
        let mut bytes = vec![0; size];
        if let (Some(target), Some(old)) =
            (bytes.get_mut(size - written..), self.bytes.get(self.start..))
        {
            target.copy_from_slice(old);
        }
        *self = Self { bytes, start: size - written };
    }

    /// Puts a number in front, seven bits a byte.
    #[inline]
    pub(super) fn varint(&mut self, mut number: u64) {
        if number < 0x80 {
            return self.put(&[low(number)]);
        }
        let (mut bytes, mut at) = ([0; 10], 0);
        while number >= 0x80 {
            bytes[at] = low(number) | 0x80;
            number >>= 7;
            at += 1;
        }
        bytes[at] = low(number);
        self.put(bytes.get(..=at).unwrap_or_default());
    }

    /// Puts a field that is a number in front.
    #[inline]
    pub(super) fn number(&mut self, tag: u64, number: u64) {
        self.varint(number);
        self.varint(tag);
    }

    /// Puts a field of eight bytes in front.
    #[inline]
    pub(super) fn double(&mut self, tag: u64, value: f64) {
        self.put(&value.to_le_bytes());
        self.varint(tag);
    }

    /// Puts a text, bytes or a message in front.
    #[inline]
    pub(super) fn text(&mut self, tag: u64, bytes: &[u8]) {
        self.put(bytes);
        self.head(tag, bytes.len());
    }

    /// Puts the tag and the length in front of what has been written since `end`.
    #[inline]
    pub(super) fn close(&mut self, tag: u64, end: usize) {
        self.head(tag, self.len() - end);
    }

    /// The tag and the length of a part. Most are short, and are put in front at
    /// once.
    #[inline]
    fn head(&mut self, tag: u64, length: usize) {
        let length = length as u64;
        match (length, tag) {
            (..0x80, ..0x80) => self.put(&[low(tag), low(length)]),
            (..0x80, ..0x4000) => self.put(&[low(tag) | 0x80, low(tag >> 7), low(length)]),
            _ => {
                self.varint(length);
                self.varint(tag);
            }
        }
    }
}

/// The lowest byte.
#[expect(clippy::cast_possible_truncation, reason = "that is its purpose")]
const fn low(number: u64) -> u8 {
    number as u8
}

#[cfg(test)]
mod tests {
    use super::{Buffer, INITIAL_CAPACITY};

    fn varint(number: u64) -> Vec<u8> {
        let mut buffer = Buffer::new();
        buffer.varint(number);
        buffer.into_bytes()
    }

    #[test]
    fn numbers_take_seven_bits_a_byte() {
        assert_eq!(varint(0), [0]);
        assert_eq!(varint(127), [127]);
        assert_eq!(varint(128), [0x80, 1]);
        assert_eq!(varint(300), [0xac, 2]);
        assert_eq!(varint(u64::MAX), [255, 255, 255, 255, 255, 255, 255, 255, 255, 1]);
    }

    #[test]
    fn a_part_has_its_tag_and_its_length() {
        let head = |field: u64, length| {
            let mut buffer = Buffer::new();
            buffer.text(field << 3 | 2, &vec![0; length]);
            let mut bytes = buffer.into_bytes();
            bytes.truncate(bytes.len() - length);
            bytes
        };
        assert_eq!(head(1, 127), [0x0a, 127]);
        assert_eq!(head(1, 128), [0x0a, 0x80, 1]);
        assert_eq!(head(15, 0), [0x7a, 0]);
        assert_eq!(head(16, 0), [0x82, 1, 0]);
        assert_eq!(head(17, 300), [0x8a, 1, 0xac, 2]);
        assert_eq!(head(2_047, 1), [0xfa, 0x7f, 1]);
        assert_eq!(head(2_048, 1), [0x82, 0x80, 1, 1]);
    }

    #[test]
    fn the_buffer_grows() {
        let long = vec![7; 3 * INITIAL_CAPACITY + 1];
        let mut buffer = Buffer::new();
        buffer.put(&[1]);
        buffer.put(&long);
        buffer.put(&[2]);
        let bytes = buffer.into_bytes();
        assert_eq!(bytes.len(), long.len() + 2);
        assert_eq!((bytes.first(), bytes.last()), (Some(&2), Some(&1)));
    }
}
