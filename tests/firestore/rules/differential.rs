//! Whatever a rule says, an emulator lets read what Rust says may be read:
//! rules, documents and callers at random.

use std::env;

use models_core::access::{Auth, Row, Truth, Value, evaluate};
use models_core::firestore::Rules;
use models_core::firestore::rules::Trouble;
use models_core::schema::{Expr, Schema};
use models_tests::documents::stored;
use models_tests::firestore::{Project, Write, on_every_emulator};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, json};
use uuid::Uuid;

use super::{sample, world};

/// Rules in one file, documents that each is asked about, and callers.
const RULES: usize = 40;
const ROWS: usize = 6;
const CALLERS: usize = 5;

#[test]
fn an_emulator_decides_as_rust_does() {
    let seed = env::var("MODELS_SEED").unwrap_or_else(|_| Uuid::new_v4().simple().to_string());
    let files = env::var("MODELS_RULES").map_or(2, |files| files.parse().unwrap());
    eprintln!("MODELS_SEED={seed}");
    on_every_emulator(|project| {
        let mut bytes = seed.clone().into_bytes();
        bytes.resize(32, 0);
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let mut verdicts = [0; 2];
        for _ in 0..files {
            let rules: Vec<Expr> = (0..RULES).map(|_| rule(&mut runner)).collect();
            let mut rows: Vec<Row> = (0..ROWS).map(|_| row(&mut runner)).collect();
            rows.sort_by_key(|row| place(0, row));
            rows.dedup_by_key(|row| place(0, row));
            let callers: Vec<Auth> =
                (0..CALLERS).map(|_| take(&mut runner, &sample::caller())).collect();
            let schema = world::schema(&rules);
            put(project, &schema);
            fill(project, &rows, &mut runner);
            for (number, rule) in rules.iter().enumerate() {
                for (row, auth) in
                    rows.iter().flat_map(|row| callers.iter().map(move |auth| (row, auth)))
                {
                    let allowed = ask(project, number, row, auth);
                    let truth = evaluate(rule, auth, &world::facts(row));
                    if allowed != (truth == Truth::True) {
                        panic!(
                            "{allowed}, {truth:?}\n{}",
                            report(&schema, rule, row, auth, number)
                        );
                    }
                    verdicts[usize::from(allowed)] += 1;
                }
            }
        }
        eprintln!("{} allowed, {} denied", verdicts[1], verdicts[0]);
        assert!(verdicts[1] > 100 && verdicts[0] > 100, "{verdicts:?}");
    });
}

fn take<S: Strategy>(runner: &mut TestRunner, strategy: &S) -> S::Value {
    strategy.new_tree(runner).unwrap().current()
}

/// A rule that can be said in the rules language.
fn rule(runner: &mut TestRunner) -> Expr {
    let strategy = sample::rule();
    loop {
        let rule = take(runner, &strategy);
        let schema = world::schema(std::slice::from_ref(&rule));
        match Rules::new(&schema).map_err(|error| error.trouble) {
            Ok(_) => return rule,
            Err(
                Trouble::Unordered { .. }
                | Trouble::Incomparable { .. }
                | Trouble::MemberTwice { .. }
                | Trouble::Reads { .. },
            ) => {}
            Err(other) => panic!("{other}\n{rule:?}"),
        }
    }
}

/// A document: what may be missing sometimes is.
fn row(runner: &mut TestRunner) -> Row {
    let mut row = Row::new();
    for (field, family) in world::fields() {
        let there = sample::value(family);
        let value = if field.nullable {
            take(runner, &prop_oneof![1 => Just(Value::Null), 3 => there])
        } else {
            take(runner, &there)
        };
        row.insert(field.name.to_string(), value);
    }
    for id in ["id", "team_id"] {
        row.insert(id.to_owned(), take(runner, &sample::value(sample::Family::Id)));
    }
    row
}

fn put(project: &Project, schema: &Schema) {
    let rules = Rules::new(schema).unwrap().to_text();
    let issues = project.put_rules(&rules).unwrap_or_else(|error| panic!("{error}\n{rules}"));
    assert_eq!(issues, [], "{rules}");
}

/// Each document in each collection; what is absent is not there, or `null`.
fn fill(project: &Project, rows: &[Row], runner: &mut TestRunner) {
    for row in rows {
        let mut document = Map::new();
        for (field, _) in world::fields() {
            let name = field.document.as_deref().unwrap().to_owned();
            match stored(&row[&*field.name]) {
                Some(value) => drop(document.insert(name, value)),
                None if take(runner, &any::<bool>()) => {
                    document.insert(name, json!({"nullValue": null}));
                }
                None => {}
            }
        }
        let document = document.into();
        let writes: Vec<Write> =
            (0..RULES).map(|number| Write::set(&place(number, row), &document)).collect();
        project.as_owner().commit(&writes).unwrap().allowed();
    }
    let members = world::members().into_iter().map(|member| {
        let mut document = Map::new();
        for (name, field) in [("the role", "role"), ("level", "level"), ("code", "code")] {
            document.extend(stored(&member[field]).map(|value| (name.to_owned(), value)));
        }
        let path =
            format!("teams/{}/members/{}", text(&member, "team_id"), text(&member, "user_id"));
        Write::set(&path, &document.into())
    });
    project.as_owner().commit(&members.collect::<Vec<_>>()).unwrap().allowed();
}

fn text<'r>(row: &'r Row, name: &str) -> &'r str {
    let Value::Text(text) = &row[name] else { panic!("{name} is no text") };
    text
}

fn place(number: usize, row: &Row) -> String {
    format!("teams/{}/things{number}/{}", text(row, "team_id"), text(row, "id"))
}

fn ask(project: &Project, number: usize, row: &Row, auth: &Auth) -> bool {
    let path: String = place(number, row).bytes().map(encoded).collect();
    project.as_user(&world::user(auth)).get(&path).unwrap().is_allowed()
}

fn encoded(byte: u8) -> String {
    match byte {
        b'/' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    }
}

fn report(schema: &Schema, rule: &Expr, row: &Row, auth: &Auth, number: usize) -> String {
    let text = Rules::new(schema).unwrap().to_text();
    let start = text.find(&format!("/things{number}/")).unwrap();
    let block = text[start..].split("allow create").next().unwrap();
    format!("{block}\n{rule:?}\n{auth:?}\n{row:?}")
}
