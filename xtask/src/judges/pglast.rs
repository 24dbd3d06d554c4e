//! pglast: does `PostgreSQL`'s own grammar accept the script?

use std::path::Path;
use std::process::Command;

use backend_models_test::install::Package;

use super::Script;
use crate::error::{Error, Result};
use crate::process;

/// The tool; its version 8 has the grammar of `PostgreSQL` 18.
pub(super) const PACKAGE: Package =
    Package { name: "pglast", version: "8.8", hashes: None, what: "pglast (6 MB from PyPI)" };

/// Parses the statements, and the bodies of functions, which a server looks at
/// no sooner than they are called.
const PROGRAM: &str = include_str!("parse.py");

/// Reports what does not parse.
pub(super) fn judge(folder: &Path, script: &Script) -> Result {
    let mut python = Command::new("python3");
    python.env("PYTHONPATH", folder).args(["-c", PROGRAM]).arg(&script.path);
    let output = process::output(&mut python, "python3")?;
    if output.status.success() {
        return Ok(());
    }
    Err(Error::new(process::tail(&String::from_utf8_lossy(&output.stderr), 20)))
}
