//! The rest of what is tried there.
#![allow(clippy::wildcard_imports, reason = "one set of tests in two files")]

use super::*;

#[test]
fn what_cannot_be_written() {
    let thing = random::thing().new_tree(&mut TestRunner::deterministic()).unwrap().current();
    let written = |change: &dyn Fn(&mut Thing)| {
        let mut thing = thing.clone();
        change(&mut thing);
        let database = Database::new("demo");
        let own = thing.document::<Document>(&database).unwrap_err();
        let wire = thing.document::<Wire>(&database).unwrap_err();
        assert_eq!(own, wire);
        let [wrong] = own.errors() else { panic!("{own}") };
        (wrong.path(), wrong.kind().clone())
    };
    let nested = written(&|thing| thing.some_json = serde_json::json!([{"a": [[1]]}]));
    assert_eq!(nested, ("someJson[0].a[0]".to_owned(), FieldErrorKind::NestedArray));
    let nested = written(&|thing| thing.values = vec![serde_json::json!([1])]);
    assert_eq!(nested, ("values[0]".to_owned(), FieldErrorKind::NestedArray));
    let deep = written(&|thing| {
        for _ in 0..21 {
            thing.some_json = serde_json::json!({"a": thing.some_json});
        }
    });
    assert_eq!(deep.1, FieldErrorKind::TooDeep { limit: 20 });
    let large = written(&|thing| thing.some_json = u64::MAX.into());
    assert!(matches!(large.1, FieldErrorKind::OutOfRange { .. }), "{}", large.1);
    let key = written(&|thing| thing.counts = [("__a__".to_owned(), 1)].into());
    assert!(matches!(key.1, FieldErrorKind::IllegalName { .. }), "{}", key.1);
    assert_eq!(key.0, "counts.__a__");
    let early = written(&|thing| thing.moments = vec![DateTime::<Utc>::MIN_UTC]);
    assert!(matches!(early.1, FieldErrorKind::OutOfRange { .. }) && early.0 == "moments[0]");
    let late = written(&|thing| thing.a_date = NaiveDate::MAX);
    assert!(matches!(late.1, FieldErrorKind::OutOfRange { .. }) && late.0 == "aDate");
    let long = written(&|thing| thing.a_span = TimeDelta::MAX);
    assert!(matches!(long.1, FieldErrorKind::OutOfRange { .. }) && long.0 == "aSpan");
}

#[test]
fn nanoseconds_are_cut() {
    let mut thing = random::thing().new_tree(&mut TestRunner::deterministic()).unwrap().current();
    thing.a_moment = DateTime::from_timestamp(-1, 999_999_999).unwrap();
    thing.a_time = NaiveTime::from_hms_nano_opt(23, 59, 59, 1_999_999_999).unwrap();
    thing.a_span = TimeDelta::nanoseconds(1_999);
    let mut document: Document = thing.document(&Database::new("demo")).unwrap();
    let read = Thing::read(&document).unwrap();
    assert_eq!(read.a_moment, DateTime::from_timestamp(-1, 999_999_000).unwrap());
    assert_eq!(document.fields["aTime"], text("23:59:59.999999"));
    assert_eq!(read.a_span, TimeDelta::microseconds(1));
    // Others may leave zeros out.
    document.fields.insert("aTime".to_owned(), text("23:59:59.25"));
    let time = NaiveTime::from_hms_micro_opt(23, 59, 59, 250_000).unwrap();
    assert_eq!(Thing::read(&document).unwrap().a_time, time);
}

#[test]
fn bytes_that_are_none() {
    let wire: Wire = Thing::read(&thing()).unwrap().document(&Database::new("demo")).unwrap();
    let bytes = wire.into_bytes();
    // Cut anywhere, it is an error or a document that lacks fields; never a panic.
    for end in 0..bytes.len() {
        let cut = Wire::from(bytes.get(..end).unwrap().to_vec());
        assert!(Thing::read(&cut).is_err(), "{end}");
    }
    for at in 0..bytes.len() {
        let mut broken = bytes.clone();
        broken[at] ^= 0xff;
        let _ = Thing::read(&Wire::from(broken));
    }
    let endless = Wire::from([vec![0x0a], vec![0xff; 20]].concat());
    let error = Thing::read(&endless).unwrap_err();
    assert_eq!(
        error.errors()[0].kind().to_string(),
        "the bytes are not a document: a number is too large"
    );
}
