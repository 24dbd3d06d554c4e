//! Reading the REST form. A message may leave out what is empty or zero.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::{decode_bytes, decode_double, decode_timestamp};
use crate::firestore::document::{Document, Fields, Value};

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OfDocument)
    }
}

struct OfDocument;

impl<'de> Visitor<'de> for OfDocument {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let mut document = Document::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "name" => document.name = map.next_value()?,
                "fields" => document.fields = map.next_value()?,
                "createTime" => document.create_time = Some(moment(&map.next_value::<String>()?)?),
                "updateTime" => document.update_time = Some(moment(&map.next_value::<String>()?)?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(document)
    }
}

fn moment<E: de::Error>(text: &str) -> Result<chrono::DateTime<chrono::Utc>, E> {
    decode_timestamp(text).ok_or_else(|| E::custom(format_args!("{text:?} is not a timestamp")))
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OfValue)
    }
}

struct OfValue;

impl<'de> Visitor<'de> for OfValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, such as {\"stringValue\": \"..\"}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let Some(kind) = map.next_key::<String>()? else {
            return Err(de::Error::custom("a value without a kind"));
        };
        let value = match kind.as_str() {
            "nullValue" => {
                map.next_value::<IgnoredAny>()?;
                Value::Null
            }
            "booleanValue" => Value::Boolean(map.next_value()?),
            "integerValue" => Value::Integer(map.next_value::<Integer>()?.0),
            "doubleValue" => Value::Double(map.next_value::<Double>()?.0),
            "timestampValue" => Value::Timestamp(moment(&map.next_value::<String>()?)?),
            "stringValue" => Value::String(map.next_value()?),
            "bytesValue" => {
                let text: String = map.next_value()?;
                Value::Bytes(
                    decode_bytes(&text)
                        .ok_or_else(|| de::Error::custom("the bytes are not written in base64"))?,
                )
            }
            "referenceValue" => Value::Reference(map.next_value()?),
            "geoPointValue" => {
                let Point { latitude, longitude } = map.next_value()?;
                Value::GeoPoint { latitude, longitude }
            }
            "arrayValue" => Value::Array(map.next_value::<Array>()?.values),
            "mapValue" => Value::Map(map.next_value::<Map>()?.fields),
            other => return Err(de::Error::unknown_variant(other, KINDS)),
        };
        match map.next_key::<String>()? {
            None => Ok(value),
            Some(_) => Err(de::Error::custom("a value of two kinds")),
        }
    }
}

const KINDS: &[&str] = &[
    "nullValue",
    "booleanValue",
    "integerValue",
    "doubleValue",
    "timestampValue",
    "stringValue",
    "bytesValue",
    "referenceValue",
    "geoPointValue",
    "arrayValue",
    "mapValue",
];

/// A message. As in protocol buffers, what is left out is the default of its type,
/// and what is unknown is ignored.
macro_rules! message {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $rust:ty),+ }) => {
        $(#[$doc])*
        #[derive(Default)]
        struct $name {
            $($field: $rust,)+
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct MessageVisitor;

                impl<'de> Visitor<'de> for MessageVisitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(concat!("an object of", $(" ", stringify!($field)),+))
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let mut message = $name::default();
                        while let Some(key) = map.next_key::<String>()? {
                            match key.as_str() {
                                $(stringify!($field) => message.$field = map.next_value()?,)+
                                _ => drop(map.next_value::<IgnoredAny>()?),
                            }
                        }
                        Ok(message)
                    }
                }

                deserializer.deserialize_map(MessageVisitor)
            }
        }
    };
}

message! {
    /// A list.
    Array { values: Vec<Value> }
}
message! {
    /// A map.
    Map { fields: Fields }
}
message! {
    /// A point on the earth.
    Point { latitude: f64, longitude: f64 }
}

/// A whole number: a text, but a number is read as well.
struct Integer(i64);

/// A floating-point number, or a text for what JSON has no number for.
struct Double(f64);

/// A number or a text.
macro_rules! number {
    ($name:ident: $expected:literal, $number:ident => $of:expr, $text:ident => $of_text:expr) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct NumberVisitor;

                impl Visitor<'_> for NumberVisitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }

                    fn visit_i64<E: de::Error>(self, value: i64) -> Result<$name, E> {
                        self.visit_str(&value.to_string())
                    }

                    fn visit_u64<E: de::Error>(self, value: u64) -> Result<$name, E> {
                        self.visit_str(&value.to_string())
                    }

                    fn visit_f64<E: de::Error>(self, $number: f64) -> Result<$name, E> {
                        let of: Option<$name> = $of;
                        of.ok_or_else(|| E::invalid_value(de::Unexpected::Float($number), &self))
                    }

                    fn visit_str<E: de::Error>(self, $text: &str) -> Result<$name, E> {
                        let of: Option<$name> = $of_text;
                        of.ok_or_else(|| E::invalid_value(de::Unexpected::Str($text), &self))
                    }
                }

                deserializer.deserialize_any(NumberVisitor)
            }
        }
    };
}

number! { Integer: "an integer of 64 bits", _number => None, text => text.parse().ok().map(Integer) }
number! { Double: "a double", number => Some(Double(number)), text => decode_double(text).map(Double) }
