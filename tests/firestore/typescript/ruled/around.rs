//! Values around each limit.

use backend_models::prelude::*;
use rust_decimal::Decimal;

use super::{Entry, Kind, valid};

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
pub(in super::super) fn entries() -> Vec<Entry> {
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
