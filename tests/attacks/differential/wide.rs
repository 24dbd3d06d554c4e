//! A table with two columns of every type, one of which may be NULL, and the
//! values at their edges.

use ::backend_models::access::Value;
use ::backend_models::schema::{Field, Type};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};
use models_tests::build::{array, field, labels, optional};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

/// The labels of both enums.
pub(super) const LABELS: &[&str] = &["draft", "it's", "Back\\slash"];

/// Texts that order differently under different collations.
pub(super) const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "A",
    "b",
    "B",
    "ä",
    "z",
    "Z",
    "ß",
    "ss",
    "a ",
    "e\u{301}",
    "\u{e9}",
    "10",
    "9",
    "_",
    "-",
    "\u{ffff}",
    "\u{1f980}",
    "it's",
    "Back\\slash",
    "draft",
    "anon",
    "authenticated",
];

pub(super) const INTS: &[i64] =
    &[0, 1, -1, 2, i64::MAX, i64::MIN, 9_007_199_254_740_992, 9_007_199_254_740_993, 2_147_483_648];

pub(super) const FLOATS: &[f64] = &[
    0.0,
    -0.0,
    0.1,
    1.0,
    -1.5,
    2.0,
    1e300,
    -1e300,
    5e-324,
    1e-7,
    9_007_199_254_740_992.0,
    9_223_372_036_854_775_808.0,
    f64::MAX,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

/// A field of each type, and another that may be absent.
pub(super) const KINDS: &[(&str, &str)] = &[
    ("flag", "flag2"),
    ("small", "small2"),
    ("int", "int2"),
    ("big", "big2"),
    ("single", "single2"),
    ("double", "double2"),
    ("money", "money2"),
    ("text", "text2"),
    ("label", "label2"),
    ("native", "native2"),
    ("owner", "owner2"),
    ("at", "at2"),
    ("local", "local2"),
    ("day", "day2"),
    ("time", "time2"),
    ("pause", "pause2"),
    ("bytes", "bytes2"),
    ("list", "list2"),
    ("numbers", "numbers2"),
    ("json", "json2"),
    ("net", "net2"),
];

pub(super) fn fields() -> Vec<Field> {
    let both = |&(name, other): &(&'static str, &'static str)| {
        [field(name, kind(name)), optional(other, kind(name))]
    };
    KINDS.iter().flat_map(both).collect()
}

fn kind(name: &str) -> Type {
    match name {
        "flag" => Type::Bool,
        "small" => Type::I16,
        "int" => Type::I32,
        "big" => Type::I64,
        "single" => Type::F32,
        "double" => Type::F64,
        "money" => Type::Decimal,
        "text" => Type::Text,
        "label" => labels("kind", LABELS, false),
        "native" => labels("native_kind", LABELS, true),
        "owner" => Type::Uuid,
        "at" => Type::Timestamp,
        "local" => Type::LocalTimestamp,
        "day" => Type::Date,
        "time" => Type::Time,
        "pause" => Type::Interval,
        "bytes" => Type::Bytes,
        "list" => array(Type::Text),
        "numbers" => array(Type::F64),
        "json" => Type::Json,
        "net" => Type::Network,
        _ => unreachable!("{name} is no field"),
    }
}

/// Users, and whatever else is counted.
pub(super) fn uuid(number: u8) -> Uuid {
    Uuid::from_u128(0xa190_0000_0000_4000_8000_0000_0000_0000 + u128::from(number))
}

/// A value of a kind.
pub(super) fn value(kind: &str) -> BoxedStrategy<Value> {
    let texts = || select(TEXTS);
    match kind {
        "flag" => any::<bool>().prop_map(Value::Bool).boxed(),
        "small" => select(vec![0, 1, -1, 2, 32_767]).prop_map(Value::Int).boxed(),
        "int" => select(vec![0, 1, -1, 2, 2_147_483_647]).prop_map(Value::Int).boxed(),
        "big" => select(INTS).prop_map(Value::Int).boxed(),
        "single" => select(vec![0.0_f32, 0.1, 1.5, -1.5, f32::MAX, f32::INFINITY, f32::NAN])
            .prop_map(|it| Value::Float(it.into()))
            .boxed(),
        "double" => select(FLOATS).prop_map(Value::Float).boxed(),
        "money" => select(vec!["0", "0.1", "1.50", "-1.5", "9007199254740993", "0.100"])
            .prop_map(|it| Value::Decimal(it.parse().unwrap()))
            .boxed(),
        "text" => texts().prop_map(Value::from).boxed(),
        "label" | "native" => select(LABELS).prop_map(Value::from).boxed(),
        "owner" => (0..3_u8).prop_map(|it| Value::Uuid(uuid(it))).boxed(),
        "at" => moment().prop_map(|it| Value::Timestamp(it.and_utc())).boxed(),
        "local" => moment().prop_map(Value::LocalTimestamp).boxed(),
        "day" => moment().prop_map(|it| Value::Date(it.date())).boxed(),
        "time" => moment().prop_map(|it| Value::Time(it.time())).boxed(),
        "pause" => select(vec![0, 1, -1, 86_400_000_000, 2_592_000_000_000_i64])
            .prop_map(|it| Value::Interval(TimeDelta::microseconds(it)))
            .boxed(),
        "bytes" => select(vec![vec![], vec![0], vec![0, 1], vec![255_u8], vec![128, 0]])
            .prop_map(Value::Bytes)
            .boxed(),
        "list" => proptest::collection::vec(texts().prop_map(Value::from), 0..3)
            .prop_map(Value::List)
            .boxed(),
        "numbers" => proptest::collection::vec(select(FLOATS).prop_map(Value::Float), 0..3)
            .prop_map(Value::List)
            .boxed(),
        "json" => select(vec!["null", "1", "1.0", "[1]", "{\"a\": 1}", "{\"a\": 1.00}", "\"1\""])
            .prop_map(|it| Value::Json(it.parse().unwrap()))
            .boxed(),
        "net" => select(vec!["10.0.0.1/8", "10.0.0.1/32", "10.0.0.0/8", "::1/128"])
            .prop_map(|it| Value::Network(it.parse().unwrap()))
            .boxed(),
        _ => unreachable!("{kind} is no kind"),
    }
}

fn moment() -> impl Strategy<Value = chrono::NaiveDateTime> {
    let day = NaiveDate::from_ymd_opt(2001, 2, 3).unwrap();
    let times = [(0, 0), (0, 1_000), (86_399, 999_999_000)];
    let time = |(s, n)| NaiveTime::from_num_seconds_from_midnight_opt(s, n).unwrap();
    let mut all: Vec<_> = times.into_iter().map(|it| day.and_time(time(it))).collect();
    all.push(DateTime::UNIX_EPOCH.naive_utc());
    all.push(NaiveDate::from_ymd_opt(2901, 2, 3).unwrap().and_time(time(times[0])));
    select(all)
}
