//! The printed text at work, with Firestore's own libraries.

use std::collections::BTreeMap;

use models_core::firestore::{Rules, Sdk, TypeScript};
use models_tests::firestore::{Project, fields, on_every_emulator, value};
use models_tests::node::Folder;
use serde_json::Value;

use super::models::SCHEMA;
use crate::discussion;

/// What the compiler may be told besides: the printed text is the same for all.
pub(super) const FLAGS: &[&str] = &[
    "--isolatedModules",
    "--verbatimModuleSyntax",
    "--erasableSyntaxOnly",
    "--noUnusedLocals",
    "--noUnusedParameters",
    "--noImplicitOverride",
    "--noImplicitReturns",
    "--noPropertyAccessFromIndexSignature",
    "--noUncheckedSideEffectImports",
];

#[test]
fn the_strictest_compiler_has_nothing_against_it() {
    let Some(folder) = Folder::fresh() else {
        return;
    };
    let modules = [("discussion", &discussion::SCHEMA), ("samples", &SCHEMA)];
    let mut files: Vec<String> = Vec::new();
    for (name, schema) in modules {
        for (sdk, ending) in [(Sdk::Web, "web"), (Sdk::Admin, "admin")] {
            let file = format!("{name}-{ending}.mts");
            folder.write(&file, &TypeScript::new(schema, sdk).unwrap().to_string());
            files.push(file);
        }
    }
    let files = files.iter().map(String::as_str);
    let strict = FLAGS.iter().copied().chain(["--noEmit"]);
    let arguments: Vec<&str> = strict.chain(files.clone()).collect();
    assert_eq!(folder.compile(&arguments), Ok(String::new()));
    // Nor has one that knows only older programs, or is for a bundler.
    let older = ["--noEmit", "--target", "es2019", "--lib", "es2019,dom"];
    let arguments: Vec<&str> = older.into_iter().chain(files.clone()).collect();
    assert_eq!(folder.compile(&arguments), Ok(String::new()));
    let bundled = ["--noEmit", "--module", "esnext", "--moduleResolution", "bundler"];
    let arguments: Vec<&str> = bundled.into_iter().chain(files).collect();
    assert_eq!(folder.compile(&arguments), Ok(String::new()));
}

#[test]
fn the_compiler_tells_what_a_client_may_not_say() {
    let Some(folder) = Folder::fresh() else {
        return;
    };
    folder.write("models.mts", &TypeScript::new(&SCHEMA, Sdk::Web).unwrap().to_string());
    folder.write("types.mts", include_str!("programs/types.mts"));
    assert_eq!(folder.type_check("types.mts"), Ok(String::new()));
}

#[test]
fn a_client_reads_and_writes() {
    works(Sdk::Web, include_str!("programs/web.mts"));
}

#[test]
fn a_server_reads_and_writes() {
    works(Sdk::Admin, include_str!("programs/admin.mts"));
}

/// Runs a program that uses the printed module, on every emulator.
fn works(sdk: Sdk, program: &str) {
    let Some(folder) = Folder::fresh() else {
        return;
    };
    folder.write("models.mts", &TypeScript::new(&SCHEMA, sdk).unwrap().to_string());
    folder.write("sample.mts", include_str!("programs/sample.mts"));
    folder.write("program.mts", program);
    assert_eq!(folder.compile(&["program.mts"]), Ok(String::new()));
    let rules = Rules::new(&SCHEMA).unwrap().to_string();
    on_every_emulator(|project| {
        let issues = project.put_rules(&rules).unwrap();
        assert_eq!(issues, []);
        let wrong = prepare(project);
        let (host, port) = project.emulator.address.rsplit_once(':').unwrap();
        let wrong = serde_json::to_string(&wrong).unwrap();
        let arguments = [host, port, project.id.as_str()];
        let said = folder.node_with("program.mjs", &arguments, &[("WRONG", &wrong)]);
        said.unwrap_or_else(|said| panic!("{said}"));
    });
}

/// A whole document, as another program writes it.
fn whole() -> Value {
    fields([
        ("owner", value::string("alice")),
        ("flag", value::bool(false)),
        ("small", value::int(1)),
        ("whole", value::int(2)),
        ("large", value::int(3)),
        ("single", value::double(0.5)),
        // JavaScript writes a whole number as an integer.
        ("double", value::int(4)),
        ("decimal", value::string("1.50")),
        ("text", value::string("text")),
        ("uuid", value::string("018f0000-0000-7000-8000-000000000001")),
        ("other", value::string("other")),
        (
            "link",
            serde_json::json!({"referenceValue": "projects/p/databases/(default)/documents/shelves/s"}),
        ),
        ("place", value::geo_point(1.0, 2.0)),
        ("at", value::timestamp("2026-01-02T03:04:05.678901Z")),
        ("day", value::string("2026-01-02")),
        ("time", value::string("03:04:05")),
        ("span", value::int(-1)),
        ("json", value::null()),
        ("bytes", value::bytes("AAEC")),
        ("network", value::string("::1/128")),
        ("stage", value::string("raw")),
        ("tags", value::array([value::string("a")])),
        ("stages", value::array([])),
        ("scores", value::map([("a", value::int(1))])),
        ("createdAt", value::timestamp("2026-01-02T03:04:05.123456Z")),
        ("updatedAt", value::timestamp("2026-01-02T03:04:05.123456Z")),
    ])
}

