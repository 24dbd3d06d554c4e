//! A document as the bytes that are sent: the message `Document` of
//! `google/firestore/v1/document.proto`, without building it first.

mod buffer;
mod message;
mod read;
mod write;

/// A document as it is sent, in the format of protocol buffers.
///
/// Writing one needs neither a map nor owned values, so it is several times
/// faster than through the message of a client. It is meant for those who send
/// requests without the `firestore` crate. What a server sent is read from it in
/// the same way.
///
/// ```
/// use models_core::firestore::document::Wire;
/// let document = Wire::from(vec![]);
/// assert!(document.as_bytes().is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wire(Vec<u8>);

impl Wire {
    /// The bytes of the message.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes of the message, owned.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl From<Vec<u8>> for Wire {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

/// A number of variable length follows.
const VARINT: u64 = 0;
/// Eight bytes follow.
const FIXED: u64 = 1;
/// A length follows, and as many bytes.
const LENGTH: u64 = 2;

/// What precedes a field: its number in the message, and what follows.
const fn tag(number: u64, follows: u64) -> u64 {
    number << 3 | follows
}

/// The tags of the messages, as `document.proto` numbers the fields.
mod tags {
    use super::{FIXED, LENGTH, VARINT, tag};

    pub(super) const DOCUMENT_NAME: u64 = tag(1, LENGTH);
    pub(super) const DOCUMENT_FIELDS: u64 = tag(2, LENGTH);
    pub(super) const DOCUMENT_CREATE_TIME: u64 = tag(3, LENGTH);

    /// Of an entry of a map, and of a document's fields.
    pub(super) const ENTRY_KEY: u64 = tag(1, LENGTH);
    pub(super) const ENTRY_VALUE: u64 = tag(2, LENGTH);

    pub(super) const BOOLEAN: u64 = tag(1, VARINT);
    pub(super) const INTEGER: u64 = tag(2, VARINT);
    pub(super) const DOUBLE: u64 = tag(3, FIXED);
    pub(super) const REFERENCE: u64 = tag(5, LENGTH);
    pub(super) const MAP: u64 = tag(6, LENGTH);
    pub(super) const GEO_POINT: u64 = tag(8, LENGTH);
    pub(super) const ARRAY: u64 = tag(9, LENGTH);
    pub(super) const TIMESTAMP: u64 = tag(10, LENGTH);
    pub(super) const NULL: u64 = tag(11, VARINT);
    pub(super) const STRING: u64 = tag(17, LENGTH);
    pub(super) const BYTES: u64 = tag(18, LENGTH);

    /// The values of a list, and the entries of a map.
    pub(super) const ITEMS: u64 = tag(1, LENGTH);

    pub(super) const SECONDS: u64 = tag(1, VARINT);
    pub(super) const NANOS: u64 = tag(2, VARINT);
    pub(super) const LATITUDE: u64 = tag(1, FIXED);
    pub(super) const LONGITUDE: u64 = tag(2, FIXED);
}
