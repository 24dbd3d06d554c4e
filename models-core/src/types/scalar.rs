//! Plain values: booleans, numbers, texts, UUIDs and times.
//!
//! What a database can hold and Rust cannot (a moment called `infinity`, the
//! time `24:00`, an interval of months) is an error when it is read. What Rust
//! can hold and PostgreSQL cannot is an error of the server when it is
//! written: a NUL in a text, a year before -4712. Nanoseconds are cut to
//! microseconds, except in a [`TimeDelta`], where sqlx refuses them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Element, FieldType};
use crate::schema::{Newtype, Node, Type};

plain! { scalar:
    bool => Type::Bool,
    i16 => Type::I16,
    i32 => Type::I32,
    i64 => Type::I64,
    f32 => Type::F32,
    f64 => Type::F64,
    String => Type::Text,
    Uuid => Type::Uuid,
}

plain! { time:
    DateTime<Utc> => Type::Timestamp,
    NaiveDateTime => Type::LocalTimestamp,
    NaiveDate => Type::Date,
    NaiveTime => Type::Time,
    TimeDelta => Type::Interval,
}

#[cfg(feature = "decimal")]
plain! { scalar: rust_decimal::Decimal => Type::Decimal, }

#[cfg(feature = "ipnetwork")]
plain! { scalar: ipnetwork::IpNetwork => Type::Network, }

#[cfg(feature = "json")]
plain! { scalar: serde_json::Value => Type::Json, }

impl FieldType for Vec<u8> {
    const TYPE: Type = Type::Bytes;
    type Value = Self;
    read_by!(scalar);
}

impl<T: FieldType> FieldType for Option<T> {
    const TYPE: Type = T::TYPE;
    const NULLABLE: bool = true;
    const NEWTYPE: Option<Newtype> = T::NEWTYPE;
    type Value = T;
    fn absent() -> Option<Self> {
        Some(None)
    }
    read_by!(option, T);
    #[cfg(feature = "firestore")]
    fn missing() -> Option<Self> {
        Some(None)
    }
}

/// Values by names, which only a document has; in a table, `Json<..>` holds one.
impl<T: Element> FieldType for BTreeMap<String, T> {
    const TYPE: Type = Type::Map(Node::Static(&T::TYPE));
    const NEWTYPE: Option<Newtype> = Newtype::of_items(T::NEWTYPE);
    type Value = Self;
    read_by!(nowhere);
}

impl<T: Element> FieldType for Vec<T> {
    const TYPE: Type = Type::Array(Node::Static(&T::TYPE));
    const NEWTYPE: Option<Newtype> = Newtype::of_items(T::NEWTYPE);
    type Value = Self;
    read_by!(list, T);
}
