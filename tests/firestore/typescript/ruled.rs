//! A model with every rule on values, and values around each of their limits.

use std::collections::BTreeMap;

use models::prelude::*;
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

fn is_even(text: &String) -> bool {
    text.len() % 2 == 0
}

pub(super) static SCHEMA: Schema = models::schema![Entry, Other];

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

/// Texts around the limits, in characters of one unit and of two, that stand
/// alone or with the one before.
fn texts() -> Vec<String> {
    let letters = [
        "a",
        "c",
        "é",
        "漢",
        "🦀",
        "e\u{301}",
        "\u{301}",
        "\n",
        "\r",
        "\u{2028}",
        "\u{b}",
        "\u{a0}",
        "\u{feff}",
        " ",
        "\t",
        "A",
        "_",
        "-",
        "/",
        "x",
        "\0",
        "\u{7f}",
        "\u{80}",
        "👩\u{200d}👩",
    ];
    let repeated = letters.iter().flat_map(|letter| (0..8).map(|n| letter.repeat(n)));
    let odd = [
        "b\\c",
        "é..🦀",
        "é🦀.🦀🦀",
        "é\n.🦀",
        "é..",
        "/d",
        "/🦀",
        "/-",
        "//",
        " a",
        "\u{a0}b ",
        "a.('z",
        "a.(('z",
        "a.((('z",
        "a.'z",
        "A.('z",
        "a.(z",
        "x.('z",
        "a.\u{301}('z",
        "a\nb",
        "ab\n",
        "\nab",
    ];
    repeated.chain(odd.map(str::to_owned)).collect()
}

/// Addresses, one below, at and above each of their limits.
fn addresses() -> Vec<String> {
    let label = |n: usize| "d".repeat(n);
    let mut all: Vec<String> = ["a@b.c", "a@b", "@b.c", "a@", "a@@b.c", "a b@c.d", "a@-b.c"]
        .into_iter()
        .chain([
            "a@b-.c",
            "a@b..c",
            "a@.b",
            "a@b.c\n",
            "é@b.c",
            "a!#$%&'*+/=?^_`{|}~-.1@b-2.c",
            "A@B.C",
        ])
        .map(str::to_owned)
        .collect();
    all.extend([0, 1, 63, 64, 65].map(|n| format!("{}@b.c", label(n))));
    all.extend([0, 1, 62, 63, 64].map(|n| format!("a@{}.c", label(n))));
    // 254 characters in all.
    let domain = format!("{0}.{0}.{0}", label(62));
    all.extend([63, 64, 65].map(|n| format!("{}@{}.c", label(n), domain)));
    all.extend([60, 61, 62].map(|n| format!("{}@{}.{}", label(2), domain, label(n))));
    all
}

fn links() -> Vec<String> {
    let text = |n: usize| "a".repeat(n);
    let mut all: Vec<String> = ["http://a", "https://a.b/c?d#e", "ftp://a", "HTTP://a", "http://"]
        .into_iter()
        .chain(["http://a b", "http://é", "http://a/é", "http://a:", "http://a:1", "http://a:x"])
        .chain(["http://-a", "http://a-", "http://a.", "http://a#", "http://a?~!", "http://a/\n"])
        .map(str::to_owned)
        .collect();
    all.extend([4, 5, 6].map(|n| format!("http://a:{}", "1".repeat(n))));
    all.extend([252, 253, 254].map(|n| format!("http://{}", text(n))));
    all.extend([2047, 2048, 2049].map(|n| format!("http://a/{}", text(n - 9))));
    all
}

