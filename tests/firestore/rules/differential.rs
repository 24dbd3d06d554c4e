//! Whatever a rule says, an emulator lets read what Rust says may be read:
//! rules, documents and callers at random.

use std::env;

use models_core::access::{Auth, Row, Value};
use models_core::firestore::ErrorKind;
use models_core::firestore::Rules;
use models_core::schema::Expr;
use models_tests::firestore::on_every_emulator;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use uuid::Uuid;

use super::verdicts::{Verdicts, agree};
use super::{sample, world};

/// Rules in one file, documents that each is asked about, and callers.
const RULES: usize = 40;
const ROWS: usize = 6;
const CALLERS: usize = 5;

#[test]
fn an_emulator_decides_as_rust_does() {
    let (seed, files) = seed_and_files();
    on_every_emulator(|project| {
        let mut runner = runner(&seed);
        let mut verdicts = Verdicts::default();
        for _ in 0..files {
            let rules: Vec<Expr> = (0..RULES).map(|_| rule(&mut runner)).collect();
            let rows: Vec<Row> = (0..ROWS).map(|_| row(&mut runner)).collect();
            let callers: Vec<Auth> =
                (0..CALLERS).map(|_| take(&mut runner, &sample::caller())).collect();
            verdicts += agree(project, &rules, rows, &callers);
        }
        eprintln!("{verdicts:?}");
        assert!(verdicts.allowed > 100 && verdicts.denied > 100, "{verdicts:?}");
    });
}

/// What the numbers at random are drawn from, and how many files of rules.
pub(super) fn seed_and_files() -> (String, usize) {
    let seed = env::var("MODELS_SEED").unwrap_or_else(|_| Uuid::new_v4().simple().to_string());
    eprintln!("MODELS_SEED={seed}");
    (seed, env::var("MODELS_RULES").map_or(2, |files| files.parse().unwrap()))
}

/// The same numbers for every emulator.
pub(super) fn runner(seed: &str) -> TestRunner {
    let mut bytes = seed.to_owned().into_bytes();
    bytes.resize(32, 0);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    TestRunner::new_with_rng(Config::default(), rng)
}

/// A value.
pub(super) fn take<S: Strategy>(runner: &mut TestRunner, strategy: &S) -> S::Value {
    strategy.new_tree(runner).unwrap().current()
}

/// A rule that can be said in the rules language.
pub(super) fn rule(runner: &mut TestRunner) -> Expr {
    let strategy = sample::rule();
    loop {
        let rule = take(runner, &strategy);
        let schema = world::schema(std::slice::from_ref(&rule));
        match Rules::new(&schema).map_err(|error| error.kind) {
            Ok(_) => return rule,
            Err(
                ErrorKind::Unordered { .. }
                | ErrorKind::Incomparable { .. }
                | ErrorKind::MemberTwice { .. }
                | ErrorKind::Reads { .. },
            ) => {}
            Err(other) => panic!("{other}\n{rule:?}"),
        }
    }
}

/// A document: what may be missing sometimes is.
pub(super) fn row(runner: &mut TestRunner) -> Row {
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
