//! The printed schemas, asked by zod itself: what they say of a value is what
//! `validate()` says in Rust.

use ::backend_models::firestore::document::{Database, Document};
use ::backend_models::prelude::*;
use models_core::firestore::{Sdk, TypeScript};
use models_tests::node::Folder;
use serde_json::{Value, json};

use super::ruled::{self, entries};
use super::run::FLAGS;
use super::{models, round_trip};
use crate::discussion;

#[test]
fn of_every_rule_for_clients() {
    insta::assert_snapshot!(TypeScript::with_zod(&ruled::SCHEMA, Sdk::Web).unwrap());
}

#[test]
fn the_strictest_compiler_has_nothing_against_the_schemas() {
    let Some(folder) = Folder::fresh() else {
        return;
    };
    let modules = [
        ("discussion", &discussion::SCHEMA),
        ("samples", &models::SCHEMA),
        ("things", &round_trip::SCHEMA),
        ("ruled", &ruled::SCHEMA),
    ];
    let mut files: Vec<String> = Vec::new();
    for (name, schema) in modules {
        for (sdk, ending) in [(Sdk::Web, "web"), (Sdk::Admin, "admin")] {
            let file = format!("{name}-{ending}.mts");
            folder.write(&file, &TypeScript::with_zod(schema, sdk).unwrap().to_string());
            files.push(file);
        }
    }
    // What a schema gives is what the functions beside it take.
    for (ending, flag) in [("web", "Web"), ("admin", "Admin")] {
        let text = format!(
            "import * as models from './samples-{ending}.mjs';
             export const {flag} = (values: unknown): models.NewSample =>
               models.sampleSchema.parse(values);
             export const back: models.NewSample = {flag}(null);
             models.newSample(back);"
        );
        folder.write(&format!("use-{ending}.mts"), &text);
        files.push(format!("use-{ending}.mts"));
    }
    let strict = FLAGS.iter().copied().chain(["--noEmit"]);
    let arguments: Vec<&str> = strict.chain(files.iter().map(String::as_str)).collect();
    assert_eq!(folder.compile(&arguments), Ok(String::new()));
}

#[test]
fn zod_and_rust_say_the_same_of_every_value() {
    let Some(folder) = Folder::fresh() else {
        return;
    };
    let database = Database::new("demo");
    let (mut cases, mut broken) = (Vec::new(), std::collections::BTreeSet::new());
    for entry in entries() {
        let document: Document = entry.document(&database).unwrap();
        let mut codes: Vec<String> = match entry.validate() {
            Ok(()) => Vec::new(),
            Err(violations) => violations.all().iter().map(|one| one.code().to_owned()).collect(),
        };
        codes.sort();
        codes.dedup();
        broken.extend(codes.clone());
        let fields: Value = serde_json::to_value(&document.fields).unwrap();
        cases.push(json!({ "fields": fields, "codes": codes }));
    }
    // Every rule is broken by some value, and kept by others.
    let expected = "apart ascii contains days decimals email ends_with finite flagged items length \
                    moments multiple_of not_blank one_of paid pattern range rule starts_with url";
    assert_eq!(broken.into_iter().collect::<Vec<_>>().join(" "), expected);
    let kept = cases.iter().filter(|case| case["codes"] == json!([])).count();
    eprintln!("{} values, of which {kept} keep every rule", cases.len());
    assert!(kept > 200 && cases.len() - kept > 1_000, "{kept} of {}", cases.len());

    folder.write("cases.json", &serde_json::to_string(&cases).unwrap());
    folder
        .write("models.mts", &TypeScript::with_zod(&ruled::SCHEMA, Sdk::Web).unwrap().to_string());
    folder.write("program.mts", include_str!("programs/zod.mts"));
    assert_eq!(folder.compile(&["program.mts"]), Ok(String::new()));
    let said = folder.node("program.mjs", &[]).unwrap_or_else(|said| panic!("{said}"));
    assert_eq!(said.trim(), cases.len().to_string());
}
