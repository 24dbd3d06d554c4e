//! `cargo xtask ci`: all that must pass, the fast gates first.

use std::time::Instant;

use crate::chores::test;
use crate::error::{Error, Result};
use crate::{docs, judges, process, say, workspace};

/// What came of a gate that did not fail.
enum Outcome {
    Passed,
    /// What it needs is not on this machine; the rest does not depend on it.
    NotRun(&'static str),
}

/// A gate: its name, and what passes or fails.
type Gate = (&'static str, fn() -> Result<Outcome>);

const GATES: &[Gate] = &[
    ("fmt", || passes(cargo(&["fmt", "--all", "--check"]))),
    ("clippy", || passes(clippy())),
    ("doc", || passes(doc())),
    ("docs --check", || passes(docs::check())),
    ("deny", deny),
    ("judges", || passes(judges::run())),
    ("test", || passes(test::run(&[]))),
];

/// Runs every gate up to the first that fails.
pub(crate) fn run() -> Result {
    let start = Instant::now();
    let mut not_run = Vec::new();
    for (name, gate) in GATES {
        say::note(format_args!("== {name}"));
        let start = Instant::now();
        let outcome = gate();
        let seconds = start.elapsed().as_secs_f64();
        let verdict = match &outcome {
            Ok(Outcome::Passed) => "passed".to_owned(),
            Ok(Outcome::NotRun(reason)) => {
                not_run.push(*name);
                format!("NOT RUN, {reason},")
            }
            Err(_) => "failed".to_owned(),
        };
        say::note(format_args!("== {name} {verdict} in {seconds:.1} s"));
        outcome.map_err(|error| Error::new(format!("{name}: {error}")))?;
    }
    let passed = GATES.len() - not_run.len();
    let seconds = start.elapsed().as_secs_f64();
    let rest = if not_run.is_empty() {
        String::new()
    } else {
        format!(", not run: {}", not_run.join(", "))
    };
    say::note(format_args!("{passed} gates passed in {seconds:.1} s{rest}"));
    Ok(())
}

fn passes(outcome: Result) -> Result<Outcome> {
    outcome.map(|()| Outcome::Passed)
}

fn cargo(arguments: &[&str]) -> Result {
    let name = format!("cargo {}", arguments.first().copied().unwrap_or_default());
    process::run(workspace::cargo().args(arguments), &name)
}

fn clippy() -> Result {
    cargo(&["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])
}

fn doc() -> Result {
    let mut command = workspace::cargo();
    command.args(["doc", "--workspace", "--no-deps", "--all-features"]);
    process::run(command.env("RUSTDOCFLAGS", "-D warnings"), "cargo doc")
}

/// Licences, duplicates and sources of the dependencies, where the machine has
/// the tool: building it takes longer than all the rest.
fn deny() -> Result<Outcome> {
    let version = process::output(workspace::cargo().args(["deny", "--version"]), "cargo")?;
    if version.status.success() {
        return passes(cargo(&["deny", "check", "licenses", "bans", "sources"]));
    }
    Ok(Outcome::NotRun("cargo-deny is not installed (cargo install --locked cargo-deny)"))
}
