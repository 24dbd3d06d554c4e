//! Value rules: what `validate()` says in Rust is what the rules say, for each
//! rule at its limits, on every emulator.

use backend_models::firestore::Rules;
use backend_models::prelude::*;
use models_tests::firestore::value::{array, bytes, double, int, string};
use models_tests::firestore::{User, Write, on_every_emulator};
use serde_json::{Map, Value};

#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Free,
    Paid,
}

/// Every rule, on every type that it suits.
#[derive(Model, Clone, Debug)]
#[model(collection = "entries")]
#[access(
    select = authenticated,
    insert = authenticated,
    update = authenticated,
    delete = nobody,
)]
#[validate(low <= high)]
#[validate(kind != Kind::Paid || price.is_some())]
struct Entry {
    #[model(id)]
    id: DocId<Entry>,
    #[validate(length(min = 2, max = 4))]
    short: String,
    #[validate(length(min = 1, max = 1_001))]
    long: Option<String>,
    #[validate(length(max = 3))]
    data: Vec<u8>,
    #[validate(pattern = "[a-z_]{2,5}", not_blank)]
    handle: String,
    #[validate(email)]
    email: Option<String>,
    #[validate(url)]
    url: Option<String>,
    #[validate(length(max = 6), ascii, starts_with = "a.", ends_with = "'z", contains = "(")]
    odd: Option<String>,
    #[validate(one_of("a", "b\\c"))]
    letter: Option<String>,
    #[validate(range(min = -2, below = 3), multiple_of = 2)]
    number: i32,
    #[validate(range(above = 0.5, max = 1.5))]
    weight: Option<f64>,
    #[validate(items(min = 1, max = 3), each(length(min = 1, max = 2)))]
    tags: Vec<String>,
    kind: Kind,
    price: Option<i64>,
    low: Option<i64>,
    high: Option<i64>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn valid() -> Entry {
    let now = Utc::now();
    Entry {
        id: DocId::new(),
        short: "abc".to_owned(),
        long: None,
        data: vec![1],
        handle: "ab_c".to_owned(),
        email: None,
        url: None,
        odd: None,
        letter: None,
        number: 0,
        weight: None,
        tags: vec!["x".to_owned()],
        kind: Kind::Free,
        price: None,
        low: None,
        high: None,
        created_at: now,
        updated_at: now,
    }
}

/// What a client writes.
fn body(entry: &Entry) -> Value {
    use base64::Engine as _;
    let data = base64::engine::general_purpose::STANDARD.encode(&entry.data);
    let kind = if entry.kind == Kind::Paid { "paid" } else { "free" };
    let texts = [
        ("long", &entry.long),
        ("email", &entry.email),
        ("url", &entry.url),
        ("odd", &entry.odd),
        ("letter", &entry.letter),
    ];
    let numbers = [("price", entry.price), ("low", entry.low), ("high", entry.high)];
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("short", string(&entry.short));
    put("data", bytes(&data));
    put("handle", string(&entry.handle));
    put("number", int(entry.number.into()));
    put("tags", array(entry.tags.iter().map(|tag| string(tag))));
    put("kind", string(kind));
    for (name, value) in texts {
        value.as_ref().map(|value| put(name, string(value)));
    }
    for (name, value) in numbers {
        value.map(|value| put(name, int(value)));
    }
    entry.weight.map(|weight| put("weight", double(weight)));
    Value::Object(fields)
}

/// Texts around the limits, in characters of one byte to four.
fn texts(longest: usize) -> Vec<String> {
    let letters = ["a", "é", "漢", "🦀", "\u{301}", "\n", " ", "A", "_"];
    let lengths = [0, 1, 2, longest - 1, longest, longest + 1];
    let repeated = lengths.into_iter().flat_map(|n| letters.map(|letter| letter.repeat(n)));
    repeated.collect()
}

fn cases() -> Vec<Entry> {
    let mut cases = vec![valid()];
    let mut case = |change: &dyn Fn(&mut Entry)| {
        let mut entry = valid();
        change(&mut entry);
        cases.push(entry);
    };
    for text in texts(4) {
        case(&|entry| entry.short.clone_from(&text));
        case(&|entry| entry.handle.clone_from(&text));
        case(&|entry| entry.tags = vec!["x".to_owned(), text.clone()]);
    }
    for text in texts(1_001) {
        case(&|entry| entry.long = Some(text.clone()));
    }
    for length in 0..5 {
        case(&|entry| entry.data = vec![0; length]);
        case(&|entry| entry.tags = vec!["x".to_owned(); length]);
    }
    let addresses =
        ["a@b.c", "a@b", "@b.c", "a b@c.d", "a@-b.c", "a@b-.c", "a@b..c", "ä@b.c", "a@b.c\n"];
    for text in addresses.map(str::to_owned).into_iter().chain([
        format!("{}@b.c", "a".repeat(64)),
        format!("{}@b.c", "a".repeat(65)),
        format!("a@{}.c", "b".repeat(63)),
        format!("a@{}.c", "b".repeat(64)),
        format!("a@{}c", "b.".repeat(125)),
        format!("a@{}cc", "b.".repeat(126)),
    ]) {
        case(&|entry| entry.email = Some(text.clone()));
    }
    let pages = [
        "https://a.b",
        "http://a",
        "ftp://a",
        "https://",
        "https://a:80/x?y#z",
        "https://a:123456",
        "https://a b",
        "https://-a",
        "https://a/ä",
        "HTTPS://a",
        "https://a?b",
        "https://a.",
    ];
    for text in pages {
        case(&|entry| entry.url = Some(text.to_owned()));
    }
    for text in
        ["a.(b'z", "a.('z", "a(.'z", "b.('z", "a.('y", "a.b'z", "a.(é'z", "a.(bc'z", "axb('z"]
    {
        case(&|entry| entry.odd = Some(text.to_owned()));
    }
    for text in ["a", "b\\c", "b", "b\\\\c", "A", ""] {
        case(&|entry| entry.letter = Some(text.to_owned()));
    }
    for number in -5..5 {
        case(&|entry| entry.number = number);
    }
    for weight in [0.5, 0.500_001, 1.5, 1.500_001, 0.0, -1.0, f64::MAX, f64::INFINITY, f64::NAN] {
        case(&|entry| entry.weight = Some(weight));
    }
    for (low, high) in [
        (Some(1), Some(2)),
        (Some(2), Some(2)),
        (Some(3), Some(2)),
        (Some(3), None),
        (None, Some(3)),
    ] {
        case(&|entry| (entry.low, entry.high) = (low, high));
    }
    for (kind, price) in
        [(Kind::Paid, None), (Kind::Paid, Some(1)), (Kind::Free, None), (Kind::Free, Some(1))]
    {
        case(&|entry| (entry.kind, entry.price) = (kind, price));
    }
    cases
}

#[test]
fn rust_and_the_rules_say_the_same() {
    let schema = backend_models::schema![Entry];
    let rules = Rules::new(&schema).expect("the model can be printed").to_string();
    let cases = cases();
    let accepted = cases.iter().filter(|entry| entry.validate().is_ok()).count();
    assert!(accepted > 40 && cases.len() - accepted > 100, "{accepted} of {}", cases.len());
    on_every_emulator(|project| {
        assert_eq!(project.put_rules(&rules).expect("the rules load"), []);
        let someone = project.as_user(&User::signed_in("someone"));
        let mut wrong = Vec::new();
        for entry in &cases {
            let path = format!("entries/{}", entry.id);
            let write = Write::create(&path, &body(entry));
            let write = write.server_time("createdAt").server_time("updatedAt");
            let outcome = someone.commit(&[write]).expect("the emulator answers");
            if outcome.is_allowed() != entry.validate().is_ok() {
                wrong.push(format!("{:?}: {entry:?}", entry.validate()));
            }
        }
        assert!(wrong.is_empty(), "{} disagree:\n{}", wrong.len(), wrong.join("\n"));
    });
}