/// Writes documents of earlier programs and broken ones; gives the ids of
/// these and what is wrong with each.
fn prepare(project: &Project) -> BTreeMap<String, String> {
    let owner = project.as_owner();
    let with = |changes: &[(&str, Value)]| {
        let mut fields = whole();
        for (name, value) in changes {
            fields[*name] = value.clone();
        }
        fields
    };
    let set = |path: &str, fields: &Value| {
        let mut fields = fields.clone();
        // A reference is to the same project.
        if let Some(link) = fields["link"].get_mut("referenceValue") {
            *link = link
                .as_str()
                .unwrap()
                .replace("projects/p/", &format!("projects/{}/", project.id))
                .into();
        }
        owner.set(path, &fields).unwrap().allowed();
    };
    set("shelves/shelf/samples/old", &whole());
    let nulls = ["note", "near", "checked"];
    set("shelves/shelf/samples/nulls", &with(&nulls.map(|name| (name, value::null()))));
    let server = [("near", value::vector(&[1.0, 2.0, 3.0])), ("checked", value::bool(true))];
    set("shelves/shelf/samples/exact", &with(&server));
    set("samples/stray", &whole());
    set("others/x/samples/stray", &whole());
    let mut wrong = BTreeMap::new();
    for (number, (name, value, reason)) in broken().into_iter().enumerate() {
        let id = format!("{number}-{name}");
        let mut fields = whole();
        match value {
            Some(value) => fields[name] = value,
            None => drop(fields.as_object_mut().unwrap().remove(name)),
        }
        set(&format!("shelves/wrong/samples/{id}"), &fields);
        wrong.insert(id, reason.to_owned());
    }
    wrong
}

/// A field, its value or that it is missing, and what is said about it.
fn broken() -> Vec<(&'static str, Option<Value>, &'static str)> {
    let text = || Some(value::string("x"));
    let number = || Some(value::int(1));
    vec![
        ("owner", None, "owner: expected a string, found nothing"),
        ("owner", Some(value::null()), "owner: expected a string, found null"),
        ("flag", number(), "flag: expected a boolean, found number"),
        ("small", text(), "small: expected a whole number up to 2^53, found string"),
        (
            "whole",
            Some(value::double(0.5)),
            "whole: expected a whole number up to 2^53, found number",
        ),
        (
            "large",
            Some(value::int(i64::MAX)),
            "large: expected a whole number up to 2^53, found number",
        ),
        ("single", text(), "single: expected a number, found string"),
        ("decimal", number(), "decimal: expected a string, found number"),
        ("uuid", Some(value::bool(true)), "uuid: expected a string, found boolean"),
        ("link", text(), "link: expected a reference, found string"),
        ("place", Some(value::map([])), "place: expected a point, found Object"),
        ("at", text(), "at: expected a timestamp, found string"),
        ("at", number(), "at: expected a timestamp, found number"),
        (
            "day",
            Some(value::timestamp("2026-01-02T00:00:00Z")),
            "day: expected a string, found Timestamp",
        ),
        (
            "span",
            Some(value::double(1.5)),
            "span: expected a whole number up to 2^53, found number",
        ),
        ("json", None, "json: expected JSON, found nothing"),
        (
            "json",
            Some(value::timestamp("2026-01-02T00:00:00Z")),
            "json: expected JSON, found Timestamp",
        ),
        ("bytes", text(), "bytes: expected bytes, found string"),
        ("stage", text(), "stage: expected one of \"raw\", \"half-done\", \"done\", found string"),
        ("tags", text(), "tags: expected a list, found string"),
        (
            "tags",
            Some(value::array([value::string("a"), value::null()])),
            "tags[1]: expected a string, found null",
        ),
        (
            "stages",
            Some(value::array([value::string("Raw")])),
            "stages[0]: expected one of \"raw\", \"half-done\", \"done\", found string",
        ),
        ("scores", Some(value::array([])), "scores: expected a map, found a list"),
        ("scores", Some(value::geo_point(1.0, 2.0)), "scores: expected a map, found GeoPoint"),
        (
            "scores",
            Some(value::map([("a", value::int(1)), ("b", value::string("x"))])),
            "scores.b: expected a whole number up to 2^53, found string",
        ),
        ("note", number(), "note: expected a string, found number"),
        (
            "near",
            Some(value::vector(&[1.0, 2.0])),
            "near: expected a vector of 3 dimensions, found VectorValue",
        ),
        ("near", Some(value::array([])), "near: expected a vector of 3 dimensions, found a list"),
        ("level", Some(value::null()), "level: expected a whole number up to 2^53, found null"),
        ("level", text(), "level: expected a whole number up to 2^53, found string"),
        ("createdAt", None, "createdAt: expected a timestamp, found nothing"),
    ]
}
