//! Reading the REST form. A message may leave out what is empty or zero.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::message::{Array, Double, Integer, Map, Point};
use super::text;
use crate::firestore::document::{Document, Value};

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
    text::timestamp_of(text).ok_or_else(|| E::custom(format_args!("{text:?} is no timestamp")))
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
            return Err(de::Error::custom("a value of no kind"));
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
                    text::bytes_of(&text)
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
