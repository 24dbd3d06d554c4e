//! A model with every rule on values, and one with what no schema asks.

mod around;

pub(super) use around::entries;

use std::collections::BTreeMap;

use backend_models::prelude::*;
use rust_decimal::Decimal;

#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Free,
    Paid,
    Gift,
}

/// Every rule, on every type that it suits.
#[derive(Model, Clone, Debug)]
#[model(collection = "entries")]
#[access(select = authenticated, insert = authenticated, update = authenticated, delete = nobody)]
#[validate(low <= high)]
#[validate(kind != Kind::Paid || price.is_some(), code = "paid", message = "a price, \"please\"")]
#[validate(!(low in [1, 2] && flag), code = "flagged")]
#[validate(from < until, code = "days")]
#[validate(began <= ended, code = "moments")]
#[validate(least <= most, code = "decimals")]
#[validate(letter != email, code = "apart")]
pub(super) struct Entry {
    #[model(id)]
    id: DocId<Entry>,
    #[validate(length(min = 2, max = 4))]
    short: Option<String>,
    #[validate(length(max = 3))]
    data: Option<Vec<u8>>,
    #[validate(pattern = "[a-z_]{2,5}|é.\\.🦀+|/[^a-c\\-/]", length(max = 50))]
    handle: Option<String>,
    #[validate(not_blank, length(max = 5))]
    said: Option<String>,
    #[validate(email)]
    email: Option<String>,
    #[validate(url)]
    url: Option<String>,
    #[validate(length(max = 6), ascii)]
    plain: Option<String>,
    #[validate(length(max = 6), starts_with = "a.", ends_with = "'z", contains = "(")]
    odd: Option<String>,
    #[validate(one_of("a", "b\\c", "🦀"))]
    letter: Option<String>,
    #[validate(range(min = -2, below = 3), multiple_of = 2)]
    number: Option<i32>,
    #[validate(one_of(-1, 7))]
    whole: Option<i64>,
    #[validate(range(above = 0.5, max = 1.5))]
    weight: Option<f64>,
    #[validate(range(min = -0.1))]
    single: Option<f32>,
    #[validate(finite)]
    finite: Option<f64>,
    #[validate(one_of(0.25, 5))]
    step: Option<f64>,
    #[validate(range(above = -5, below = 4.99))]
    exact: Option<Decimal>,
    #[validate(one_of(0.1, 5))]
    price_of: Option<Decimal>,
    #[validate(range(min = "2020-01-31", below = "2024-02-29"))]
    day: Option<NaiveDate>,
    #[validate(range(above = "2020-01-31T12:00:00.5Z", max = "2024-02-29T00:00:00.000001+01:00"))]
    at: Option<DateTime<Utc>>,
    #[validate(one_of(true))]
    agreed: Option<bool>,
    #[validate(items(min = 1, max = 3), each(length(min = 1, max = 2), pattern = "[^x]*"))]
    tags: Vec<String>,
    #[validate(items(max = 2), each(range(min = 0), multiple_of = 3))]
    numbers: Vec<i64>,
    #[validate(items(min = 1, max = 2), keys(length(max = 2), ascii), values(range(max = 9)))]
    scores: BTreeMap<String, i32>,
    flag: bool,
    kind: Kind,
    price: Option<i64>,
    low: Option<i64>,
    high: Option<i64>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    began: Option<DateTime<Utc>>,
    ended: Option<DateTime<Utc>>,
    least: Option<Decimal>,
    most: Option<Decimal>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// What a schema cannot ask, beside a default that a relation sees.
#[derive(Model, Clone, Debug)]
#[model(collection = "others")]
#[access(select = authenticated, insert = authenticated, update = nobody, delete = nobody)]
#[validate(first <= second, code = "order", message = "they are in order")]
#[validate(level < 9 || flag)]
#[validate(counted.is_none() || flag, code = "of_the_server", message = "the server has counted")]
struct Other {
    #[model(id)]
    id: DocId<Other>,
    #[validate(length(max = 9), custom = is_even)]
    first: String,
    #[validate(length(max = 9))]
    second: String,
    #[model(default = 7)]
    level: i64,
    flag: bool,
    #[model(server)]
    counted: Option<i64>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn is_even(text: &str) -> bool {
    text.len().is_multiple_of(2)
}

pub(super) static SCHEMA: Schema = backend_models::schema![Entry, Other];

fn valid() -> Entry {
    Entry {
        id: DocId::parse("e").unwrap(),
        short: None,
        data: None,
        handle: None,
        said: None,
        email: None,
        url: None,
        plain: None,
        odd: None,
        letter: None,
        number: None,
        whole: None,
        weight: None,
        single: None,
        finite: None,
        step: None,
        exact: None,
        price_of: None,
        day: None,
        at: None,
        agreed: None,
        tags: vec!["x".replace('x', "y")],
        numbers: vec![],
        scores: [("a".to_owned(), 1)].into(),
        flag: false,
        kind: Kind::Free,
        price: None,
        low: None,
        high: None,
        from: None,
        until: None,
        began: None,
        ended: None,
        least: None,
        most: None,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}
