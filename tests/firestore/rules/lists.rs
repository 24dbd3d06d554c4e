//! A query finds no document that may not be read, whatever the rules say and
//! whatever it asks for: a query that could is denied as a whole.

use models_core::access::{Auth, Row, Truth, Value, evaluate};
use models_core::firestore::Rules;
use models_core::schema::Expr;
use models_tests::build::at;
use models_tests::documents::stored;
use models_tests::firestore::{Query, Session, on_every_emulator};
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use serde_json::json;

use super::differential::{row, rule, runner, seed_and_files, take};
use super::verdicts::{fill, place};
use super::{put, sample, world};

const RULES: usize = 25;
const ROWS: usize = 8;
const CALLERS: usize = 2;
const QUERIES: usize = 5;

/// A query over a collection: for all of it, or for one value of a field.
fn query(collection: &str, rows: &[Row], runner: &mut TestRunner) -> Query {
    let all = Query::of(collection);
    let fields = world::fields();
    match take(runner, &(0..6_u8)) {
        0 => all,
        which => {
            let (field, _) = take(runner, &select(fields));
            let row = take(runner, &select(rows.to_vec()));
            let name = format!("`{}`", field.document.unwrap().replace('\\', "\\\\"));
            match (which, stored(&row[&*field.name])) {
                (1, _) | (_, None) => all.filter(&name, "EQUAL", json!({"nullValue": null})),
                (2, Some(value)) => all.filter(&name, "NOT_EQUAL", value),
                (_, Some(value)) => all.filter(&name, "EQUAL", value),
            }
        }
    }
}

/// The ids that a query finds; `None` when it is denied.
fn found(session: &Session<'_>, parent: &str, query: &Query) -> Option<Vec<String>> {
    let outcome = session.query_in(parent, query).unwrap();
    let documents = outcome.is_allowed().then(|| outcome.allowed())?;
    let names = documents.as_array().unwrap().iter();
    let id = |name: &str| name.rsplit('/').next().unwrap().to_owned();
    Some(names.map(|document| id(document["name"].as_str().unwrap())).collect())
}

#[test]
fn no_query_finds_what_may_not_be_read() {
    let (seed, files) = seed_and_files();
    on_every_emulator(|project| {
        let mut runner = runner(&seed);
        let (mut denied, mut allowed, mut documents) = (0, 0, 0);
        for _ in 0..files {
            let rules: Vec<Expr> = (0..RULES).map(|_| asked(&mut runner)).collect();
            let mut rows: Vec<Row> = (0..ROWS).map(|_| in_one_team(row(&mut runner))).collect();
            rows.sort_by_key(|row| place(0, row));
            rows.dedup_by_key(|row| place(0, row));
            let schema = world::schema(&rules);
            put(project, &Rules::new(&schema).unwrap());
            project.clear().unwrap();
            fill(project, &rows, RULES);
            for (number, rule) in rules.iter().enumerate() {
                for _ in 0..CALLERS {
                    let auth = take(&mut runner, &sample::caller());
                    for _ in 0..QUERIES {
                        let query = query(&format!("things{number}"), &rows, &mut runner);
                        let session = project.as_user(&world::user(&auth));
                        let Some(found) = found(&session, "teams/a", &query) else {
                            denied += 1;
                            continue;
                        };
                        allowed += 1;
                        documents += found.len();
                        all_may_be_read(rule, &rows, &auth, &found, &query);
                    }
                }
            }
        }
        eprintln!("{denied} denied, {allowed} allowed with {documents} documents");
        assert!(denied > 20 && allowed > 10 && documents > 10, "{denied}, {allowed}, {documents}");
    });
}

/// A rule at random, or one that asks for what is not there.
fn asked(runner: &mut TestRunner) -> Expr {
    let (field, _) = take(runner, &select(world::fields()));
    let absent = Expr::IsNone(at(field.name.into_owned().leak()));
    let rule = rule(runner);
    let both = [absent.clone(), rule.clone()];
    match take(runner, &(0..6_u8)) {
        0 => absent,
        1 => Expr::And(both.to_vec().into()),
        2 => Expr::Or(both.to_vec().into()),
        3 => Expr::Not(Expr::IsSome(at("name")).into()),
        _ => rule,
    }
}

fn in_one_team(mut row: Row) -> Row {
    row.insert("team_id".to_owned(), Value::from("a"));
    row
}

fn all_may_be_read(rule: &Expr, rows: &[Row], auth: &Auth, found: &[String], query: &Query) {
    for id in found {
        let row = rows.iter().find(|row| row["id"] == Value::from(id.as_str())).unwrap();
        let truth = evaluate(rule, auth, &world::facts(row));
        assert!(truth == Truth::True, "{truth:?}: {id}\n{rule:?}\n{auth:?}\n{query:?}\n{row:?}");
    }
}
