//! `cargo xtask demo`: the community example on a server of its own.

use std::ffi::OsString;

use crate::engines::postgres;
use crate::error::Result;
use crate::{process, say, workspace};

/// What is run.
const EXAMPLE: [&str; 4] = ["--package", "models-examples", "--example", "community"];

/// Runs the example; it finds the server in `DATABASE_URL`.
pub(crate) fn run(arguments: &[OsString]) -> Result {
    // Not quiet: on a fresh machine it takes minutes, and cargo says how far it is.
    say::timed("building the example, with all that it needs", || {
        process::run(workspace::cargo().arg("build").args(EXAMPLE), "cargo build")
    })?;
    let mut cargo = workspace::cargo();
    cargo.args(["run", "--quiet"]).args(EXAMPLE).args(["--", "demo"]).args(arguments);
    if postgres::database_url()?.is_some() {
        return process::run(&mut cargo, "the demonstration");
    }
    let (server, _psql) = postgres::newest()?;
    process::run(cargo.env("DATABASE_URL", &server.url), "the demonstration")
}
