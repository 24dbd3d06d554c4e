//! squawk: is the script safe to run on a database in use?

use std::path::Path;
use std::process::Command;

use backend_models_test::install::Package;

use super::Script;
use crate::error::{Error, Result};
use crate::process;

/// The tool.
pub(super) const PACKAGE: Package = Package {
    name: "squawk-cli",
    version: "2.70.0",
    hashes: None,
    what: "squawk (9 MB from PyPI)",
};

/// Rules that do not apply. The width of a number is the model's to say: an
/// `i32` is a 32-bit column, and a wider one would hold what Rust cannot read.
const EXCLUDED: &str = "--exclude=prefer-bigint-over-int,prefer-bigint-over-smallint";

/// Reports whatever squawk finds; the oldest supported version counts.
pub(super) fn judge(folder: &Path, script: &Script) -> Result {
    let mut squawk = Command::new(folder.join("bin/squawk"));
    // An empty configuration, rather than one found on the way to the root.
    squawk.args(["--config", "/dev/null", "--pg-version=15.0", "--reporter=gcc", EXCLUDED]);
    let output = process::output(squawk.arg(&script.path), "squawk")?;
    if output.status.success() {
        return Ok(());
    }
    let (found, trouble) = (output.stdout, output.stderr);
    let text = [found, trouble].concat();
    Err(Error::new(String::from_utf8_lossy(&text).trim_end().to_owned()))
}
