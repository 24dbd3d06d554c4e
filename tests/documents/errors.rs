//! Every way in which a document is no model, and which field is blamed.

mod bytes;

use backend_models::firestore::document::{Database, Document, Kind, Problem, Reason, Value, Wire};
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

/// The one problem of a thing whose field holds this.
fn problem(field: &str, value: Value) -> (String, Reason) {
    let mut document = thing();
    document.fields.insert(field.to_owned(), value);
    let error = Thing::read(&document).unwrap_err();
    let [problem] = error.problems() else { panic!("{error}") };
    (problem.field(), problem.reason().clone())
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
        ("aBool", Kind::Boolean),
        ("anI16", Kind::Integer),
        ("anI32", Kind::Integer),
        ("anI64", Kind::Integer),
        ("aSpan", Kind::Integer),
        ("anF32", Kind::Double),
        ("anF64", Kind::Double),
        ("aDecimal", Kind::String),
        ("aText", Kind::String),
        ("aUuid", Kind::String),
        ("aKey", Kind::String),
        ("aUid", Kind::String),
        ("aDocId", Kind::String),
        ("aColour", Kind::String),
        ("aLabel", Kind::String),
        ("aDate", Kind::String),
        ("aTime", Kind::String),
        ("aNetwork", Kind::String),
        ("aMoment", Kind::Timestamp),
        ("someBytes", Kind::Bytes),
        ("aVector", Kind::Vector),
        ("aHalfVector", Kind::Vector),
        ("aPoint", Kind::GeoPoint),
        ("aReference", Kind::Reference),
        ("bools", Kind::Array),
        ("counts", Kind::Map),
        ("maybeNumber", Kind::Integer),
        ("renamed", Kind::String),
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
                Value::Boolean(_) => Kind::Boolean,
                Value::Timestamp(_) => Kind::Timestamp,
                Value::Bytes(_) => Kind::Bytes,
                _ => Kind::Null,
            };
            let is_read = found == expected || (found == Kind::Null && field.starts_with("maybe"));
            if !is_read {
                let expected = Reason::Kind { found, expected };
                assert_eq!(problem(field, other.clone()), (field.to_owned(), expected));
            }
        }
    }
}

#[test]
fn a_number_that_is_too_large() {
    let is_out = |field: &str, value, found: &str| {
        let (at, reason) = problem(field, value);
        assert_eq!(at, field);
        assert!(matches!(&reason, Reason::OutOfRange { found: f, .. } if f == found), "{reason}");
    };
    is_out("anI16", Value::Integer(32_768), "32768");
    is_out("anI32", Value::Integer(-2_147_483_649), "-2147483649");
    is_out("anF32", Value::Double(1e39), &1e39_f64.to_string());
    is_out("anF64", Value::Integer((1 << 53) + 1), "9007199254740993");
    assert_eq!(
        problem("anI64", Value::Double(2.0)).1,
        Reason::Kind { found: Kind::Double, expected: Kind::Integer }
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
        let (at, reason) = problem(field, text(written));
        assert_eq!(at, field);
        assert!(
            matches!(&reason, Reason::Malformed { found, .. } if found == written),
            "{written:?}: {reason}"
        );
    }
    let (at, reason) = problem("aColour", text("green"));
    assert_eq!(at, "aColour");
    assert_eq!(reason.to_string(), "\"green\" is no label of colour: red, dark-blue");
}

#[test]
fn what_is_inside_is_named() {
    let colours = list([text("red"), text("red"), text("blue")]);
    assert_eq!(problem("colours", colours).0, "colours[2]");
    assert_eq!(problem("numbers", list([Value::Null])).0, "numbers[0]");
    assert_eq!(problem("counts", map([("a", text("1"))])).0, "counts.a");
    let point = Value::GeoPoint { latitude: 91.0, longitude: 0.0 };
    assert_eq!(problem("aPoint", point).0, "aPoint.latitude");
    let points = list([Value::GeoPoint { latitude: 0.0, longitude: f64::NAN }]);
    assert_eq!(problem("points", points).0, "points[0].longitude");
    let json = map([("a", list([map([("b", Value::Bytes(vec![]))])]))]);
    assert_eq!(problem("someJson", json).0, "someJson.a[0].b");
    let json = list([Value::Integer(1), Value::Double(f64::NAN)]);
    assert_eq!(problem("someJson", json).0, "someJson[1]");
}

#[test]
fn a_vector_that_is_none() {
    let vector = |numbers: &[f64]| Value::vector(numbers.iter().copied());
    let (at, reason) = problem("aVector", vector(&[1.0, 2.0]));
    assert_eq!(at, "aVector");
    assert!(matches!(
        reason,
        Reason::Vector(VectorError::Dimensions { expected: 3, given: 2, .. })
    ));
    assert!(matches!(
        problem("aVector", vector(&[1.0, f64::INFINITY, 0.0])).1,
        Reason::Vector(VectorError::NotFinite { index: 1, .. })
    ));
    assert_eq!(problem("aVector", vector(&[1.0, 2.0, 1e39])).0, "aVector[2]");
    let no_vector = Reason::Kind { found: Kind::Map, expected: Kind::Vector };
    assert_eq!(problem("aVector", map([])).1, no_vector);
    let numbers = list([Value::Double(1.0); 0].into_iter().chain([Value::Double(1.0)]));
    assert_eq!(problem("aVector", map([("value", numbers.clone())])).1, no_vector);
    let other = map([("__type__", text("__other__")), ("value", numbers)]);
    assert_eq!(problem("aVector", other).1, no_vector);
}

#[test]
fn a_reference_elsewhere() {
    let reference = |name: &str| Value::Reference(name.to_owned());
    let name = "projects/demo/databases/other/documents/shelves/a";
    assert_eq!(
        problem("aReference", reference(name)).1,
        Reason::Elsewhere { found: name.to_owned() }
    );
    for name in ["shelves/a", "projects/demo/databases/(default)/documents/shelves", ""] {
        let (at, reason) = problem("references", list([reference(name)]));
        assert_eq!(at, "references[0]");
        assert!(matches!(reason, Reason::Malformed { .. }), "{reason}");
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
    let fields: Vec<String> = error.problems().iter().map(Problem::field).collect();
    assert_eq!(fields, ["aBool", "anI16", "aText"]);
    assert_eq!(*error.problems()[0].reason(), Reason::Missing);
    let strict = Thing::read_strict(&document).unwrap_err();
    assert_eq!(strict.problems()[0].field(), "surplus");
    assert_eq!(*strict.problems()[0].reason(), Reason::Unknown);
    let message = error.to_string();
    assert!(message.contains("is no document of Thing: `aBool`: it is missing"), "{message}");
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
        let [problem] = error.problems() else { panic!("{error}") };
        assert!(
            matches!(problem.reason(), Reason::Path { expected, .. } if expected == "shelves/*/things/*"),
            "{error}"
        );
    }
    let name = "projects/demo/databases/(default)/documents/shelves/none/things/a";
    let error = Thing::read(&Document { name: name.to_owned(), ..thing() }).unwrap_err();
    let [problem] = error.problems() else { panic!("{error}") };
    assert_eq!(problem.field(), "shelf_id");
}
