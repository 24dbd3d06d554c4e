//! Where engines are installed and where their data is.
//!
//! Usually both in the folder `engines` of the build folder. But `PostgreSQL` refuses to run as
//! root: then it runs as `nobody`, who must be able to reach its files, which
//! is not so when the workspace lies under a closed folder such as root's own
//! home. There a folder of ours under the temporary one takes its place.

use std::env;
use std::fs::{self, DirBuilder, Metadata, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Context, Error, Result};
use crate::process;
use crate::server::stale;

/// An account of the operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// The number of the user.
    pub user: u32,
    /// The number of the user's group.
    pub group: u32,
}

/// Where engines are, and the account that they run as.
#[derive(Debug)]
pub struct Places {
    /// Installed programs.
    pub programs: PathBuf,
    /// One folder for each running server, gone when it stops.
    pub running: PathBuf,
    /// The account that servers run as, where it is not this program's own.
    pub account: Option<Account>,
}

impl Places {
    /// Decides on the folders and makes them.
    pub fn find() -> Result<Self> {
        let usual = build_folder().join("engines");
        if number("-u", None)? != 0 {
            return Self::make(usual, None);
        }
        let nobody =
            Account { user: number("-u", Some("nobody"))?, group: number("-g", Some("nobody"))? };
        if is_open(&usual, nobody) {
            return Self::make(usual, Some(nobody));
        }
        for folder in [env::temp_dir(), "/tmp".into(), "/var/tmp".into()] {
            if is_open(&folder, nobody) {
                let own = folder.join("backend-models-root");
                make_own(&own)?;
                return Self::make(own, Some(nobody));
            }
        }
        Err(Error::new(
            "PostgreSQL does not run as root, and the user nobody can reach neither the build \
             folder nor a temporary one: set CARGO_TARGET_DIR to a folder that every user may \
             enter, or DATABASE_URL to a server of your own",
        ))
    }

    fn make(base: PathBuf, account: Option<Account>) -> Result<Self> {
        make_open(&base)?;
        let running = base.join("running");
        make_open(&running)?;
        if let Some(Account { user, group }) = account {
            chown(&running, Some(user), Some(group))
                .context(|| format!("{} could not be given to nobody", running.display()))?;
        }
        stale::remove(&running);
        Ok(Self { programs: base, running, account })
    }
}

/// The build folder that the running program is in, which cargo marks by a
/// file; for a program that was moved elsewhere, the temporary folder.
fn build_folder() -> PathBuf {
    let program = env::current_exe().unwrap_or_default();
    let marked = program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    marked.map_or_else(env::temp_dir, Path::to_path_buf)
}

/// Makes a folder that every user may enter, whatever the user's mask says.
fn make_open(folder: &Path) -> Result {
    fs::create_dir_all(folder)
        .and_then(|()| fs::set_permissions(folder, Permissions::from_mode(0o755)))
        .context(|| format!("{} could not be made", folder.display()))
}

/// Makes a folder of root's where everyone may write, or takes the one that is
/// there only if it is root's own and nobody else can have put anything in it.
fn make_own(folder: &Path) -> Result {
    match DirBuilder::new().mode(0o755).create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        outcome => return outcome.context(|| format!("{} could not be made", folder.display())),
    }
    let found = fs::symlink_metadata(folder).context(|| folder.display().to_string())?;
    if found.is_dir() && found.uid() == 0 && found.mode() & 0o022 == 0 {
        return Ok(());
    }
    Err(Error::new(format!("{} is not a folder of root's alone: remove it", folder.display())))
}

/// Whether an account can enter a folder, or could once it is made.
fn is_open(folder: &Path, account: Account) -> bool {
    let Some(existing) = folder.ancestors().find_map(|part| part.canonicalize().ok()) else {
        return false;
    };
    existing
        .ancestors()
        .all(|part| fs::metadata(part).is_ok_and(|found| may_enter(&found, account)))
}

fn may_enter(found: &Metadata, account: Account) -> bool {
    let owner = Account { user: found.uid(), group: found.gid() };
    mode_admits(found.mode(), owner, account)
}

/// The kernel's rule for a user without privileges: the first class that
/// matches decides.
fn mode_admits(mode: u32, owner: Account, account: Account) -> bool {
    let bit = if owner.user == account.user {
        0o100
    } else if owner.group == account.group {
        0o010
    } else {
        0o001
    };
    mode & bit != 0
}

/// The number of a user or group, which the standard library cannot tell.
fn number(flag: &str, user: Option<&str>) -> Result<u32> {
    let mut command = Command::new("id");
    command.arg(flag).args(user);
    let text = process::capture(&mut command, "id")?;
    text.trim().parse().context(|| format!("id {flag} said {text:?}"))
}

#[cfg(test)]
mod tests {
    use super::{Account, is_open, mode_admits};
    use std::path::Path;

    const ROOT: Account = Account { user: 0, group: 0 };
    const NOBODY: Account = Account { user: 65534, group: 65534 };

    #[test]
    fn the_first_class_that_matches_decides() {
        assert!(mode_admits(0o755, ROOT, NOBODY));
        assert!(!mode_admits(0o700, ROOT, NOBODY));
        assert!(mode_admits(0o701, ROOT, NOBODY));
        assert!(mode_admits(0o700, NOBODY, NOBODY));
        assert!(!mode_admits(0o077, NOBODY, NOBODY));
        let friends = Account { user: 0, group: 65534 };
        assert!(mode_admits(0o710, friends, NOBODY));
        assert!(!mode_admits(0o701, friends, NOBODY));
    }

    #[test]
    fn a_folder_yet_to_be_made_is_as_open_as_its_parent() {
        assert!(is_open(Path::new("/no-such-folder/at/all"), NOBODY));
    }
}
