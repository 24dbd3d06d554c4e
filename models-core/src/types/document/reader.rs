//! Reading one value.

use super::{FieldError, ValueKind};

/// One value of a document that is being read.
pub trait ValueReader: Sized {
    /// A text, owned where the document may be taken apart.
    type Text: AsRef<str> + Into<String>;
    /// Bytes, owned in the same case.
    type Bytes: AsRef<[u8]> + Into<Vec<u8>>;
    /// The name of a field, or of an entry of a map: bytes that may still have
    /// to be checked for UTF-8.
    type Name: AsRef<[u8]>;
    /// The elements of a list.
    type Items: Iterator<Item = Result<Self, FieldError>>;
    /// The entries of a map, or the fields of a document.
    type Fields: Iterator<Item = Result<(Self::Name, Self), FieldError>>;

    /// The value, one level deep.
    ///
    /// # Errors
    /// When the bytes it is read from are not a value.
    fn parse(self) -> Result<RawValue<Self>, FieldError>;

    /// A name as a text.
    ///
    /// # Errors
    /// When it is not UTF-8.
    fn name(name: Self::Name) -> Result<String, FieldError>;
}

/// A value as Firestore distinguishes them.
pub enum RawValue<R: ValueReader> {
    /// A null.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A floating-point number.
    Double(f64),
    /// A moment since 1970.
    Timestamp {
        /// Whole seconds, rounded down.
        seconds: i64,
        /// The nanoseconds after them.
        nanos: i32,
    },
    /// A text.
    Text(R::Text),
    /// Bytes.
    Bytes(R::Bytes),
    /// A document, by its full name.
    Reference(R::Text),
    /// A point on the earth.
    GeoPoint {
        /// Degrees to the north.
        latitude: f64,
        /// Degrees to the east.
        longitude: f64,
    },
    /// A list.
    Array(R::Items),
    /// Values by name; a vector is one, too.
    Map(R::Fields),
    /// Something that no document stores, such as an expression of a query.
    Other,
}

impl<R: ValueReader> RawValue<R> {
    /// Which kind of value it is.
    #[must_use]
    pub fn kind(&self) -> ValueKind {
        match self {
            Self::Null => ValueKind::Null,
            Self::Boolean(_) => ValueKind::Boolean,
            Self::Integer(_) => ValueKind::Integer,
            Self::Double(_) => ValueKind::Double,
            Self::Timestamp { .. } => ValueKind::Timestamp,
            Self::Text(_) => ValueKind::String,
            Self::Bytes(_) => ValueKind::Bytes,
            Self::Reference(_) => ValueKind::Reference,
            Self::GeoPoint { .. } => ValueKind::GeoPoint,
            Self::Array(_) => ValueKind::Array,
            Self::Map(_) => ValueKind::Map,
            Self::Other => ValueKind::Other,
        }
    }
}

/// The document that a value is read from.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadContext<'a> {
    /// What the names of its database's documents begin with,
    /// `projects/p/databases/d/documents`; `None` when the document has no name.
    pub documents: Option<&'a str>,
}
