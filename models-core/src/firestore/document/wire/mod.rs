//! A document as the bytes that are sent: the message `Document` of
//! `google/firestore/v1/document.proto`, without building it first.

mod buffer;
mod numbers;
mod reader;
mod sink;
mod source;

/// A document as it is sent, in the format of protocol buffers.
///
/// Writing one takes no map and no value of its own, so it is several times
/// faster than the message of a client; it is meant for whoever sends requests
/// of their own. What a server sent is read from it likewise.
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
