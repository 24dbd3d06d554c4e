//! A test of the test: a printer that is broken by a little is found, and what
//! is shown for it is small and names the place.

use std::fmt::Write as _;

use models_tests::firestore::emulators;
use models_tests::servers::servers;

use super::report::Report;
use super::run::Run;
use crate::places::Place;
use crate::places::postgres::Postgres;
use crate::places::rules::Rules;

/// Decisions within which it has to be found.
const WITHIN: usize = 6_000;

/// What a printer has become.
type Alter = fn(&str) -> String;

/// What is found on a server whose statements are changed so.
fn in_sql(alter: Alter) -> Report {
    let server = servers().remove(0);
    found(Box::new(Postgres::on(&server, alter)))
}

/// What is found on an emulator whose rules are changed so.
fn in_rules(alter: Alter) -> Report {
    let emulator = emulators().remove(0);
    found(Box::new(Rules::on(&emulator, alter)))
}

fn found(place: Box<dyn Place>) -> Report {
    let mut run = Run::new(7);
    run.asks(place, 1);
    let report = run.until(WITHIN, None);
    let decisions = run.counts.decisions();
    let report = report.unwrap_or_else(|| panic!("{decisions} decisions, and nothing was found"));
    eprintln!("after {decisions} decisions:\n{report}");
    report
}

/// One model with few fields beside its ids, told with what everyone says;
/// and what is broken is in it.
fn is_small(report: &Report, names: &[&str]) {
    let text = report.to_string();
    assert_eq!(report.models.len(), 1, "{text}");
    assert!(report.model().fields.len() <= 5, "{text}");
    assert!(text.contains("Rust: ") && text.contains("<-- disagrees"), "{text}");
    assert!(text.contains("caller") && text.contains("command"), "{text}");
    assert!(names.iter().any(|name| text.contains(name)), "{text}");
}

#[test]
fn a_rule_that_leaves_out_its_end_is_found() {
    is_small(&in_rules(|rules| rules.replace(" <= ", " < ")), &["max", "<=", ">"]);
}

#[test]
fn a_rule_that_counts_one_too_many_is_found() {
    is_small(&in_rules(one_more), &["length("]);
}

#[test]
fn a_rule_that_lets_any_field_change_is_found() {
    is_small(
        &in_rules(|rules| rules.replace(".affectedKeys()", ".addedKeys()")),
        &["immutable", "server"],
    );
}

#[test]
fn a_rule_that_takes_any_id_is_found() {
    is_small(&in_rules(any_id), &["id: 'draft'"]);
}

#[test]
fn a_check_that_leaves_out_its_end_is_found() {
    is_small(&in_sql(|sql| sql.replace(" <= ", " < ")), &["max", "<=", ">"]);
}

#[test]
fn a_policy_without_one_of_its_conditions_is_found() {
    // The rule for reading is one of them.
    is_small(&in_sql(without_a_condition), &["&&", "Update", "Delete"]);
}

/// `(?s).{1,3}` with one more.
fn one_more(rules: &str) -> String {
    let mut parts = rules.split("(?s).{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (counts, rest) = part.split_once('}').expect("a count ends");
        let (min, max) = counts.split_once(',').expect("a count has two ends");
        let max = max.parse().map_or(String::new(), |max: u32| (max + 1).to_string());
        write!(text, "(?s).{{{min},{max}}}{rest}").unwrap();
    }
    text
}

/// Any text where a UUID belongs.
fn any_id(rules: &str) -> String {
    let form = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    rules.replace(&format!(".matches('{form}')"), " is string")
}

/// A policy where one of two is enough.
fn without_a_condition(sql: &str) -> String {
    let is_policy = sql.starts_with("create policy") && !sql.contains("jsonb_typeof");
    if is_policy { sql.replace(" and ", " or ").replace("\nand ", "\nor ") } else { sql.to_owned() }
}
