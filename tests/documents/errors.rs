//! Every way in which a document is no model, and which field is blamed.

mod bytes;

use backend_models::firestore::document::{
    Database, Document, FieldError, FieldErrorKind, Value, ValueKind, Wire,
};
use backend_models::prelude::*;
use models_core::types::VectorError;
use proptest::prelude::Strategy;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::everything::Thing;
use crate::random;

fn thing() -> Document {
    let thing = random::thing().new_tree(&mut TestRunner::deterministic()).unwrap().current();
    thing.document(&Database::new("demo")).unwrap()
}

/// The one error of a thing whose field holds this.
fn error_of(field: &str, value: Value) -> (String, FieldErrorKind) {
    let mut document = thing();
    document.fields.insert(field.to_owned(), value);
    let error = Thing::read(&document).unwrap_err();
    let [wrong] = error.errors() else { panic!("{error}") };
    (wrong.path(), wrong.kind().clone())
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn list(items: impl IntoIterator<Item = Value>) -> Value {
    Value::Array(items.into_iter().collect())
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Map(entries.map(|(name, value)| (name.to_owned(), value)).into())
}

#[test]
fn a_value_of_another_kind() {
    let kinds = [
        ("aBool", ValueKind::Boolean),
        ("anI16", ValueKind::Integer),
        ("anI32", ValueKind::Integer),
        ("anI64", ValueKind::Integer),
        ("aSpan", ValueKind::Integer),
        ("anF32", ValueKind::Double),
        ("anF64", ValueKind::Double),
        ("aDecimal", ValueKind::String),
        ("aText", ValueKind::String),
        ("aUuid", ValueKind::String),
        ("aKey", ValueKind::String),
        ("aUid", ValueKind::String),
        ("aDocId", ValueKind::String),
        ("aColour", ValueKind::String),
        ("aLabel", ValueKind::String),
        ("aDate", ValueKind::String),
        ("aTime", ValueKind::String),
        ("aNetwork", ValueKind::String),
        ("aMoment", ValueKind::Timestamp),
        ("someBytes", ValueKind::Bytes),
        ("aVector", ValueKind::Vector),
        ("aHalfVector", ValueKind::Vector),
        ("aPoint", ValueKind::GeoPoint),
        ("aReference", ValueKind::Reference),
        ("bools", ValueKind::Array),
        ("counts", ValueKind::Map),
        ("maybeNumber", ValueKind::Integer),
        ("renamed", ValueKind::String),
    ];
    let others = [
        Value::Boolean(true),
        Value::Timestamp(DateTime::UNIX_EPOCH),
        Value::Bytes(vec![1]),
        Value::Null,
    ];
    for (field, expected) in kinds {
        for other in &others {
            let found = match other {
                Value::Boolean(_) => ValueKind::Boolean,
                Value::Timestamp(_) => ValueKind::Timestamp,
                Value::Bytes(_) => ValueKind::Bytes,
                _ => ValueKind::Null,
            };
            let is_read =
                found == expected || (found == ValueKind::Null && field.starts_with("maybe"));
            if !is_read {
                let expected = FieldErrorKind::WrongKind { found, expected };
                assert_eq!(error_of(field, other.clone()), (field.to_owned(), expected));
            }
        }
    }
}

#[test]
fn a_number_that_is_too_large() {
    let is_out = |field: &str, value, found: &str| {
        let (at, reason) = error_of(field, value);
        assert_eq!(at, field);
        assert!(
            matches!(&reason, FieldErrorKind::OutOfRange { found: f, .. } if f == found),
            "{reason}"
        );
    };
    is_out("anI16", Value::Integer(32_768), "32768");
    is_out("anI32", Value::Integer(-2_147_483_649), "-2147483649");
    is_out("anF32", Value::Double(1e39), &1e39_f64.to_string());
    is_out("anF64", Value::Integer((1 << 53) + 1), "9007199254740993");
    assert_eq!(
        error_of("anI64", Value::Double(2.0)).1,
        FieldErrorKind::WrongKind { found: ValueKind::Double, expected: ValueKind::Integer }
    );
}

#[test]
fn a_whole_number_is_a_double_too() {
    let mut document = thing();
    document.fields.insert("anF64".to_owned(), Value::Integer(2));
    document.fields.insert("anF32".to_owned(), Value::Integer(-3));
    document.fields.insert("doubles".to_owned(), list([Value::Integer(1 << 53)]));
    let thing = Thing::read(&document).unwrap();
    assert_eq!((thing.an_f64, thing.an_f32), (2.0, -3.0));
    assert_eq!(thing.doubles, [9_007_199_254_740_992.0]);
}

#[test]
fn a_text_that_is_written_otherwise() {
    let texts = [
        ("aDecimal", "1,5"),
        ("aDecimal", "0.12345678901234567890123456789"),
        ("aUuid", "{936da01f-9abd-4d9d-80c7-02af85c822a8}"),
        ("aUuid", "936da01f9abd4d9d80c702af85c822a8"),
        ("aKey", "x"),
        ("aDocId", "a/b"),
        ("aDocId", ""),
        ("aDate", "2026-1-31"),
        ("aDate", "2026-02-30"),
        ("aDate", "0000-01-01"),
        ("aDate", "2026-01-31T00:00"),
        ("aTime", "24:00:00"),
        ("aTime", "18:30"),
        ("aTime", "18:30:00."),
        ("aTime", "18:30:00.1234567"),
        ("aTime", "18:30:00.+00005"),
        ("aNetwork", "10.0.0"),
    ];
    for (field, written) in texts {
        let (at, reason) = error_of(field, text(written));
        assert_eq!(at, field);
        assert!(
            matches!(&reason, FieldErrorKind::Malformed { found, .. } if found == written),
            "{written:?}: {reason}"
        );
    }
    let (at, reason) = error_of("aColour", text("green"));
    assert_eq!(at, "aColour");
    assert_eq!(reason.to_string(), "\"green\" is not a label of colour: red, dark-blue");
}

#[test]
fn what_is_inside_is_named() {
    let colours = list([text("red"), text("red"), text("blue")]);
    assert_eq!(error_of("colours", colours).0, "colours[2]");
    assert_eq!(error_of("numbers", list([Value::Null])).0, "numbers[0]");
    assert_eq!(error_of("counts", map([("a", text("1"))])).0, "counts.a");
    let point = Value::GeoPoint { latitude: 91.0, longitude: 0.0 };
    assert_eq!(error_of("aPoint", point).0, "aPoint.latitude");
    let points = list([Value::GeoPoint { latitude: 0.0, longitude: f64::NAN }]);
    assert_eq!(error_of("points", points).0, "points[0].longitude");
    let json = map([("a", list([map([("b", Value::Bytes(vec![]))])]))]);
    assert_eq!(error_of("someJson", json).0, "someJson.a[0].b");
    let json = list([Value::Integer(1), Value::Double(f64::NAN)]);
    assert_eq!(error_of("someJson", json).0, "someJson[1]");
}

#[test]
fn a_vector_that_is_none() {
    let vector = |numbers: &[f64]| Value::vector(numbers.iter().copied());
    let (at, reason) = error_of("aVector", vector(&[1.0, 2.0]));
    assert_eq!(at, "aVector");
    assert!(matches!(
        reason,
        FieldErrorKind::Vector(VectorError::Dimensions { expected: 3, given: 2, .. })
    ));
    assert!(matches!(
        error_of("aVector", vector(&[1.0, f64::INFINITY, 0.0])).1,
        FieldErrorKind::Vector(VectorError::NotFinite { index: 1, .. })
    ));
    assert_eq!(error_of("aVector", vector(&[1.0, 2.0, 1e39])).0, "aVector[2]");
    let no_vector =
        FieldErrorKind::WrongKind { found: ValueKind::Map, expected: ValueKind::Vector };
    assert_eq!(error_of("aVector", map([])).1, no_vector);
    let numbers = list([Value::Double(1.0); 0].into_iter().chain([Value::Double(1.0)]));
    assert_eq!(error_of("aVector", map([("value", numbers.clone())])).1, no_vector);
    let other = map([("__type__", text("__other__")), ("value", numbers)]);
    assert_eq!(error_of("aVector", other).1, no_vector);
}

#[test]
fn a_reference_elsewhere() {
    let reference = |name: &str| Value::Reference(name.to_owned());
    let name = "projects/demo/databases/other/documents/shelves/a";
    assert_eq!(
        error_of("aReference", reference(name)).1,
        FieldErrorKind::OtherDatabase { found: name.to_owned() }
    );
    for name in ["shelves/a", "projects/demo/databases/(default)/documents/shelves", ""] {
        let (at, reason) = error_of("references", list([reference(name)]));
        assert_eq!(at, "references[0]");
        assert!(matches!(reason, FieldErrorKind::Malformed { .. }), "{reason}");
    }
}

#[test]
fn all_fields_are_told_at_once() {
    let mut document = thing();
    document.fields.insert("aText".to_owned(), Value::Integer(1));
    document.fields.insert("anI16".to_owned(), Value::Integer(70_000));
    document.fields.remove("aBool");
    document.fields.insert("surplus".to_owned(), Value::Null);
    let error = Thing::read(&document).unwrap_err();
    let fields: Vec<String> = error.errors().iter().map(FieldError::path).collect();
    assert_eq!(fields, ["aBool", "anI16", "aText"]);
    assert_eq!(*error.errors()[0].kind(), FieldErrorKind::Missing);
    let strict = Thing::read_strict(&document).unwrap_err();
    assert_eq!(strict.errors()[0].path(), "surplus");
    assert_eq!(*strict.errors()[0].kind(), FieldErrorKind::Unknown);
    let message = error.to_string();
    assert!(message.contains("is not a document of Thing: `aBool`: it is missing"), "{message}");
    assert!(message.contains("; `anI16`: 70000 is out of range: it is from -32768"), "{message}");
}

#[test]
fn what_is_not_known_is_kept() {
    let mut document = thing();
    let surplus = map([("deep", list([Value::Integer(1), Value::Double(-0.0)]))]);
    document.fields.insert("surplus".to_owned(), surplus.clone());
    let (_, rest) = Thing::read_keeping(&document).unwrap();
    assert_eq!(rest, [("surplus".to_owned(), surplus)].into());
    assert!(Thing::read(&document).is_ok());
}

#[test]
fn a_document_elsewhere() {
    let wrong = [
        "",
        "projects/demo/databases/(default)/documents/things/a",
        "projects/demo/databases/(default)/documents/boxes/b/things/a",
        "projects/demo/databases/(default)/documents/rooms/r/shelves/b/things/a",
    ];
    for name in wrong {
        let document = Document { name: name.to_owned(), ..thing() };
        let error = Thing::read(&document).unwrap_err();
        let [wrong] = error.errors() else { panic!("{error}") };
        assert!(
            matches!(wrong.kind(), FieldErrorKind::WrongPath { expected, .. } if expected == "shelves/*/things/*"),
            "{error}"
        );
    }
    let name = "projects/demo/databases/(default)/documents/shelves/none/things/a";
    let error = Thing::read(&Document { name: name.to_owned(), ..thing() }).unwrap_err();
    let [wrong] = error.errors() else { panic!("{error}") };
    assert_eq!(wrong.path(), "shelf_id");
}
