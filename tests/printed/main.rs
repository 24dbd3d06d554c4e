//! What is printed stays the same, byte for byte, until someone means to
//! change it: a fingerprint of each output of 500 generated schemas and of
//! the examples.
//!
//! After a change that is meant, `UPDATE_PRINTED=1 cargo test --test printed`
//! writes the fingerprints again. With `PRINTED_TEXTS=folder` every text is
//! written there, so that two commits can be compared with `diff -r`.

#![allow(unreachable_pub, reason = "modules of examples stand in this test too")]
#![allow(missing_docs, reason = "a test")]
#![expect(clippy::unwrap_used, reason = "a test")]

mod catalogues;
#[path = "../../examples/community/models/mod.rs"]
#[allow(unused_imports, reason = "an example's, which uses all of it")]
mod community;
#[path = "../../examples/discussion/models/mod.rs"]
mod discussion;
#[path = "../../examples/one_rule/models.rs"]
#[allow(dead_code, unused_imports, reason = "an example's, which uses all of it")]
mod one_rule;
#[path = "../firestore/rules/generate.rs"]
#[allow(dead_code, reason = "a part of another test, which uses all of it")]
mod rules;
mod texts;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use models_core::schema::Schema;
use models_tests::generate;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use texts::{Text, of_documents, of_tables, of_typescript};

/// So many of each kind, always the same ones: those that can be printed.
fn draw(
    number: usize,
    strategy: &impl Strategy<Value = Schema>,
    print: fn(&Schema) -> Vec<Text>,
) -> Vec<Schema> {
    let mut runner = TestRunner::deterministic();
    let schemas = std::iter::repeat_with(|| strategy.new_tree(&mut runner).unwrap().current());
    schemas.filter(|schema| !print(schema).is_empty()).take(number).collect()
}

/// Every text, under the name of its schema.
fn all() -> Vec<(String, Vec<Text>)> {
    let mut all = Vec::new();
    let mut add = |kind: &str, schemas: Vec<Schema>, print: fn(&Schema) -> Vec<Text>| {
        let texts = schemas.iter().map(print).enumerate();
        all.extend(texts.map(|(number, texts)| (format!("{kind}-{number}"), texts)));
    };
    add("vectors", draw(100, &generate::schema(1..6, true), of_tables), of_tables);
    add("tables", draw(100, &generate::schema(1..6, false), of_tables), of_tables);
    let documents = generate::documents::documents(1..6);
    add("documents", draw(150, &documents, of_typescript), of_typescript);
    add("rules", draw(150, &rules::schemas(1..6), of_documents), of_documents);
    add("community", vec![community::SCHEMA.clone()], of_tables);
    add("discussion", vec![discussion::SCHEMA.clone()], of_documents);
    add("one_rule", vec![one_rule::SCHEMA.clone()], of_tables);
    add("one_rule_documents", vec![one_rule::SCHEMA.clone()], of_documents);
    all
}

#[test]
fn what_is_printed_stays_the_same() {
    let all = all();
    let mut lines = String::new();
    for (schema, texts) in &all {
        for text in texts {
            writeln!(lines, "{schema} {} {:016x}", text.name, text.fingerprint()).unwrap();
        }
    }
    if let Some(folder) = env::var_os("PRINTED_TEXTS") {
        let folder = Path::new(&folder);
        fs::create_dir_all(folder).unwrap();
        for (schema, texts) in &all {
            for text in texts {
                fs::write(folder.join(format!("{schema}.{}", text.name)), &text.text).unwrap();
            }
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("printed/fingerprints.txt");
    if env::var_os("UPDATE_PRINTED").is_some() {
        fs::write(&file, &lines).unwrap();
    }
    let before = fs::read_to_string(&file).unwrap();
    let changed: Vec<&str> = lines.lines().filter(|line| !before.contains(*line)).collect();
    assert!(changed.is_empty(), "printed otherwise than before: {changed:#?}");
    assert_eq!(lines.lines().count(), before.lines().count(), "a text is missing, or new");
}
