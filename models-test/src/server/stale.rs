//! What a run left behind because even its guard was killed, as happens when a
//! container is stopped or the machine loses power.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A guard needs at most a dozen seconds to stop its server once its program is
/// gone.
const AGE: Duration = Duration::from_mins(1);

/// Stops a `PostgreSQL` that works on the data in the folder `$1`, if there is one.
const STOP: &str = r#"
read -r pid <"$1/data/postmaster.pid" || exit 0
case $(ps -o command= -p "$pid") in *"$1/data"*) kill -s QUIT "$pid" ;; esac
"#;

/// Removes the data of servers whose program is gone. Nothing depends on it, so
/// that what cannot be removed stays.
pub(super) fn remove(running: &Path) {
    for entry in fs::read_dir(running).into_iter().flatten().flatten() {
        if is_stale(&entry) {
            let folder = entry.path();
            let _ = shell(STOP, folder.as_os_str());
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Whether a folder is old, and the program that its name tells of is gone.
fn is_stale(entry: &DirEntry) -> bool {
    let age = entry.metadata().and_then(|found| found.modified()).ok();
    let is_old = age.and_then(|time| time.elapsed().ok()).is_some_and(|age| age > AGE);
    let name = entry.file_name();
    let process = name.to_str().and_then(process);
    is_old && process.is_some_and(|process| !is_alive(process))
}

/// The number of the process in `name-process-time-number`.
fn process(name: &str) -> Option<u32> {
    name.rsplit('-').nth(2)?.parse().ok()
}

fn is_alive(process: u32) -> bool {
    shell("ps -p \"$1\"", process.to_string().as_ref())
}

fn shell(script: &str, argument: &std::ffi::OsStr) -> bool {
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh"]).arg(argument);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Without a shell nothing is known to be gone.
    command.status().map_or(true, |status| status.success())
}

#[cfg(test)]
mod tests {
    use super::{is_alive, process};
    use crate::server::ports::unique;

    #[test]
    fn a_folder_names_the_program_that_made_it() {
        assert_eq!(process(&unique("postgres-18")), Some(std::process::id()));
        assert_eq!(process("lost+found"), None);
    }

    #[test]
    fn this_program_is_alive_and_a_program_that_ended_is_not() {
        assert!(is_alive(std::process::id()));
        let ended = std::process::Command::new("true").spawn().and_then(|mut child| {
            child.wait()?;
            Ok(child.id())
        });
        assert!(ended.is_ok_and(|process| !is_alive(process)));
    }
}
