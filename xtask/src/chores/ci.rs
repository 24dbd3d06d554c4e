//! `cargo xtask ci`: all that must pass, the fast gates first.

use std::time::Instant;

use crate::chores::{deny, test};
use crate::error::{Error, Result};
use crate::{docs, judges, process, say, workspace};

/// A gate: its name, and what passes or fails.
type Gate = (&'static str, fn() -> Result);

const GATES: &[Gate] = &[
    ("fmt", || cargo(&["fmt", "--all", "--check"])),
    ("clippy", clippy),
    ("features", features),
    ("doc", doc),
    ("docs --check", docs::check),
    ("deny", deny::run),
    ("judges", judges::run),
    ("test", || test::run(&[])),
];

/// Runs every gate up to the first that fails.
pub(crate) fn run() -> Result {
    let start = Instant::now();
    for (name, gate) in GATES {
        say::note(format_args!("== {name}"));
        let start = Instant::now();
        let outcome = gate();
        let verdict = if outcome.is_ok() { "passed" } else { "failed" };
        let seconds = start.elapsed().as_secs_f64();
        say::note(format_args!("== {name} {verdict} in {seconds:.1} s"));
        outcome.map_err(|error| Error::new(format!("{name}: {error}")))?;
    }
    let seconds = start.elapsed().as_secs_f64();
    say::note(format_args!("{} gates passed in {seconds:.1} s", GATES.len()));
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result {
    let name = format!("cargo {}", arguments.first().copied().unwrap_or_default());
    process::run(workspace::cargo().args(arguments), &name)
}

fn clippy() -> Result {
    cargo(&["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])
}

/// Every feature of the library, but the one that `clippy` has checked with all
/// others and that takes minutes to build: `firestore-client`.
const FEATURES: &[&str] =
    &["decimal", "firestore", "ipnetwork", "json", "pgvector", "regex", "serde", "sqlx"];

/// The library with no feature, and with each feature alone.
fn features() -> Result {
    for feature in std::iter::once(&"").chain(FEATURES) {
        say::note(format_args!("feature: {}", if feature.is_empty() { "none" } else { feature }));
        cargo(&[
            "clippy",
            "--package=models-core",
            "--package=backend-models",
            "--no-default-features",
            &format!("--features={feature}"),
            "--",
            "-Dwarnings",
        ])?;
    }
    Ok(())
}

fn doc() -> Result {
    let mut command = workspace::cargo();
    command.args(["doc", "--workspace", "--no-deps", "--all-features"]);
    process::run(command.env("RUSTDOCFLAGS", "-D warnings"), "cargo doc")
}

#[cfg(test)]
mod tests {
    use super::FEATURES;

    #[test]
    fn every_feature_of_the_library_is_checked() {
        let manifest = include_str!("../../../Cargo.toml");
        let (_, below) = manifest.split_once("\n[features]\n").expect("a section");
        let (section, _) = below.split_once("\n[").expect("another section");
        let names = section.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
        let mut expected: Vec<&str> =
            names.filter(|name| !["default", "firestore-client"].contains(name)).collect();
        expected.sort_unstable();
        assert_eq!(FEATURES, expected);
    }
}
