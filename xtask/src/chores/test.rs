//! `cargo xtask test`: every test, on every engine this machine can have.

use std::ffi::OsString;

use crate::error::Result;
use crate::{engines, process, workspace};

/// Runs the tests; `arguments` go to `cargo test`.
pub(crate) fn run(arguments: &[OsString]) -> Result {
    let fleets = engines::start()?;
    engines::list(&fleets, "testing on");
    let mut cargo = workspace::cargo();
    cargo.arg("test");
    if !names_a_package(arguments) {
        cargo.arg("--workspace");
    }
    cargo.arg("--all-features").args(arguments);
    engines::tell(&fleets, &mut cargo);
    let outcome = process::run(&mut cargo, "cargo test");
    engines::list(&fleets, "tested on");
    outcome
}

/// Whether cargo is told of packages; `--workspace` would override them.
fn names_a_package(arguments: &[OsString]) -> bool {
    let own = arguments.iter().take_while(|argument| *argument != "--");
    own.filter_map(|argument| argument.to_str())
        .any(|argument| argument.starts_with("-p") || argument.starts_with("--package"))
}

#[cfg(test)]
mod tests {
    use super::names_a_package;
    use std::ffi::OsString;

    fn words(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(Into::into).collect()
    }

    #[test]
    fn packages_are_recognised_in_cargos_own_arguments() {
        assert!(names_a_package(&words("-p xtask")));
        assert!(names_a_package(&words("--doc --package=xtask")));
        assert!(!names_a_package(&words("--doc")));
        assert!(!names_a_package(&words("some_test -- -p")));
    }
}
