//! Values and documents.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

/// The fields of a document, or the entries of a map.
pub type Fields = BTreeMap<String, Value>;

/// A document, with no model known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its full name, `projects/p/databases/d/documents/teams/t`; empty when it
    /// has none yet.
    pub name: String,
    /// Its body.
    pub fields: Fields,
    /// When it was made; set by the server.
    pub create_time: Option<DateTime<Utc>>,
    /// When it last changed; set by the server.
    pub update_time: Option<DateTime<Utc>>,
}

/// A value as Firestore keeps it.
///
/// Two values are equal when Firestore would keep the same: NaN equals itself,
/// and zero does not equal its negative.
#[derive(Clone, Debug)]
pub enum Value {
    /// A null: a value, and no missing field.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A floating-point number.
    Double(f64),
    /// A moment.
    Timestamp(DateTime<Utc>),
    /// A text.
    String(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A document, by its full name.
    Reference(String),
    /// A point on the earth.
    GeoPoint {
        /// Degrees to the north.
        latitude: f64,
        /// Degrees to the east.
        longitude: f64,
    },
    /// A list, with no list directly inside.
    Array(Vec<Value>),
    /// Values by names.
    Map(Fields),
}

impl Value {
    /// A vector, as the map that Firestore knows it by.
    #[must_use]
    pub fn vector(numbers: impl Iterator<Item = f64>) -> Self {
        let numbers = numbers.map(Self::Double).collect();
        Self::Map(Fields::from([
            ("__type__".to_owned(), Self::String("__vector__".to_owned())),
            ("value".to_owned(), Self::Array(numbers)),
        ]))
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            (Self::Integer(a), Self::Integer(b)) => a == b,
            (Self::Double(a), Self::Double(b)) => same(*a, *b),
            (Self::Timestamp(a), Self::Timestamp(b)) => a == b,
            (Self::String(a), Self::String(b)) | (Self::Reference(a), Self::Reference(b)) => a == b,
            (Self::Bytes(a), Self::Bytes(b)) => a == b,
            (
                Self::GeoPoint { latitude: a, longitude: b },
                Self::GeoPoint { latitude: c, longitude: d },
            ) => same(*a, *c) && same(*b, *d),
            (Self::Array(a), Self::Array(b)) => a == b,
            (Self::Map(a), Self::Map(b)) => a == b,
            _ => false,
        }
    }
}

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}
