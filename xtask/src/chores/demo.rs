//! `cargo xtask demo`: the examples, each on a server of its own.

use std::ffi::OsString;
use std::process::Command;

use backend_models_test::{FirestoreEmulator, Postgres, fleet};

use crate::error::{Error, Result};
use crate::{needs, process, say, workspace};

/// A demonstration: an engine, and the example that runs on it.
#[derive(Debug)]
struct Part {
    engine: &'static str,
    example: &'static str,
    run: fn(Command) -> Result,
}

/// Every demonstration, in the order in which they run.
const PARTS: &[Part] = &[
    Part { engine: "postgres", example: "community", run: on_postgres },
    Part { engine: "firestore", example: "discussion", run: on_firestore },
];

/// Runs the examples of all engines, or of those named.
pub(crate) fn run(names: &[OsString]) -> Result {
    let parts = chosen(names)?;
    let examples = parts.iter().flat_map(|part| ["--example", part.example]);
    // Not quiet: on a fresh machine it takes minutes, and cargo says how far it is.
    say::timed("building the examples, with all that they need", || {
        let mut cargo = workspace::cargo();
        process::run(
            cargo.args(["build", "--package", "models-examples"]).args(examples),
            "cargo build",
        )
    })?;
    for part in parts {
        let mut cargo = workspace::cargo();
        cargo.args(["run", "--quiet", "--package", "models-examples"]);
        cargo.args(["--example", part.example, "--", "demo"]);
        (part.run)(cargo)?;
    }
    Ok(())
}

/// The example finds the server in `DATABASE_URL`.
fn on_postgres(mut example: Command) -> Result {
    if fleet::database_url()?.is_some() {
        return process::run(&mut example, "the demonstration");
    }
    let server = Postgres::start()?;
    process::run(example.env("DATABASE_URL", server.url()), "the demonstration")
}

/// The example finds the emulator in `FIRESTORE_EMULATOR_HOST`.
fn on_firestore(mut example: Command) -> Result {
    let emulator = match FirestoreEmulator::named_or_start() {
        Ok(emulator) => emulator,
        Err(error) => {
            let host = fleet::HOST;
            return needs::missing(&format!(
                "the Firestore part is left out: start an emulator and name it in {host}, or let \
                 `cargo install hidane` work here: {error}"
            ));
        }
    };
    process::run(example.env(fleet::HOST, emulator.host()), "the demonstration")
}

fn chosen(names: &[OsString]) -> Result<Vec<&'static Part>> {
    if names.is_empty() {
        return Ok(PARTS.iter().collect());
    }
    let found = names.iter().map(|name| {
        PARTS.iter().find(|part| name == part.engine).ok_or_else(|| {
            let known: Vec<_> = PARTS.iter().map(|part| part.engine).collect();
            let name = name.display();
            Error::new(format!("nothing is shown on `{name}`: {}", known.join(" or ")))
        })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::chosen;

    fn names(words: &[&str]) -> Result<Vec<&'static str>, String> {
        let words: Vec<_> = words.iter().map(Into::into).collect();
        match chosen(&words) {
            Ok(parts) => Ok(parts.iter().map(|part| part.example).collect()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn parts_are_chosen_by_their_engine_and_all_without_one() {
        assert_eq!(names(&[]), Ok(vec!["community", "discussion"]));
        assert_eq!(names(&["firestore"]), Ok(vec!["discussion"]));
        let message = "nothing is shown on `oracle`: postgres or firestore".to_owned();
        assert_eq!(names(&["oracle"]), Err(message));
    }
}
