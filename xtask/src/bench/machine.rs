//! What the figures were measured on.

use std::thread;

use crate::error::Result;
use crate::{process, workspace};

/// Cores and compiler; nothing that names the machine.
pub(super) fn describe() -> Result<String> {
    let mut rustc = std::process::Command::new("rustc");
    rustc.arg("--version").current_dir(workspace::root());
    let version = process::capture(&mut rustc, "rustc")?;
    let cores = thread::available_parallelism().map_or(1, usize::from);
    Ok(format!("{cores} cores, {}, {}\n", std::env::consts::OS, version.trim()))
}
