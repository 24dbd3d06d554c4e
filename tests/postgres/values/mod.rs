//! `validate()` and the server are of one mind about every row: it accepts the
//! row, or names the constraint of exactly the rule that is broken.

mod dates;
mod lists;
mod names;
mod numbers;
mod ranges;
mod relations;
mod row;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use backend_models::schema;
use backend_models::schema::Schema;
use backend_models::validate::Violation;
use models_core::postgres::Target;
use models_tests::database::{Database, on_every_server};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use sqlx::Row as _;

use dates::{Dates, dates};
use lists::{Lists, lists};
use numbers::{Numbers, numbers};
use relations::{Offers, offers};
use row::Row;
use texts::{Texts, texts};

pub(crate) static SCHEMA: Schema = schema![Texts, Numbers, Lists, Dates, Offers];

/// Writes each row in turn, and says of each what was broken: nothing, a
/// constraint, or what else the server said.
const VERDICTS: &str = "
    create function pg_temp.verdicts(name text, rows jsonb) returns setof text
    language plpgsql set search_path = public as $$
    declare
        entry jsonb;
        columns text;
        broken text;
    begin
        for entry in select value from jsonb_array_elements(rows) with ordinality order by ordinality loop
            columns := (select string_agg(quote_ident(key), ', ') from jsonb_object_keys(entry) as key);
            begin
                execute format('insert into %1$I (%2$s)
                    select %2$s from jsonb_populate_record(null::%1$I, $1)', name, columns) using entry;
                return next '';
            exception when others then
                get stacked diagnostics broken = constraint_name;
                return next coalesce(nullif(broken, ''), sqlerrm);
            end;
        end loop;
    end $$";

async fn verdicts<R: Row>(database: &mut Database, rows: &[R]) -> Vec<String> {
    let model = R::MODEL;
    let table = model.table.as_ref().unwrap();
    let written: Value = rows.iter().map(|row| Value::Object(row.values())).collect();
    let said = sqlx::query("select v from pg_temp.verdicts($1, $2) as v")
        .bind(&*table.name)
        .bind(written)
        .fetch_all(&mut database.connection)
        .await
        .unwrap();
    said.iter().map(|row| row.get(0)).collect()
}

/// The constraint of a rule, by the documented names.
fn constraint(table: &str, violation: &Violation) -> String {
    let (path, code) = (violation.path(), violation.code());
    match path.split_once('[') {
        Some((field, _)) => format!("{table}_{field}_each_check"),
        None if path.is_empty() => format!("{table}_{code}_check"),
        None => format!("{table}_{path}_{code}_check"),
    }
}

/// Every row that both are asked about; gives the constraints that were broken.
async fn agree<R: Row>(database: &mut Database, rows: &[R]) -> BTreeSet<String> {
    let model = R::MODEL;
    let table = model.table.as_ref().unwrap();
    let (mut broken, mut differences) = (BTreeSet::new(), Vec::new());
    let said = verdicts(database, rows).await;
    assert_eq!(said.len(), rows.len());
    for (row, said) in rows.iter().zip(said) {
        let violations = row.validate().err().into_iter().flatten();
        // The server looks at constraints in the order of their names.
        let mut expected: Vec<_> = violations.map(|one| constraint(&table.name, &one)).collect();
        expected.sort();
        if expected.first().map_or("", String::as_str) != said {
            differences.push(format!("{row:?}\n  Rust: {expected:?}\n  server: {said}"));
        }
        broken.extend(expected);
    }
    let first: Vec<_> = differences.iter().take(9).collect();
    assert!(differences.is_empty(), "{} of {}: {first:#?}", differences.len(), rows.len());
    broken
}

/// The constraints that a description asks for, by the documented names.
fn constraints<R: Row>() -> BTreeSet<String> {
    let model = R::MODEL;
    let table = &model.table.as_ref().unwrap().name;
    let fields = model.fields.iter().flat_map(|field| {
        let name = |code: &str| format!("{table}_{}_{code}_check", field.name);
        field.rules.iter().map(move |rule| match &rule.code {
            Some(code) => name(code),
            None => name(rule.check.name()),
        })
    });
    let relations = model.rules.iter().map(|rule| {
        let code = rule.code.as_deref().unwrap();
        format!("{table}_{code}_check")
    });
    fields.chain(relations).collect()
}

async fn each_field<R: Row>(database: &mut Database, valid: R) {
    assert!(valid.validate().is_ok(), "{:?}", valid.validate());
    let broken = agree(database, &valid.changed()).await;
    // Rules that nothing broke were not tested.
    let unbroken: Vec<_> = constraints::<R>().difference(&broken).cloned().collect();
    assert!(unbroken.is_empty(), "never broken: {unbroken:?}");
}

async fn at_random<R: Row>(database: &mut Database, valid: &R, count: usize) {
    let config = Config { failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let numbers = proptest::collection::vec(any::<u16>(), 400);
    let rows: Vec<R> = (0..count)
        .map(|_| {
            let mut drawn = numbers.new_tree(&mut runner).unwrap().current().into_iter();
            valid.mixed(&mut |sides| usize::from(drawn.next().unwrap_or(0)) % sides)
        })
        .collect();
    let broken = agree(database, &rows).await;
    let unbroken: Vec<_> = constraints::<R>().difference(&broken).cloned().collect();
    assert!(unbroken.is_empty(), "never broken: {unbroken:?}");
}

async fn prepared(database: &mut Database) {
    database.apply(&SCHEMA, Target::PLAIN).await;
    database.run(VERDICTS).await;
}

#[test]
fn every_value_of_one_field_is_judged_alike() {
    on_every_server(async |database| {
        prepared(database).await;
        each_field(database, texts()).await;
        each_field(database, numbers()).await;
        each_field(database, lists()).await;
        for zone in ["UTC", "Asia/Tokyo", "America/St_Johns"] {
            database.run(&format!("set time zone '{zone}'")).await;
            each_field(database, dates()).await;
        }
    });
}

#[test]
fn rows_at_random_are_judged_alike() {
    on_every_server(async |database| {
        prepared(database).await;
        at_random(database, &texts(), 3_000).await;
        at_random(database, &numbers(), 3_000).await;
        at_random(database, &lists(), 2_000).await;
    });
}

/// Two fields at a time, absent ones among them.
#[test]
fn relations_are_judged_alike() {
    on_every_server(async |database| {
        prepared(database).await;
        let rows: Vec<Offers> =
            offers().changed().into_iter().flat_map(|row| row.changed()).collect();
        agree(database, &rows).await;
        at_random(database, &offers(), 2_000).await;
    });
}

/// For each rule a row that breaks it and no other, as SQL; those on the items
/// of lists are left out, because the server does not say which item it is.
pub(crate) fn broken_once() -> Vec<(String, Violation)> {
    let mut all = BTreeMap::new();
    add_broken(&texts(), &mut all);
    add_broken(&numbers(), &mut all);
    add_broken(&lists(), &mut all);
    add_broken(&dates(), &mut all);
    add_broken(&offers(), &mut all);
    all.into_values().collect()
}

fn add_broken<R: Row>(valid: &R, all: &mut BTreeMap<String, (String, Violation)>) {
    let model = R::MODEL;
    let table = &model.table.as_ref().unwrap().name;
    for row in valid.changed() {
        let Err(violations) = row.validate() else { continue };
        let [violation] = violations.all() else { continue };
        if violation.path().contains('[') {
            continue;
        }
        let values = row.values();
        let columns: Vec<String> = values.keys().cloned().collect();
        let (columns, written) = (columns.join(", "), Value::Object(values).to_string());
        let sql = format!(
            "insert into {table} ({columns}) select {columns}
             from jsonb_populate_record(null::{table}, '{}')",
            written.replace('\'', "''")
        );
        all.insert(constraint(table, violation), (sql, violation.clone()));
    }
}
