//! Values in the form of the REST interface, which names their type.

use serde_json::{Map, Value, json};

/// The fields of a document or map.
pub fn fields<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let named = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
    Value::Object(named.collect::<Map<_, _>>())
}

/// A string.
pub fn string(value: &str) -> Value {
    json!({"stringValue": value})
}

/// An integer, which JSON carries as text.
pub fn int(value: i64) -> Value {
    json!({"integerValue": value.to_string()})
}

/// A floating-point number; those that JSON has no number for are text.
pub fn double(value: f64) -> Value {
    if value.is_finite() {
        return json!({"doubleValue": value});
    }
    let name = if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "Infinity"
    } else {
        "-Infinity"
    };
    json!({"doubleValue": name})
}

/// A truth value.
pub fn bool(value: bool) -> Value {
    json!({"booleanValue": value})
}

/// `null`, which is a value and not a missing field.
pub fn null() -> Value {
    json!({"nullValue": null})
}

/// A moment, such as `2026-01-02T03:04:05.678901Z`.
pub fn timestamp(value: &str) -> Value {
    json!({"timestampValue": value})
}

/// Bytes, in Base64.
pub fn bytes(base64: &str) -> Value {
    json!({"bytesValue": base64})
}

/// A place on Earth, in degrees.
pub fn geo_point(latitude: f64, longitude: f64) -> Value {
    json!({"geoPointValue": {"latitude": latitude, "longitude": longitude}})
}

/// A list.
pub fn array(values: impl IntoIterator<Item = Value>) -> Value {
    json!({"arrayValue": {"values": values.into_iter().collect::<Vec<_>>()}})
}

/// A map.
pub fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    json!({"mapValue": {"fields": fields(entries)}})
}

/// A vector, which documents hold as a map of a certain form.
pub fn vector(values: &[f64]) -> Value {
    let values = array(values.iter().copied().map(double));
    map([("__type__", string("__vector__")), ("value", values)])
}
