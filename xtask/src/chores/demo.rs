//! `cargo xtask demo`: the community example on a server of its own.

use std::ffi::OsString;

use crate::engines::postgres;
use crate::error::Result;
use crate::{process, workspace};

/// Runs the example; it finds the server in `DATABASE_URL`.
pub(crate) fn run(arguments: &[OsString]) -> Result {
    let mut cargo = workspace::cargo();
    cargo.args(["run", "--quiet", "--package", "models-examples"]);
    cargo.args(["--example", "community", "--", "demo"]).args(arguments);
    if postgres::database_url()?.is_some() {
        return process::run(&mut cargo, "the demonstration");
    }
    let (server, _psql) = postgres::newest()?;
    process::run(cargo.env("DATABASE_URL", &server.url), "the demonstration")
}
