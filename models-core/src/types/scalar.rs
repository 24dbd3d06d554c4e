//! Plain values: booleans, numbers, texts, UUIDs and times.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Element, FieldType};
use crate::schema::{Node, Type};

/// Implements [`FieldType`] and [`Element`] for types that map one to one.
macro_rules! plain {
    ($($rust:ty => $kind:expr,)+) => {$(
        impl FieldType for $rust {
            const TYPE: Type = $kind;
            type Value = Self;
        }
        impl Element for $rust {}
    )+};
}

plain! {
    bool => Type::Bool,
    i16 => Type::I16,
    i32 => Type::I32,
    i64 => Type::I64,
    f32 => Type::F32,
    f64 => Type::F64,
    String => Type::Text,
    Uuid => Type::Uuid,
    DateTime<Utc> => Type::Timestamp,
    NaiveDateTime => Type::LocalTimestamp,
    NaiveDate => Type::Date,
    NaiveTime => Type::Time,
    TimeDelta => Type::Interval,
}

impl FieldType for Vec<u8> {
    const TYPE: Type = Type::Bytes;
    type Value = Self;
}

impl<T: FieldType> FieldType for Option<T> {
    const TYPE: Type = T::TYPE;
    const NULLABLE: bool = true;
    type Value = T;
}

impl<T: Element> FieldType for Vec<T> {
    const TYPE: Type = Type::Array(Node::Static(&T::TYPE));
    type Value = Self;
}
