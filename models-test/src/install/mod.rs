//! Installing what engines and tests need, each thing in a folder of its own.
//!
//! An installation appears whole or not at all: it is made under a temporary
//! name and renamed. A lock keeps two runs from making it twice.

mod npm;
mod python;
mod rust;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

pub use npm::Packages;
pub use python::Package;
pub use rust::Program;

use crate::error::{Context, Result};
use crate::say;

/// The partial installations of interrupted runs begin so.
const PARTIAL: &str = ".partial-";

/// Gives the folder `name` in `programs`. Where it is not there yet, `make`
/// makes it under the path that it is given; `what` says what that is, for the
/// person who waits.
fn whole(
    programs: &Path,
    name: &str,
    what: &str,
    make: impl FnOnce(&Path) -> Result,
) -> Result<PathBuf> {
    let folder = programs.join(name);
    if folder.is_dir() {
        return Ok(folder);
    }
    let _lock = lock(&programs.join("lock"))?;
    if folder.is_dir() {
        return Ok(folder);
    }
    remove_partial(programs)?;
    let partial = programs.join(format!("{PARTIAL}{name}"));
    say::timed(&format!("installing {what}"), || make(&partial))?;
    fs::rename(&partial, &folder).context(|| format!("{} could not be made", folder.display()))?;
    Ok(folder)
}

/// Waits until no other run installs anything, and keeps it so.
fn lock(path: &Path) -> Result<File> {
    let failed = || format!("{} could not be locked", path.display());
    let file = File::create(path).context(failed)?;
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => say::note("waiting for another run to install ..."),
        Err(TryLockError::Error(error)) => return Err(error).context(failed),
    }
    file.lock().context(failed)?;
    Ok(file)
}

/// Removes what interrupted runs left; the caller holds the lock.
fn remove_partial(programs: &Path) -> Result {
    let failed = || format!("{} could not be cleared", programs.display());
    for entry in fs::read_dir(programs).context(failed)? {
        let entry = entry.context(failed)?;
        if entry.file_name().as_encoded_bytes().starts_with(PARTIAL.as_bytes()) {
            fs::remove_dir_all(entry.path()).context(failed)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::whole;
    use crate::error::Error;
    use std::{fs, io};

    #[test]
    fn a_failed_installation_leaves_no_folder_and_the_next_one_starts_anew() -> io::Result<()> {
        let programs = std::env::temp_dir().join(format!("xtask-whole-{}", std::process::id()));
        fs::create_dir_all(&programs)?;
        let failed = whole(&programs, "a-1", "a", |partial| {
            let _ = fs::create_dir(partial);
            Err(Error::new("no luck"))
        });
        let appeared = programs.join("a-1").exists();
        let made = whole(&programs, "a-1", "a", |partial| {
            fs::create_dir(partial).map_err(|error| Error::new(error.to_string()))
        });
        let again = whole(&programs, "a-1", "a", |_| Err(Error::new("made twice")));
        fs::remove_dir_all(&programs)?;
        assert!(failed.is_err_and(|error| error.to_string() == "no luck"));
        assert!(!appeared);
        assert_eq!(made.ok(), Some(programs.join("a-1")));
        assert_eq!(again.ok(), Some(programs.join("a-1")));
        Ok(())
    }
}
