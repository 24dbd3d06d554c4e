//! Where one value is read from.

use super::{Kind, Outcome};

/// One value of a document that is being read. It is opened once.
pub trait Source: Sized {
    /// A text, owned where the document may be taken apart.
    type Text: AsRef<str> + Into<String>;
    /// Bytes, likewise.
    type Bytes: AsRef<[u8]> + Into<Vec<u8>>;
    /// The name of a field, or of an entry of a map.
    type Name: AsRef<str> + Into<String>;
    /// The elements of a list.
    type Items: Iterator<Item = Outcome<Self>>;
    /// The entries of a map, or the fields of a document.
    type Fields: Iterator<Item = Outcome<(Self::Name, Self)>>;

    /// What is there.
    ///
    /// # Errors
    /// When the bytes that it is read from are none of a document.
    fn open(self) -> Outcome<Given<Self>>;
}

/// What is there, in the words of Firestore.
pub enum Given<S: Source> {
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
        /// Nanoseconds behind them.
        nanos: i32,
    },
    /// A text.
    Text(S::Text),
    /// Bytes.
    Bytes(S::Bytes),
    /// A document, by its full name.
    Reference(S::Text),
    /// A point on the earth.
    GeoPoint {
        /// Degrees to the north.
        latitude: f64,
        /// Degrees to the east.
        longitude: f64,
    },
    /// A list.
    Array(S::Items),
    /// Values by names; a vector is one, too.
    Map(S::Fields),
    /// What no document holds, such as an expression of a query.
    Other,
}

impl<S: Source> Given<S> {
    /// Which of them it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Boolean(_) => Kind::Boolean,
            Self::Integer(_) => Kind::Integer,
            Self::Double(_) => Kind::Double,
            Self::Timestamp { .. } => Kind::Timestamp,
            Self::Text(_) => Kind::String,
            Self::Bytes(_) => Kind::Bytes,
            Self::Reference(_) => Kind::Reference,
            Self::GeoPoint { .. } => Kind::GeoPoint,
            Self::Array(_) => Kind::Array,
            Self::Map(_) => Kind::Map,
            Self::Other => Kind::Other,
        }
    }
}

/// The document that a value is read from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin<'a> {
    /// The documents of its database, `projects/p/databases/d/documents`; `None`
    /// when the document has no name.
    pub documents: Option<&'a str>,
}
