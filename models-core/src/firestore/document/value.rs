//! Documents and values in types of this library.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::tree::{TreeValue as _, vector};
use crate::types::document::{FieldError, PathSegment, RawValue, ValueKind, ValueReader};

/// The fields of a document, or the entries of a map.
pub type Fields = BTreeMap<String, Value>;

/// A document without its model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its full name, `projects/p/databases/d/documents/teams/t`; empty when it
    /// is not known.
    pub name: String,
    /// Its body.
    pub fields: Fields,
    /// When it was created; set by the server.
    pub create_time: Option<DateTime<Utc>>,
    /// When it last changed; set by the server.
    pub update_time: Option<DateTime<Utc>>,
}

/// A value as Firestore stores it.
///
/// Two values are equal when Firestore would store the same: NaN equals itself,
/// and zero does not equal its negative.
#[derive(Clone, Debug)]
pub enum Value {
    /// A null: a value, not a missing field.
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
    /// Values by name.
    Map(Fields),
}

impl Value {
    /// A vector, as the map by which Firestore knows it.
    #[must_use]
    pub fn vector(numbers: impl Iterator<Item = f64>) -> Self {
        vector(numbers)
    }

    /// A value of any form.
    pub(in crate::firestore) fn from_raw<R: ValueReader>(
        value: RawValue<R>,
    ) -> Result<Self, FieldError> {
        Ok(match value {
            RawValue::Null => Self::Null,
            RawValue::Boolean(value) => Self::Boolean(value),
            RawValue::Integer(value) => Self::Integer(value),
            RawValue::Double(value) => Self::Double(value),
            RawValue::Timestamp { seconds, nanos } => {
                Self::timestamp(seconds, nanos).ok_or_else(|| {
                    FieldError::out_of_range(&seconds, "it is from year 1 to year 9999")
                })?
            }
            RawValue::Text(text) => Self::String(text.into()),
            RawValue::Bytes(bytes) => Self::Bytes(bytes.into()),
            RawValue::Reference(name) => Self::Reference(name.into()),
            RawValue::GeoPoint { latitude, longitude } => Self::GeoPoint { latitude, longitude },
            RawValue::Array(items) => {
                let item = |(index, item): (usize, Result<R, FieldError>)| {
                    let value = item.and_then(R::parse).and_then(Self::from_raw);
                    value.map_err(|error| error.within(PathSegment::Index(index)))
                };
                Self::Array(items.enumerate().map(item).collect::<Result<_, _>>()?)
            }
            RawValue::Map(entries) => {
                let mut fields = Fields::new();
                for entry in entries {
                    let (name, value) = entry?;
                    let name = R::name(name)?;
                    match value.parse().and_then(Self::from_raw) {
                        Ok(value) => fields.insert(name, value),
                        Err(error) => return Err(error.within(PathSegment::Key(name))),
                    };
                }
                Self::Map(fields)
            }
            other @ RawValue::Other => {
                return Err(FieldError::wrong_kind(other.kind(), ValueKind::Map));
            }
        })
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
