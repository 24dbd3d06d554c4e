//! Values inside values: each is asked what it says of itself.

#![expect(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;

use backend_models::prelude::*;
use backend_models::types::FieldType;
use backend_models::validate::Validate;
use serde::{Deserialize, Serialize};

/// Where someone lives.
#[derive(Validate, Clone, Debug, Serialize, Deserialize)]
#[validate(line_two.is_none() || line_one != "", code = "lines")]
struct Address {
    #[validate(length(max = 20))]
    line_one: String,
    line_two: Option<String>,
    #[validate(pattern = "[0-9]{5}")]
    code: String,
    #[validate(each(length(min = 1)))]
    notes: Vec<String>,
    #[validate(nested)]
    country: Option<Country>,
}

/// Which country.
#[derive(Validate, Clone, Debug, Serialize, Deserialize)]
struct Country {
    #[validate(pattern("[A-Z]{2}", message = "must be two capitals"))]
    code: String,
}

/// Someone who orders.
#[derive(Model, Clone, Debug)]
#[model(table = "buyers")]
#[access(select = anyone, insert = service, update = service, delete = service)]
struct Buyer {
    #[model(id)]
    id: Id<Buyer>,
    #[validate(nested)]
    home: Json<Address>,
    #[validate(nested)]
    work: Option<Json<Address>>,
    #[validate(nested)]
    others: Json<Vec<Address>>,
    #[validate(nested)]
    named: Json<BTreeMap<String, Address>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn address() -> Address {
    Address {
        line_one: "1 Main Street".to_owned(),
        line_two: None,
        code: "12345".to_owned(),
        notes: Vec::new(),
        country: Some(Country { code: "DE".to_owned() }),
    }
}

fn broken() -> Address {
    Address {
        line_one: String::new(),
        line_two: Some("left".to_owned()),
        code: "1234".to_owned(),
        notes: vec!["a".to_owned(), String::new()],
        country: Some(Country { code: "de".to_owned() }),
    }
}

fn buyer() -> Buyer {
    Buyer {
        id: Id::new(),
        home: Json(address()),
        work: None,
        others: Json(vec![address()]),
        named: Json(BTreeMap::new()),
        created_at: Utc::now(),
        updated_at: Utc::now(),
    }
}

fn said(buyer: &Buyer) -> Vec<String> {
    let violations = buyer.validate().unwrap_err();
    violations
        .all()
        .iter()
        .map(|violation| format!("{} {}", violation.path(), violation.code()))
        .collect()
}

#[test]
fn what_is_inside_is_valid() {
    assert_eq!(buyer().validate(), Ok(()));
    assert_eq!(address().validate(), Ok(()));
}

#[test]
fn what_is_not_is_named_by_its_path() {
    let inside = |at: &str| {
        ["code pattern", "notes[1] length", "country.code pattern"]
            .map(|rule| format!("{at}.{rule}"))
            .into_iter()
            .chain([format!("{at} lines")])
            .collect::<Vec<_>>()
    };
    assert_eq!(said(&Buyer { home: Json(broken()), ..buyer() }), inside("home"));
    assert_eq!(said(&Buyer { work: Some(Json(broken())), ..buyer() }), inside("work"));
    let others = Json(vec![address(), broken()]);
    assert_eq!(said(&Buyer { others, ..buyer() }), inside("others[1]"));
    let named = Json(BTreeMap::from([("office".to_owned(), broken())]));
    assert_eq!(said(&Buyer { named, ..buyer() }), inside("named.office"));
}

#[test]
fn its_words_are_kept() {
    let mut wrong = address();
    wrong.country = Some(Country { code: "de".to_owned() });
    let violations = Buyer { home: Json(wrong), ..buyer() }.validate().unwrap_err();
    assert_eq!(violations.to_string(), "`home.country.code` must be two capitals");
    assert_eq!(violations.of("home").count(), 1);
}

#[test]
fn the_description_says_that_rust_alone_asks() {
    let script = backend_models::postgres::Script::new(
        &backend_models::schema![Buyer],
        backend_models::postgres::Target::SUPABASE,
    )
    .unwrap()
    .to_string();
    assert!(!script.contains("_check"), "{script}");
    assert!(matches!(<Json<Address> as FieldType>::TYPE, backend_models::schema::Type::Json));
}
