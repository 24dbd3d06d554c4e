//! Things at the edges of what both languages hold; `programs/edges.mts` has the
//! same literals.

use std::collections::BTreeMap;

use backend_models::prelude::*;
use serde_json::{Number, Value, json};

use crate::everything::{Colour, Label, Shelf, Thing};

/// The largest whole number that JavaScript tells from its neighbours.
const SAFE: i64 = (1 << 53) - 1;

/// Whole numbers, and whether JavaScript holds them.
pub(super) const WHOLE: [(i64, bool); 8] = [
    (SAFE, true),
    (-SAFE, true),
    (0, true),
    (SAFE + 1, false),
    (SAFE + 2, false),
    (-SAFE - 1, false),
    (i64::MAX, false),
    (i64::MIN, false),
];

const TEXT: &str = "e\u{301} é 漢字 🦀👩\u{200d}👩 \"'`\\ \u{2028}\u{feff}\t\n\0";

fn moment(seconds: i64, micros: u32) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, micros * 1_000).unwrap()
}

fn shelf() -> Uuid {
    Uuid::from_u128(0x018f_0000_0000_7000_8000_0000_0000_0001)
}

/// A value in every field.
pub(super) fn full(id: &str) -> Thing {
    let text = || TEXT.to_owned();
    let point = GeoPoint::new(-90.0, 180.0).unwrap();
    Thing {
        id: DocId::parse(id).unwrap(),
        shelf_id: Id::from_uuid(shelf()),
        a_bool: true,
        an_i16: i16::MIN,
        an_i32: i32::MAX,
        an_i64: SAFE,
        an_f32: 0.1,
        an_f64: f64::MIN,
        a_decimal: "12345678901234567890.1230".parse().unwrap(),
        a_text: text(),
        a_uuid: Uuid::from_u128(0xabcd),
        a_key: Id::from_uuid(Uuid::max()),
        a_uid: Uid::from("kGZ1yXo2hVb3"),
        a_doc_id: DocId::parse("ä. 🦀").unwrap(),
        a_colour: Colour::DarkBlue,
        a_label: Label(text()),
        a_moment: moment(1_769_904_000, 123_456),
        a_date: NaiveDate::from_ymd_opt(2024, 2, 29).unwrap(),
        a_time: NaiveTime::from_hms_micro_opt(23, 59, 59, 250_000).unwrap(),
        a_span: TimeDelta::microseconds(-SAFE),
        some_json: json!({ "a": [1, null, { "b": [0.5] }], "d.e": false, " ": "" }),
        some_sizes: Json(BTreeMap::from([("`".to_owned(), u32::MAX)])),
        some_bytes: vec![0, 1, 127, 128, 255],
        a_network: "10.1.0.0/16".parse().unwrap(),
        a_vector: Vector::try_from(vec![0.1, -1.5, 3.0]).unwrap(),
        a_half_vector: HalfVector::try_from(vec![0.5, -2.0]).unwrap(),
        a_point: point,
        a_reference: DocRef::new(format!("shelves/{}", shelf())).unwrap(),
        bools: vec![true, false],
        numbers: vec![SAFE, -SAFE, 0],
        doubles: vec![1e300, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 5e-324, 4.0],
        texts: vec![String::new(), text()],
        colours: vec![Colour::Red, Colour::DarkBlue],
        labels: vec![Label("l".to_owned())],
        moments: vec![moment(-62_135_596_800, 0), moment(253_402_300_799, 999_999), moment(-1, 1)],
        values: vec![Value::Null, json!({ "a": [true] }), json!(-7)],
        points: vec![point, GeoPoint::new(0.0, -0.1).unwrap()],
        references: vec![DocRef::<Shelf>::new("shelves/é").unwrap()],
        counts: BTreeMap::from([("a.b".to_owned(), i32::MIN), ("/".to_owned(), 0)]),
        names: BTreeMap::from([(TEXT.to_owned(), text())]),
        colours_by_name: BTreeMap::from([("r".to_owned(), Colour::Red)]),
        maybe_bool: Some(false),
        maybe_number: Some(0),
        maybe_text: Some(String::new()),
        maybe_colour: Some(Colour::Red),
        maybe_label: Some(Label(String::new())),
        maybe_moment: Some(moment(0, 1)),
        maybe_date: NaiveDate::from_ymd_opt(1, 1, 1),
        maybe_json: Some(json!(false)),
        maybe_bytes: Some(vec![]),
        maybe_vector: Some(Vector::try_from(vec![1.0, 2.0]).unwrap()),
        maybe_point: Some(GeoPoint::new(0.0, 0.0).unwrap()),
        maybe_texts: Some(vec![]),
        maybe_counts: Some(BTreeMap::new()),
        r#type: "type".to_owned(),
        called_otherwise: "called".to_owned(),
        created_at: moment(1_769_904_000, 654_321),
        updated_at: moment(1_769_904_000, 1),
    }
}

/// No value wherever there may be none, and empty lists and maps.
pub(super) fn bare(id: &str) -> Thing {
    Thing {
        some_json: Value::Null,
        bools: vec![],
        numbers: vec![],
        doubles: vec![],
        texts: vec![],
        colours: vec![],
        labels: vec![],
        moments: vec![],
        values: vec![],
        points: vec![],
        references: vec![],
        counts: BTreeMap::new(),
        names: BTreeMap::new(),
        colours_by_name: BTreeMap::new(),
        maybe_bool: None,
        maybe_number: None,
        maybe_text: None,
        maybe_colour: None,
        maybe_label: None,
        maybe_moment: None,
        maybe_date: None,
        maybe_json: None,
        maybe_bytes: None,
        maybe_vector: None,
        maybe_point: None,
        maybe_texts: None,
        maybe_counts: None,
        ..full(id)
    }
}

/// The thing under this id, with whole numbers that JavaScript holds.
pub(super) fn safe(mut thing: Thing, id: &str) -> Thing {
    thing.id = DocId::parse(id).unwrap();
    let whole = |value: &mut i64| *value %= SAFE + 1;
    let micros = thing.a_span.num_microseconds().unwrap();
    thing.a_span = TimeDelta::microseconds(micros % (SAFE + 1));
    whole(&mut thing.an_i64);
    thing.numbers.iter_mut().for_each(whole);
    thing.maybe_number.iter_mut().for_each(whole);
    thing.maybe_counts.iter_mut().flatten().for_each(|(_, value)| whole(value));
    // Both emulators make 0 of a negative zero in JSON.
    thing.an_f32 += 0.0;
    thing.an_f64 += 0.0;
    thing.doubles.iter_mut().for_each(|double| *double += 0.0);
    let values = thing.values.iter_mut().chain(&mut thing.maybe_json);
    values.chain([&mut thing.some_json]).for_each(plain);
    thing
}

/// JavaScript has one type of number: in JSON a double that is whole becomes an
/// integer, which typed fields do not mind.
fn plain(value: &mut Value) {
    match value {
        Value::Number(number) => {
            let whole = number.as_i64().map(|whole| whole % (SAFE + 1));
            let double = number.as_f64().filter(|double| double.fract() == 0.0);
            // Exact: both ends are.
            let safe = double.and_then(|double| format!("{double:.0}").parse::<i64>().ok());
            let safe = safe.filter(|whole| whole.unsigned_abs() <= SAFE.unsigned_abs());
            if let Some(whole) = whole.or(safe) {
                *number = Number::from(whole);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(plain),
        Value::Object(entries) => entries.values_mut().for_each(plain),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}
