//! What a program compiles that asks for no feature: nothing of Firestore.

#![expect(clippy::unwrap_used, reason = "a test")]

use std::path::Path;
use std::process::Command;

/// What rustc writes about a target of `models-light`, checked alone, so that no
/// other package of the workspace adds features.
fn check(target: &[&str]) -> Result<(), String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("light"));
    cargo.args(["check", "--quiet", "--color=never", "--package", "models-light"]).args(target);
    // Cargo has set these for this test; they would make it compile all again.
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CARGO_")) {
        if name != "CARGO_HOME" && name != "CARGO_TARGET_DIR" {
            cargo.env_remove(name);
        }
    }
    let output = cargo.output().unwrap();
    if output.status.success() { Ok(()) } else { Err(String::from_utf8(output.stderr).unwrap()) }
}

#[test]
fn a_table_compiles() {
    assert_eq!(check(&["--lib"]), Ok(()));
}

#[test]
fn a_collection_is_one_error_that_names_the_feature() {
    let errors = check(&["--example", "collection"]).unwrap_err();
    insta::assert_snapshot!(errors);
}

#[test]
fn the_printers_are_not_there() {
    let errors = check(&["--example", "printer"]).unwrap_err();
    assert!(errors.contains("could not find `firestore` in `backend_models`"), "{errors}");
    assert!(errors.contains("previous error"), "{errors}");
}
