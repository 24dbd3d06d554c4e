//! `cargo xtask test`: every test, on every engine this machine can have.

use std::ffi::OsString;
use std::path::Path;

use crate::engines::Fleet;
use crate::error::Result;
use crate::node::Node;
use crate::{engines, node, process, say, workspace};

/// Runs the tests; `arguments` go to `cargo test`.
pub(crate) fn run(arguments: &[OsString]) -> Result {
    let node = node::find()?;
    let fleets = engines::start()?;
    list(&fleets, node.as_ref(), "testing on");
    let mut cargo = workspace::cargo();
    cargo.arg("test");
    if !names_a_package(arguments) {
        cargo.arg("--workspace");
    }
    cargo.arg("--all-features").args(arguments);
    engines::tell(&fleets, &mut cargo);
    // Empty, the variable tells tests that there is none.
    cargo.env(node::VARIABLE, node.as_ref().map_or(Path::new(""), |node| &node.folder));
    let outcome = process::run(&mut cargo, "cargo test");
    list(&fleets, node.as_ref(), "tested on");
    outcome
}

fn list(fleets: &[Fleet], node: Option<&Node>, verb: &str) {
    engines::list(fleets, verb);
    match node {
        Some(node) => say::note(format_args!("{verb} Node {}", node.version)),
        None => say::note(format_args!("not {verb} Node")),
    }
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
