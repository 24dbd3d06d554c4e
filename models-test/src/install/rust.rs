//! Programs from crates.io, built here.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::whole;
use crate::error::{Context, Error, Result};
use crate::process;

/// What to build.
#[derive(Debug)]
pub struct Program {
    /// Its name on crates.io, and that of its binary.
    pub name: &'static str,
    /// The one version that is wanted, with the dependencies that it was
    /// released with.
    pub version: &'static str,
    /// What it is for, with the time that it takes.
    pub what: &'static str,
}

impl Program {
    /// Builds the program under `programs` unless it is there; gives its binary.
    pub fn install(&self, programs: &Path) -> Result<PathBuf> {
        let name = format!("{}-{}", self.name, self.version);
        let folder = whole(programs, &name, self.what, |partial| self.build(partial))?;
        Ok(folder.join("bin").join(self.name))
    }

    fn build(&self, root: &Path) -> Result {
        let objects = root.join("objects");
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["install", "--quiet", "--locked", "--no-track", self.name]);
        cargo.args(["--version", self.version]);
        cargo.arg("--root").arg(root).arg("--target-dir").arg(&objects);
        // Away from the settings of this workspace. It runs for seconds at a time:
        // a build that takes less is worth more than one that runs faster.
        cargo.current_dir("/").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        let output = process::output(&mut cargo, "cargo")?;
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr);
            return Err(Error::new(format!(
                "{} {} could not be built from crates.io: {}",
                self.name,
                self.version,
                process::tail(&complaint, 8)
            )));
        }
        fs::remove_dir_all(&objects).context(|| format!("{} was not removed", objects.display()))
    }
}
