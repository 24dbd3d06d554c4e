//! Things of random values, at the edges of their types more often than not.

use std::collections::BTreeMap;
use std::net::IpAddr;

use backend_models::prelude::*;
use ipnetwork::IpNetwork;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::everything::{Colour, Label, Shelf, Thing};

/// Any thing whose values Firestore keeps exactly.
pub(crate) fn thing() -> impl Strategy<Value = Thing> {
    (place(), numbers(), ids(), times(), json(), special(), lists(), maps(), options()).prop_map(
        |(place, numbers, ids, times, json, special, lists, maps, options)| {
            let (id, shelf_id, created_at, updated_at) = place;
            let (a_bool, an_i16, an_i32, an_i64, an_f32, an_f64, a_decimal) = numbers;
            let (a_text, a_uuid, a_uid, a_doc_id, a_colour, a_label, r#type, other) = ids;
            let (a_moment, a_date, a_time, a_span) = times;
            let (some_json, sizes, values, maybe_json) = json;
            let (some_bytes, a_network, a_vector, a_half_vector, a_point, a_reference) = special;
            let (bools, whole, doubles, texts, colours, moments, points, references) = lists;
            let (counts, names, colours_by_name) = maps;
            let (maybe_bool, maybe_number, maybe_text, maybe_colour, maybe_moment, rest) = options;
            let (maybe_date, maybe_bytes, maybe_vector, maybe_point, maybe_texts, maybe_counts) =
                rest;
            Thing {
                id,
                shelf_id,
                a_bool,
                an_i16,
                an_i32,
                an_i64,
                an_f32,
                an_f64,
                a_decimal,
                a_text,
                a_uuid,
                a_key: Id::from_uuid(a_uuid),
                a_uid,
                a_doc_id,
                a_colour,
                a_label: a_label.clone(),
                a_moment,
                a_date,
                a_time,
                a_span,
                some_json,
                some_sizes: Json(sizes),
                some_bytes,
                a_network,
                a_vector,
                a_half_vector,
                a_point,
                a_reference,
                bools,
                numbers: whole,
                doubles,
                labels: texts.iter().cloned().map(Label).collect(),
                texts,
                colours,
                moments,
                values,
                points,
                references,
                counts,
                names,
                colours_by_name,
                maybe_bool,
                maybe_number,
                maybe_label: maybe_text.clone().map(Label),
                maybe_text,
                maybe_colour,
                maybe_moment,
                maybe_date,
                maybe_json,
                maybe_bytes,
                maybe_vector,
                maybe_point,
                maybe_texts,
                maybe_counts,
                r#type,
                called_otherwise: other,
                created_at,
                updated_at,
            }
        },
    )
}

type Place = (DocId<Thing>, Id<Shelf>, DateTime<Utc>, DateTime<Utc>);

fn place() -> impl Strategy<Value = Place> {
    (doc_id(), uuid().prop_map(Id::from_uuid), moment(), moment())
}

fn numbers() -> impl Strategy<Value = (bool, i16, i32, i64, f32, f64, Decimal)> {
    let whole = prop_oneof![any::<i64>(), Just(i64::MIN), Just(i64::MAX), -2_i64..3];
    (any::<bool>(), any::<i16>(), any::<i32>(), whole, single(), double(), decimal())
}

/// NaN, the infinities and the negative zero among them.
fn double() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => proptest::num::f64::ANY.prop_map(|value| if value.is_nan() { f64::NAN } else { value }),
        1 => proptest::sample::select(vec![0.0, -0.0, 1.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN]),
    ]
}

fn single() -> impl Strategy<Value = f32> {
    proptest::num::f32::ANY.prop_map(|value| if value.is_nan() { f32::NAN } else { value })
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0_u32..28).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

/// Any characters, and long ones now and then.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![9 => ".{0,20}", 1 => "[a-z\u{1F300}-\u{1F320}]{100,300}"]
}

fn uuid() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn doc_id<M>() -> impl Strategy<Value = DocId<M>> {
    "[A-Za-z0-9]{20}|[a-z. ü]{2,9}x".prop_map(|id| DocId::parse(id).expect("an id"))
}

fn colour() -> impl Strategy<Value = Colour> {
    proptest::sample::select(vec![Colour::Red, Colour::DarkBlue])
}

type Ids = (String, Uuid, Uid, DocId<Thing>, Colour, Label, String, String);

fn ids() -> impl Strategy<Value = Ids> {
    let label = text().prop_map(Label);
    (text(), uuid(), text().prop_map(Uid::from), doc_id(), colour(), label, text(), text())
}

