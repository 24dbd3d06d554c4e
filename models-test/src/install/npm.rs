//! Packages from npm, as a committed lock file pins them.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::whole;
use crate::error::{Context, Error, Result};
use crate::process;

/// What the folder of a lock file begins with.
const PREFIX: &str = "packages-";

/// What npm reads.
const FILES: &[&str] = &["package.json", "package-lock.json", ".npmrc"];

/// What to install.
#[derive(Debug)]
pub struct Packages {
    /// The folder of `package.json` and `package-lock.json`.
    pub listed: PathBuf,
    /// What they are for, with their size.
    pub what: &'static str,
}

impl Packages {
    /// Installs the packages under `place` unless they are there; gives the
    /// folder of `node_modules`. A change of the lists makes a new folder and
    /// removes the old one.
    pub fn install(&self, place: &Path) -> Result<PathBuf> {
        fs::create_dir_all(place).context(|| format!("{} could not be made", place.display()))?;
        let name = format!("{PREFIX}{}", stamp(&self.listed)?);
        whole(place, &name, self.what, |partial| {
            remove_old(place)?;
            self.download(partial)
        })
    }

    fn download(&self, folder: &Path) -> Result {
        fs::create_dir(folder).context(|| format!("{} could not be made", folder.display()))?;
        for file in FILES {
            let (from, to) = (self.listed.join(file), folder.join(file));
            fs::copy(&from, &to).context(|| format!("{} could not be copied", from.display()))?;
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        let output = process::output(npm.current_dir(folder), "npm")?;
        if output.status.success() {
            return Ok(());
        }
        let complaint = String::from_utf8_lossy(&output.stderr);
        Err(Error::new(format!(
            "{} could not be installed from npm: {}",
            self.what,
            process::tail(&complaint, 8)
        )))
    }
}

/// A name for the lists as they are now.
fn stamp(listed: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in FILES {
        let path = listed.join(file);
        let text = fs::read(&path).context(|| format!("{} could not be read", path.display()))?;
        text.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn remove_old(place: &Path) -> Result {
    let failed = || format!("{} could not be cleared", place.display());
    for entry in fs::read_dir(place).context(failed)? {
        let entry = entry.context(failed)?;
        if entry.file_name().as_encoded_bytes().starts_with(PREFIX.as_bytes()) {
            fs::remove_dir_all(entry.path()).context(failed)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{FILES, stamp};
    use std::{fs, io};

    #[test]
    fn any_change_of_the_lists_changes_their_name() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-npm-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let missing = stamp(&folder).is_err();
        for file in FILES {
            fs::write(folder.join(file), "1")?;
        }
        let first = stamp(&folder).ok();
        let again = stamp(&folder).ok();
        let mut changed = Vec::new();
        for file in FILES {
            fs::write(folder.join(file), "2")?;
            changed.push(stamp(&folder).ok());
        }
        fs::remove_dir_all(&folder)?;
        assert!(missing && first.is_some() && first == again);
        assert!(!changed.contains(&first) && !changed.contains(&None));
        Ok(())
    }
}
