//! Whatever a rule says, the server lets through the rows that Rust says it
//! lets through: rules, rows and callers at random, by policies that are
//! there, in the roles and with the grants that go with them.

mod sample;
mod server;
mod wide;

use std::env;

use ::backend_models::access::{Auth, Truth, Value, evaluate};
use ::backend_models::schema::Expr;
use models_tests::database::{Database, on_every_server};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use uuid::Uuid;

use server::{Policy, ask};

/// Rules asked on each server; more where the environment says so.
const RULES: usize = 120;
const ROWS: usize = 24;
const CALLERS: usize = 5;

/// Fields by name.
pub(crate) type Row = Vec<(String, Value)>;

#[test]
fn the_server_decides_as_rust_does() {
    let seed = env::var("MODELS_SEED").unwrap_or_else(|_| Uuid::new_v4().simple().to_string());
    let rules = env::var("MODELS_RULES").map_or(RULES, |rules| rules.parse().unwrap());
    eprintln!("MODELS_SEED={seed}");
    on_every_server(async |database| {
        let mut bytes = seed.clone().into_bytes();
        bytes.resize(32, 0);
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let rows: Vec<Row> = (0..ROWS).map(|_| server::row(&mut runner)).collect();
        server::make(database, &rows).await;
        let rule = sample::rule(server::can_be_said);
        let mut decisions = 0;
        for _ in 0..database.server.sample(rules) {
            let mut tree = rule.new_tree(&mut runner).unwrap();
            let callers: Vec<Auth> = (0..CALLERS)
                .map(|_| sample::caller().new_tree(&mut runner).unwrap().current())
                .collect();
            if disagreement(database, &tree.current(), &callers, &rows).await.is_some() {
                panic!(
                    "MODELS_SEED={seed}\n{}",
                    smallest(database, &mut tree, &callers, &rows).await
                );
            }
            decisions += rows.len() * callers.len();
        }
        eprintln!("{decisions} decisions");
    });
}

/// What the server and Rust disagree about, if they do.
async fn disagreement(
    database: &mut Database,
    rule: &Expr,
    callers: &[Auth],
    rows: &[Row],
) -> Option<String> {
    let policy = Policy::new(rule);
    let answers = ask(database, &policy, callers).await;
    for (auth, answer) in callers.iter().zip(answers) {
        for (number, row) in rows.iter().enumerate() {
            let facts = server::facts(row);
            let rust = evaluate(rule, auth, &facts);
            let visible = answer.as_ref().map(|visible| visible.contains(&number));
            if visible != Ok(rust == Truth::True) {
                return Some(report(&policy, rule, auth, row, rust, &answer));
            }
        }
    }
    None
}

fn report(
    policy: &Policy,
    rule: &Expr,
    auth: &Auth,
    row: &Row,
    rust: Truth,
    server: &Result<Vec<usize>, String>,
) -> String {
    let server = server.as_ref().map(|_| "the opposite");
    format!("{}\n{rule:?}\n{auth:?}\n{row:?}\nRust: {rust:?}, server: {server:?}", policy.sql)
}

/// The disagreement about the simplest rule that still has one.
async fn smallest(
    database: &mut Database,
    tree: &mut impl ValueTree<Value = Expr>,
    callers: &[Auth],
    rows: &[Row],
) -> String {
    let mut best = String::new();
    loop {
        match disagreement(database, &tree.current(), callers, rows).await {
            Some(report) => {
                best = report;
                if !tree.simplify() {
                    return best;
                }
            }
            None if !tree.complicate() => return best,
            None => {}
        }
    }
}