/// To the microsecond, from year 1 to year 9999.
fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    (-62_135_596_800_i64..=253_402_300_799, 0_u32..1_000_000).prop_map(|(seconds, micros)| {
        DateTime::from_timestamp(seconds, micros * 1_000).expect("a moment")
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (1_i32..=9_999, 1_u32..=365)
        .prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).expect("a date"))
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0_u32..86_400, prop_oneof![Just(0_u32), 0_u32..1_000_000]).prop_map(|(seconds, micros)| {
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, micros * 1_000).expect("a time")
    })
}

fn times() -> impl Strategy<Value = (DateTime<Utc>, NaiveDate, NaiveTime, TimeDelta)> {
    (moment(), date(), time(), any::<i64>().prop_map(TimeDelta::microseconds))
}

/// JSON without a list directly in a list, and whole numbers of 64 bits.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        proptest::num::f64::NORMAL.prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let object = btree_map(key(), inner, 0..4)
            .prop_map(|map| Value::Object(map.into_iter().collect()))
            .boxed();
        prop_oneof![object.clone(), vec(object, 0..4).prop_map(Value::Array)]
    })
}

/// In a list no list may be.
fn element() -> impl Strategy<Value = Value> {
    value().prop_filter("a list in a list", |value| !value.is_array())
}

type Jsons = (Value, BTreeMap<String, u32>, Vec<Value>, Option<Value>);

fn json() -> impl Strategy<Value = Jsons> {
    let maybe = option::of(value().prop_filter("a null is read as nothing", |v| !v.is_null()));
    (value(), btree_map(key(), any::<u32>(), 0..3), vec(element(), 0..3), maybe)
}

/// The name of an entry: any but those of Firestore's own.
fn key() -> impl Strategy<Value = String> {
    "[a-zA-Z.` ~/é]{1,8}"
}

fn point() -> impl Strategy<Value = GeoPoint> {
    (-90.0..=90.0, -180.0..=180.0)
        .prop_map(|(latitude, longitude)| GeoPoint::new(latitude, longitude).expect("a point"))
}

fn reference() -> impl Strategy<Value = DocRef<Shelf>> {
    "[a-z]{1,5}".prop_map(|id| DocRef::new(format!("shelves/{id}")).expect("a path"))
}

fn vector<const N: u32>() -> impl Strategy<Value = Vec<f32>> {
    vec(proptest::num::f32::NORMAL, N as usize)
}

type Special = (Vec<u8>, IpNetwork, Vector<3>, HalfVector<2>, GeoPoint, DocRef<Shelf>);

fn special() -> impl Strategy<Value = Special> {
    let network = (any::<IpAddr>(), 0_u8..=32)
        .prop_map(|(ip, prefix)| IpNetwork::new(ip, prefix).expect("a network"));
    let half = vec(-60_000.0_f32..60_000.0, 2)
        .prop_map(|numbers| HalfVector::try_from(numbers).expect("a vector"));
    let full = vector::<3>().prop_map(|numbers| Vector::try_from(numbers).expect("a vector"));
    (vec(any::<u8>(), 0..40), network, full, half, point(), reference())
}

type Lists = (
    Vec<bool>,
    Vec<i64>,
    Vec<f64>,
    Vec<String>,
    Vec<Colour>,
    Vec<DateTime<Utc>>,
    Vec<GeoPoint>,
    Vec<DocRef<Shelf>>,
);

fn lists() -> impl Strategy<Value = Lists> {
    (
        vec(any::<bool>(), 0..4),
        vec(any::<i64>(), 0..40),
        vec(double(), 0..4),
        vec(text(), 0..4),
        vec(colour(), 0..4),
        vec(moment(), 0..4),
        vec(point(), 0..3),
        vec(reference(), 0..3),
    )
}

type Maps = (BTreeMap<String, i32>, BTreeMap<String, String>, BTreeMap<String, Colour>);

fn maps() -> impl Strategy<Value = Maps> {
    (
        btree_map(key(), any::<i32>(), 0..4),
        btree_map(key(), text(), 0..4),
        btree_map(key(), colour(), 0..3),
    )
}

type Rest = (
    Option<NaiveDate>,
    Option<Vec<u8>>,
    Option<Vector<2>>,
    Option<GeoPoint>,
    Option<Vec<String>>,
    Option<BTreeMap<String, i64>>,
);
type Options =
    (Option<bool>, Option<i64>, Option<String>, Option<Colour>, Option<DateTime<Utc>>, Rest);

fn options() -> impl Strategy<Value = Options> {
    let vector = vector::<2>().prop_map(|numbers| Vector::try_from(numbers).expect("a vector"));
    let rest = (
        option::of(date()),
        option::of(vec(any::<u8>(), 0..4)),
        option::of(vector),
        option::of(point()),
        option::of(vec(text(), 0..3)),
        option::of(btree_map(key(), any::<i64>(), 0..3)),
    );
    (
        option::of(any::<bool>()),
        option::of(any::<i64>()),
        option::of(text()),
        option::of(colour()),
        option::of(moment()),
        rest,
    )
}
