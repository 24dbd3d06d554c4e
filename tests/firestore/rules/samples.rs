//! For each type values that a document may hold, and values that are nearly
//! of the type.

use models_core::schema::{Field, Type};
use models_tests::firestore::value::{
    array, bool, bytes, double, geo_point, int, map, null, string, timestamp, vector,
};
use serde_json::{Value, json};

const UUID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

/// The documents that references lead to.
fn reference(documents: &str) -> Value {
    json!({"referenceValue": format!("{documents}/members/ann")})
}

/// Values of the type. `documents` is where all documents are.
pub(super) fn right(field: &Field, documents: &str) -> Vec<Value> {
    match &field.kind {
        Type::Bool => vec![bool(true), bool(false)],
        Type::I16 => vec![int(-32_768), int(0), int(32_767)],
        Type::I32 => vec![int(-2_147_483_648), int(2_147_483_647)],
        Type::I64 | Type::Interval => vec![int(i64::MIN), int(0), int(i64::MAX)],
        // A client in JavaScript writes 2.0 as 2.
        Type::F32 => vec![double(f64::from(f32::MAX)), double(-0.5), int(2)],
        Type::F64 => vec![double(f64::MAX), double(f64::MIN), double(-0.0), int(2)],
        Type::Decimal => ["0", "-1.50", "12345678.99"].map(string).to_vec(),
        Type::Text => ["x", "it's\n\"\\ 😀"].map(string).to_vec(),
        Type::Uid => vec![string("ann")],
        Type::Uuid => vec![string(UUID)],
        Type::DocumentId => vec![string("t1"), string("é 😀")],
        Type::Reference => vec![reference(documents)],
        Type::GeoPoint => vec![geo_point(46.9, 7.4)],
        Type::Timestamp => vec![timestamp("2026-01-02T03:04:05.678901Z")],
        Type::Date => ["0000-02-29", "2024-02-29", "9999-12-31"].map(string).to_vec(),
        Type::Time => ["00:00:00", "23:59:59.000001", "12:00:00.100000"].map(string).to_vec(),
        Type::Json => vec![null(), bool(true), map([("a", array([int(1)]))]), string("x")],
        Type::Bytes => vec![bytes(""), bytes("AP8=")],
        Type::Network => ["0.0.0.0/0", "10.1.2.255/32", "fe80::1/64"].map(string).to_vec(),
        Type::Enum(of) => of.labels.iter().map(|label| string(label)).collect(),
        Type::Array(element) => vec![array([]), array(right(&of(element), documents))],
        Type::Map(value) => {
            let value = right(&of(value), documents).remove(0);
            vec![map([]), map([("it's", value)])]
        }
        Type::Vector(_) | Type::HalfVector(_) => vec![vector(&[1.0, 2.0])],
        Type::LocalTimestamp
        | Type::DateRange
        | Type::TimestampRange
        | Type::SparseVector(_)
        | Type::BitVector(_) => {
            panic!("no document holds {:?}", field.kind)
        }
    }
}

fn of(kind: &Type) -> Field {
    Field::new("element", kind.clone(), false)
}

/// Values that are not of the type, each for one reason.
pub(super) fn wrong(field: &Field, documents: &str) -> Vec<Value> {
    let mut wrong: Vec<Value> = vec![
        null(),
        bool(true),
        int(7),
        double(2.0),
        double(2.5),
        double(f64::NAN),
        double(f64::INFINITY),
        string("something else"),
        timestamp("2026-01-02T03:04:05Z"),
        bytes("AP8="),
        geo_point(1.0, 2.0),
        reference(documents),
        array([double(2.5)]),
        map([("a", double(2.5))]),
        vector(&[1.0]),
    ];
    wrong.retain(|value| !is_of(&field.kind, value));
    wrong.extend(near(&field.kind));
    wrong
}

/// Whether a value of [`wrong`]'s is right for this type after all.
fn is_of(kind: &Type, value: &Value) -> bool {
    let tag = value.as_object().unwrap().keys().next().unwrap().as_str();
    let is_finite = value != &double(f64::NAN) && value != &double(f64::INFINITY);
    let is_vector = *value == vector(&[1.0]);
    match kind {
        Type::Bool => tag == "booleanValue",
        Type::I16 | Type::I32 | Type::I64 | Type::Interval => tag == "integerValue",
        Type::F32 | Type::F64 => tag == "integerValue" || (tag == "doubleValue" && is_finite),
        Type::Text | Type::Uid | Type::DocumentId => tag == "stringValue",
        Type::Reference => tag == "referenceValue",
        Type::GeoPoint => tag == "geoPointValue",
        Type::Timestamp => tag == "timestampValue",
        Type::Bytes => tag == "bytesValue",
        Type::Json => true,
        Type::Array(element) => {
            tag == "arrayValue" && !matches!(**element, Type::Enum(_) | Type::Bool)
        }
        // Emulators differ about what a vector is.
        Type::Map(value) => {
            tag == "mapValue" && (is_vector || !matches!(**value, Type::Enum(_) | Type::Bool))
        }
        Type::Uuid
        | Type::Decimal
        | Type::Date
        | Type::Time
        | Type::Network
        | Type::Enum(_)
        | Type::LocalTimestamp
        | Type::DateRange
        | Type::TimestampRange
        | Type::Vector(_)
        | Type::HalfVector(_)
        | Type::SparseVector(_)
        | Type::BitVector(_) => false,
    }
}

/// Values that miss the type by little.
fn near(kind: &Type) -> Vec<Value> {
    let texts = |texts: &[&str]| texts.iter().map(|text| string(text)).collect();
    match kind {
        Type::I16 => vec![int(-32_769), int(32_768), int(i64::MIN), int(i64::MAX)],
        Type::I32 => vec![int(-2_147_483_649), int(2_147_483_648)],
        Type::F32 => vec![double(3.5e38), double(f64::NEG_INFINITY)],
        Type::F64 => vec![double(f64::NEG_INFINITY)],
        Type::Decimal => texts(&["", ".5", "1.", "01", "1e3", "+1", "NaN", "1 ", "٣"]),
        Type::Uuid => texts(&[
            &UUID.to_uppercase(),
            &UUID.replace('-', ""),
            &format!("{UUID}\n"),
            &format!("{{{UUID}}}"),
        ]),
        Type::DocumentId => texts(&["", "a/b", "/"]),
        Type::Date => texts(&["2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-1-1"]),
        Type::Time => {
            texts(&["24:00:00", "12:60:00", "12:00:60", "12:00", "12:00:00.000000", "12:00:00.1"])
        }
        Type::Network => texts(&["256.0.0.0/8", "10.0.0.0/33", "10.0.0.0", "fe80::1/129"]),
        Type::Enum(of) => {
            let label = of.labels.first().map_or("", |label| label);
            texts(&["", &format!("{label} "), &label.to_uppercase()])
        }
        Type::Array(element) => match &**element {
            Type::Enum(_) | Type::Bool => vec![array([string("none")]), array([null()])],
            _ => Vec::new(),
        },
        Type::Map(value) => match &**value {
            Type::Enum(_) | Type::Bool => vec![map([("a", string("none"))])],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
