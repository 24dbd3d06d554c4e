use models::prelude::*;

#[derive(ModelEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Kind { Free, Paid }

#[derive(Model, Clone, Debug)]
#[model(table = "events")]
#[access(select = anyone, insert = service, update = service, delete = service)]
#[validate(ends_at > starts_at, code = "ends_after_start", message = "must end after it starts")]
#[validate(kind != Kind::Paid || price.is_some())]
struct Event {
    #[model(id)]
    id: Id<Event>,
    #[validate(length(min = 3, max = 30), pattern = "[a-z0-9_]+")]
    handle: String,
    #[validate(email(message = "that is no address"))]
    email: Option<String>,
    #[validate(items(max = 2), each(length(min = 1, max = 5), ascii))]
    tags: Vec<String>,
    #[validate(range(min = 0, below = 100), multiple_of = 5)]
    price: Option<i32>,
    #[validate(range(min = 0.5), finite)]
    weight: f64,
    #[validate(one_of("a", "b"))]
    letter: String,
    #[validate(pattern("(a|ab)(c|bcd)", code = "abc"))]
    odd: String,
    kind: Kind,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn main() {
    let now = Utc::now();
    let good = Event { id: Id::new(), handle: "abc_1".into(), email: None, tags: vec!["x".into()], price: Some(5), weight: 1.0, letter: "a".into(), odd: "abcd".into(), kind: Kind::Free, starts_at: now, ends_at: now + TimeDelta::seconds(1), created_at: now, updated_at: now };
    println!("{:?}", good.validate());
    let bad = Event { handle: "A".into(), email: Some("x".into()), tags: vec!["".into(), "ä".into(), "toolong".into()], price: Some(103), weight: f64::NAN, letter: "c".into(), odd: "x".into(), kind: Kind::Free, ends_at: now, ..good.clone() };
    for v in bad.validate().unwrap_err() { println!("{v} [{}]", v.code); }
    println!("{:?}", Event { kind: Kind::Paid, price: None, ..good }.validate());
}
