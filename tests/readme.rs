//! What the README shows is what there is.

#![expect(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::Path;

#[allow(dead_code, missing_docs, unreachable_pub, reason = "the README's models are short")]
#[path = "../examples/first_model/models.rs"]
mod first;

#[allow(dead_code, missing_docs, unreachable_pub, reason = "the README's models are short")]
#[path = "../examples/one_rule/models.rs"]
mod one_rule;

use backend_models::firestore::Rules;
use backend_models::postgres::{Script, Target};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// The fenced blocks of a language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_readmes_rust_is_the_examples() {
    let readme = read("README.md");
    let examples = ["examples/first_model/models.rs", "examples/one_rule/models.rs"].map(read);
    let shown = [blocks(&readme, "rust"), blocks(&readme, "rust,ignore")].concat();
    assert_eq!(shown.len(), 3);
    for block in shown {
        let is_there = examples.iter().any(|example| example.contains(block));
        assert!(is_there, "in no example:\n{block}");
    }
}

#[test]
fn the_readmes_rules_are_printed() {
    let readme = read("README.md");
    let printed = Rules::new(&one_rule::SCHEMA).unwrap().to_string();
    let shown = blocks(&readme, "js");
    assert_eq!(shown.len(), 1);
    for part in shown[0].split("\n\n").map(str::trim) {
        assert!(printed.contains(part), "not printed:\n{part}");
    }
}

#[test]
fn the_readmes_sql_is_printed() {
    let readme = read("README.md");
    let printed = Script::new(&first::SCHEMA, Target::SUPABASE).unwrap().to_string();
    let shown = blocks(&readme, "sql");
    assert_eq!(shown.len(), 1);
    for statement in shown[0].split_inclusive(";\n").map(str::trim) {
        assert!(printed.contains(statement), "not printed:\n{statement}");
    }
}