/// Entries around every limit; and every pair of values of a relation.
pub(super) fn entries() -> Vec<Entry> {
    let mut all = vec![valid()];
    let mut put = |change: &dyn Fn(&mut Entry)| {
        let mut entry = valid();
        change(&mut entry);
        all.push(entry);
    };
    let every = texts().into_iter().chain(addresses()).chain(links());
    for text in every {
        let some = || Some(text.clone());
        put(&|e| e.short = some());
        put(&|e| e.handle = some());
        put(&|e| e.said = some());
        put(&|e| e.email = some());
        put(&|e| e.url = some());
        put(&|e| e.plain = some());
        put(&|e| e.odd = some());
        put(&|e| e.letter = some());
        put(&|e| (e.letter, e.email) = (some(), some()));
        put(&|e| e.tags = vec!["y".to_owned(), text.clone()]);
        if !text.is_empty() && text.len() < 1_000 && !text.starts_with("__") {
            put(&|e| e.scores = [(text.clone(), 1)].into());
        }
    }
    for count in 0..6 {
        put(&|e| e.data = Some(vec![255; count]));
        put(&|e| e.tags = vec!["y".to_owned(); count]);
        put(&|e| e.numbers = vec![3; count]);
        put(&|e| e.scores = (0..count).map(|n| (n.to_string(), 1)).collect());
    }
    for whole in -8..=11 {
        put(&|e| e.number = Some(whole));
        put(&|e| e.whole = Some(whole.into()));
        put(&|e| e.numbers = vec![0, whole.into()]);
        put(&|e| e.scores = [("k".to_owned(), whole)].into());
        put(&|e| e.exact = Some(whole.into()));
        put(&|e| e.price_of = Some(whole.into()));
    }
    for base in [0.5_f64, 1.5, -0.1, 0.25, 5.0, 0.0, f64::MAX] {
        for number in [base.next_down(), base, base.next_up(), -base] {
            put(&|e| e.weight = Some(number));
            put(&|e| e.finite = Some(number));
            put(&|e| e.step = Some(number));
        }
    }
    for base in [-0.1_f32, 0.0, f32::MIN, f32::NAN] {
        for number in [base.next_down(), base, base.next_up()] {
            put(&|e| e.single = Some(number));
        }
    }
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        put(&|e| e.weight = Some(number));
        put(&|e| e.finite = Some(number));
        put(&|e| e.step = Some(number));
    }
    let decimals =
        ["-5.00", "-5.01", "-4.9999", "4.99", "4.989", "4.9900000001", "0.1", "0.10", "0.01"];
    let decimals: Vec<Decimal> = decimals.iter().map(|text| text.parse().unwrap()).collect();
    for one in &decimals {
        put(&|e| e.exact = Some(*one));
        put(&|e| e.price_of = Some(*one));
        for other in &decimals {
            put(&|e| (e.least, e.most) = (Some(*one), Some(*other)));
        }
    }
    let days = ["2020-01-30", "2020-01-31", "2020-02-01", "2024-02-28", "2024-02-29", "2024-03-01"];
    let days: Vec<NaiveDate> = days.iter().map(|text| text.parse().unwrap()).collect();
    for one in &days {
        put(&|e| e.day = Some(*one));
        for other in &days {
            put(&|e| (e.from, e.until) = (Some(*one), Some(*other)));
        }
    }
    let moments: Vec<DateTime<Utc>> = ["2020-01-31T12:00:00.5Z", "2024-02-28T23:00:00.000001Z"]
        .iter()
        .flat_map(|text| {
            let moment: DateTime<Utc> = text.parse().unwrap();
            [-1, 0, 1].map(|micros| moment + TimeDelta::microseconds(micros))
        })
        .collect();
    for one in &moments {
        put(&|e| e.at = Some(*one));
        for other in &moments {
            put(&|e| (e.began, e.ended) = (Some(*one), Some(*other)));
        }
    }
    let maybe = || [None, Some(0), Some(1), Some(2), Some(3)];
    for (low, high) in maybe().into_iter().flat_map(|low| maybe().map(|high| (low, high))) {
        for flag in [false, true] {
            put(&|e| (e.low, e.high, e.flag) = (low, high, flag));
        }
    }
    for kind in [Kind::Free, Kind::Paid, Kind::Gift] {
        put(&|e| (e.kind, e.agreed) = (kind, Some(kind == Kind::Free)));
        put(&|e| (e.kind, e.price) = (kind, Some(1)));
    }
    all
}
