//! The page shows what there is: the declaration is the example's, and every
//! output is printed.

use std::fs;
use std::path::Path;

use backend_models::firestore::{Rules, Sdk, TypeScript};
use backend_models::postgres::{Script, Target};
use backend_models::validate::Validate as _;

use crate::cases::meeting;
use crate::models::SCHEMA;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// The one block of this language.
fn block<'a>(page: &'a str, language: &str) -> &'a str {
    let fence = format!("```{language}\n");
    let mut blocks = page.split(&fence).skip(1);
    let block = blocks.next().unwrap_or_else(|| panic!("the page has no {language}"));
    assert!(blocks.next().is_none(), "the page has {language} twice");
    block.split("```").next().unwrap()
}

/// Every line of the block stands in the text, in the same order.
fn holds(text: &str, block: &str) {
    let mut lines = text.lines().map(str::trim);
    for line in block.lines().map(str::trim).filter(|line| !line.is_empty()) {
        assert!(lines.any(|printed| printed == line), "not printed, or not here: {line}");
    }
}

#[test]
fn it_shows_the_example() {
    let declaration = read("examples/one_rule/models.rs");
    holds(&declaration, block(&read("docs/one-rule.md"), "rust"));
}

#[test]
fn it_shows_what_is_printed() {
    let page = read("docs/one-rule.md");
    holds(&Script::new(&SCHEMA, Target::SUPABASE).unwrap().to_string(), block(&page, "sql"));
    holds(&Rules::new(&SCHEMA).unwrap().to_string(), block(&page, "js"));
    holds(&TypeScript::with_zod(&SCHEMA, Sdk::Web).unwrap().to_string(), block(&page, "ts"));
}

#[test]
fn it_shows_what_rust_says() {
    let page = read("docs/one-rule.md");
    let mut meeting = meeting();
    meeting.slug = "Rust & Firestore".to_owned();
    meeting.seats = 0;
    meeting.ends_at = meeting.starts_at;
    let violations = meeting.validate().unwrap_err();
    let said: Vec<_> = violations.all().iter().map(ToString::to_string).collect();
    assert_eq!(said.join("\n"), block(&page, "text").trim());
}
