//! `cargo deny`: licences and sources of the dependencies, by `deny.toml`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::error::{Context, Result};
use crate::{process, say, workspace};

/// The version that is built where the machine has none.
const VERSION: &str = "0.20.2";

/// Checks the whole workspace.
pub(crate) fn run() -> Result {
    let mut deny = installed()?;
    deny.args(["--workspace", "check", "licenses", "bans", "sources"]);
    process::run(&mut deny, "cargo deny")
}

/// The machine's own, or one that is built under the build folder, once.
fn installed() -> Result<Command> {
    let mut own = workspace::cargo();
    own.arg("deny");
    if process::output(workspace::cargo().args(["deny", "--version"]), "cargo")?.status.success() {
        return Ok(own);
    }
    let folder = workspace::target().join("tools").join(format!("cargo-deny-{VERSION}"));
    let program = folder.join("bin").join("cargo-deny");
    if !program.is_file() {
        say::timed("building cargo-deny from crates.io, once", || build(&folder))?;
    }
    let mut built = Command::new(program);
    built.current_dir(workspace::root());
    Ok(built)
}

/// Without optimisation: it runs for a second, and is built in half the time.
/// cargo puts the program in its place only when it is whole, and lets no two
/// runs build at once.
fn build(folder: &Path) -> Result {
    let objects = folder.join("objects");
    let mut install = workspace::cargo();
    install.args(["install", "--quiet", "--locked", "--debug", "cargo-deny"]);
    install.args(["--version", &format!("={VERSION}")]);
    install.arg("--root").arg(folder).arg("--target-dir").arg(&objects);
    process::run(&mut install, "cargo install cargo-deny")?;
    fs::remove_dir_all(&objects).context(|| format!("{} was not removed", objects.display()))
}
