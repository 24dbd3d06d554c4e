//! A value whose type is known only when a tree is evaluated.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

use super::ClaimValue;
use crate::schema::Literal;
use crate::types::{DocId, Id, Uid};

/// A value of a field or of `auth`, for [`evaluate`](super::evaluate).
///
/// Each Rust type of a field has one of these variants: an enum is the text of
/// its label, and all whole numbers and all floats are the widest.
///
/// ```
/// use models_core::access::Value;
/// assert_eq!(Value::from(Some(3_i16)), Value::Int(3));
/// assert_eq!(Value::from(None::<bool>), Value::Null);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// The value is absent.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number of any size.
    Int(i64),
    /// A float of any size.
    Float(f64),
    /// Characters, or the label of an enum's variant.
    Text(String),
    /// A UUID, or the key of a model.
    Uuid(Uuid),
    /// A moment.
    Timestamp(DateTime<Utc>),
    /// A date and time of day without a zone.
    LocalTimestamp(NaiveDateTime),
    /// A calendar date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A length of time.
    Interval(TimeDelta),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A list of one of the others.
    List(Vec<Value>),
    /// A claim of a token.
    Claim(ClaimValue),
    /// A decimal number.
    #[cfg(feature = "decimal")]
    Decimal(rust_decimal::Decimal),
    /// An IP address with a prefix length.
    #[cfg(feature = "ipnetwork")]
    Network(ipnetwork::IpNetwork),
    /// Any JSON value.
    #[cfg(feature = "json")]
    Json(serde_json::Value),
}

impl Value {
    /// Whether there is no value. A claim that is absent counts as none.
    #[must_use]
    pub fn is_null(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Claim(claim) => !claim.is_there(),
            _ => false,
        }
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Value {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

impl<M: ?Sized> From<Id<M>> for Value {
    fn from(id: Id<M>) -> Self {
        Self::Uuid(id.uuid())
    }
}

impl<M: ?Sized> From<DocId<M>> for Value {
    fn from(id: DocId<M>) -> Self {
        Self::Text(id.to_string())
    }
}

impl From<Uid> for Value {
    fn from(uid: Uid) -> Self {
        Self::Text(uid.into_string())
    }
}

impl From<&Literal> for Value {
    fn from(literal: &Literal) -> Self {
        match literal {
            Literal::Bool(holds) => Self::Bool(*holds),
            Literal::Int(int) => Self::Int(*int),
            Literal::Float(float) => Self::Float(*float),
            Literal::Text(text) => Self::Text(text.to_string()),
        }
    }
}

/// Implements `From` for the types that go into one variant.
macro_rules! value_from {
    ($($(#[$when:meta])? $rust:ty => $variant:ident,)+) => {$(
        $(#[$when])?
        impl From<$rust> for Value {
            fn from(value: $rust) -> Self {
                Self::$variant(value.into())
            }
        }
    )+};
}

value_from! {
    bool => Bool,
    i16 => Int,
    i32 => Int,
    i64 => Int,
    f32 => Float,
    f64 => Float,
    &str => Text,
    String => Text,
    Uuid => Uuid,
    DateTime<Utc> => Timestamp,
    NaiveDateTime => LocalTimestamp,
    NaiveDate => Date,
    NaiveTime => Time,
    TimeDelta => Interval,
    Vec<u8> => Bytes,
    ClaimValue => Claim,
    #[cfg(feature = "decimal")]
    rust_decimal::Decimal => Decimal,
    #[cfg(feature = "ipnetwork")]
    ipnetwork::IpNetwork => Network,
    #[cfg(feature = "json")]
    serde_json::Value => Json,
}
