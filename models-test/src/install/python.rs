//! `Python` packages, each in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::whole;
use crate::error::{Context, Error, Result};
use crate::process;

/// What to install.
#[derive(Debug)]
pub struct Package {
    /// Its name on `PyPI`.
    pub name: &'static str,
    /// The one version that is wanted.
    pub version: &'static str,
    /// The package with the hashes of its wheels, as `pip --require-hashes`
    /// reads them; nothing that it depends on is installed. Without, the version
    /// alone is pinned, and what it depends on comes with it.
    pub hashes: Option<&'static str>,
    /// What it is for, with its size.
    pub what: &'static str,
}

impl Package {
    /// Installs the package under `programs` unless it is there; gives its folder.
    pub fn install(&self, programs: &Path) -> Result<PathBuf> {
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
        pip.arg("--target").arg(target);
        match self.hashes {
            Some(hashes) => {
                let list = target.join("requirements.txt");
                fs::create_dir(target)
                    .and_then(|()| fs::write(&list, hashes))
                    .context(|| format!("{} could not be written", list.display()))?;
                pip.args(["--no-deps", "--require-hashes", "--requirement"]).arg(list);
            }
            None => {
                pip.arg(format!("{}=={}", self.name, self.version));
            }
        }
        // Settings of the user's that do not go with --target.
        pip.env("PIP_USER", "false").env("PIP_REQUIRE_VIRTUALENV", "false");
        pip.env("PIP_DISABLE_PIP_VERSION_CHECK", "true");
        let output = process::output(&mut pip, "sh")?;
        if output.status.success() {
            return Ok(());
        }
        let complaint = String::from_utf8_lossy(&output.stderr);
        Err(Error::new(explain(self.what, output.status.code(), &complaint)))
    }
}

/// What to do about a failed installation.
fn explain(what: &str, code: Option<i32>, complaint: &str) -> String {
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
    // pip says the same where it has no network and where nothing fits.
    let hint = if error.contains("(from versions: none)") || error.contains("No matching") {
        "\nIs PyPI within reach, and has it the package for this system and this version of Python? \
         Servers that are there already can be named in MODELS_POSTGRES or DATABASE_URL."
    } else {
        ""
    };
    format!("{what} could not be installed: {error}{hint}")
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
            explain("x (1 MB from PyPI)", Some(1), complaint),
            "x (1 MB from PyPI) could not be installed: ERROR: No version of x"
        );
    }
}
