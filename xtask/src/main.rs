//! The chores of this workspace: `cargo xtask help` lists them.
//!
//! Only the standard library and `backend-models-test` are used, which uses
//! nothing else: this is the first thing that a fresh machine compiles. It runs on Unix, as its servers do.

mod bench;
mod chores;
mod counts;
mod docs;
mod engines;
mod judges;
mod node;
mod workspace;

/// The error of every chore.
mod error {
    pub(crate) use backend_models_test::{Context, Error, Result};
}

use std::ffi::OsString;
use std::process::ExitCode;

use backend_models_test::{needs, process, say};

use error::{Error, Result};

const HELP: &str = include_str!("help.txt");

fn main() -> ExitCode {
    let mut arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let chore = if arguments.is_empty() { OsString::new() } else { arguments.remove(0) };
    match dispatch(&chore, &arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::note(error);
            ExitCode::FAILURE
        }
    }
}

fn dispatch(chore: &OsString, arguments: &[OsString]) -> Result {
    match chore.to_str() {
        Some("demo") => chores::demo::run(arguments),
        Some("test") => chores::test::run(arguments),
        Some("ci") => none(arguments).and_then(|()| chores::ci::run()),
        Some("bench") => bench::run(arguments),
        Some("docs") => docs::run(arguments),
        Some("judges") => none(arguments).and_then(|()| judges::run()),
        Some("counts") => counts::run(arguments),
        Some("soak") => chores::soak::run(arguments),
        Some("engines") => chores::engines::run(arguments),
        Some("help" | "--help" | "-h") => {
            say::print(HELP.trim_end());
            Ok(())
        }
        Some("") => Err(Error::new(format!("which chore?\n\n{}", HELP.trim_end()))),
        _ => Err(Error::new(format!(
            "there is no chore `{}`: see `cargo xtask help`",
            chore.display()
        ))),
    }
}

/// Most chores take no arguments, and say so rather than ignore them.
fn none(arguments: &[OsString]) -> Result {
    match arguments.first() {
        None => Ok(()),
        Some(argument) => Err(Error::new(format!(
            "this chore takes no argument, and was given `{}`",
            argument.display()
        ))),
    }
}
