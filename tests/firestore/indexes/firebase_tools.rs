//! Firebase's own command line, which deploys the file, finds it valid.

use models_core::firestore::Indexes;
use models_core::schema::Schema;
use models_tests::generate::documents::documents;
use models_tests::node::Folder;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::discussion;

/// Reads files; says what is wrong with each, in a line.
const PROGRAM: &str = r#"
import { readFileSync } from "node:fs";
import api from "firebase-tools/lib/firestore/api.js";

const hidden = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const escaped = (character) => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0");
const firestore = new api.FirestoreApi();
for (const file of process.argv.slice(2)) {
    const text = readFileSync(file, "utf8");
    try {
        const spec = firestore.upgradeOldSpec(JSON.parse(text));
        firestore.validateSpec(spec);
        const laid = JSON.stringify(spec, null, 2).replace(hidden, escaped) + "\n";
        if (laid !== text) throw new Error("laid out otherwise");
        console.log("valid");
    } catch (error) {
        console.log(error.message);
    }
}
process.exit(0);
"#;

fn said(files: &[String]) -> Option<Vec<String>> {
    let folder = Folder::fresh()?;
    folder.write("judge.mjs", PROGRAM);
    let names: Vec<String> = (0..files.len()).map(|at| format!("{at}.json")).collect();
    for (name, text) in names.iter().zip(files) {
        folder.write(name, text);
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let said = folder.node("judge.mjs", &names).unwrap_or_else(|error| panic!("{error}"));
    Some(said.lines().map(str::to_owned).collect())
}

#[test]
fn every_file_is_valid() {
    let mut runner = TestRunner::default();
    let strategy = documents(1..8);
    let mut schemas = vec![discussion::SCHEMA.clone(), Schema { models: Vec::new().into() }];
    schemas.extend((0..100).map(|_| strategy.new_tree(&mut runner).unwrap().current()));
    let files: Vec<String> =
        schemas.iter().map(|schema| Indexes::new(schema).unwrap().to_string()).collect();
    if let Some(said) = said(&files) {
        assert_eq!(said, vec!["valid"; files.len()]);
    }
}

#[test]
fn it_finds_what_is_not() {
    let text = Indexes::new(&discussion::SCHEMA).unwrap().to_string();
    let broken = [
        text.replacen("\"COLLECTION\"", "\"collection\"", 1),
        text.replacen("\"flat\"", "\"hnsw\"", 1),
        text.replacen("\"dimension\": 8", "\"dimension\": \"8\"", 1),
        text.replacen("\"indexes\": []", "\"index\": []", 1),
        text.replacen("true", "\"yes\"", 1),
        text.replacen("  ", "\t", 1),
    ];
    if let Some(said) = said(&broken) {
        assert!(said.len() == broken.len() && said.iter().all(|line| line != "valid"), "{said:?}");
    }
}
