//! `cargo deny`: licences and sources of the dependencies, by `deny.toml`.

use std::process::Command;

use backend_models_test::fleet::Places;
use backend_models_test::install::Program;

use crate::error::Result;
use crate::{process, workspace};

/// What is built where the machine has none.
const PROGRAM: Program = Program {
    name: "cargo-deny",
    version: "0.20.2",
    what: "cargo-deny 0.20 (built from crates.io, three minutes)",
};

/// Checks the whole workspace.
pub(crate) fn run() -> Result {
    let mut deny = deny()?;
    deny.args(["--workspace", "check", "licenses", "bans", "sources"]);
    process::run(&mut deny, "cargo deny")
}

/// The machine's own, or one that is built, once.
fn deny() -> Result<Command> {
    let mut own = workspace::cargo();
    own.arg("deny");
    if process::output(workspace::cargo().args(["deny", "--version"]), "cargo")?.status.success() {
        return Ok(own);
    }
    let mut built = Command::new(PROGRAM.install(&Places::find()?.programs)?);
    built.current_dir(workspace::root());
    Ok(built)
}
