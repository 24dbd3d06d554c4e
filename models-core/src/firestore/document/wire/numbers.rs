//! The numbers of the fields, as `document.proto` gives them, with the kinds
//! they are written in.

/// A number of variable length.
pub(super) const VARINT: u8 = 0;
/// Eight bytes.
pub(super) const FIXED: u8 = 1;
/// A length, and as many bytes.
pub(super) const LENGTH: u8 = 2;

/// What stands before a field.
pub(super) const fn tag(number: u32, kind: u8) -> u32 {
    number << 3 | kind as u32
}

pub(super) mod document {
    pub(in super::super) const NAME: u32 = 1;
    pub(in super::super) const FIELDS: u32 = 2;
    pub(in super::super) const CREATE_TIME: u32 = 3;
}

/// An entry of a map, of a document's fields too.
pub(super) mod entry {
    pub(in super::super) const KEY: u32 = 1;
    pub(in super::super) const VALUE: u32 = 2;
}

pub(super) mod value {
    pub(in super::super) const BOOLEAN: u32 = 1;
    pub(in super::super) const INTEGER: u32 = 2;
    pub(in super::super) const DOUBLE: u32 = 3;
    pub(in super::super) const REFERENCE: u32 = 5;
    pub(in super::super) const MAP: u32 = 6;
    pub(in super::super) const GEO_POINT: u32 = 8;
    pub(in super::super) const ARRAY: u32 = 9;
    pub(in super::super) const TIMESTAMP: u32 = 10;
    pub(in super::super) const NULL: u32 = 11;
    pub(in super::super) const STRING: u32 = 17;
    pub(in super::super) const BYTES: u32 = 18;
}

/// The values of a list, and the entries of a map.
pub(super) const PARTS: u32 = 1;

/// Of a timestamp: seconds and nanoseconds; of a point: latitude and longitude.
pub(super) const FIRST: u32 = 1;
pub(super) const SECOND: u32 = 2;
