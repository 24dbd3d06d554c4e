//! A server that cannot outlive this program.
//!
//! A small shell script (`guard.sh`) starts the server and reads a pipe whose
//! other end only this program holds. However the program ends, by returning,
//! by a panic, by Ctrl-C or by SIGKILL, the kernel closes the pipe; the script
//! then stops the server and removes its folder. No signal handler, no unsafe.

use std::ffi::OsString;
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::error::{Context, Result};
use crate::process;
use crate::server::places::Account;

const SCRIPT: &str = include_str!("guard.sh");

/// A running server with the folder of its data; dropping it stops the server
/// and removes the folder.
#[derive(Debug)]
pub(crate) struct Guard {
    shell: Child,
    folder: PathBuf,
}

impl Guard {
    /// Starts `command` as `account`, with the new folder `folder` for its data;
    /// the signal `stop` will end it. A shell lets it ignore INT and QUIT unless
    /// it handles them itself.
    pub(crate) fn start(
        folder: PathBuf,
        account: Option<Account>,
        stop: &str,
        command: &[OsString],
    ) -> Result<Self> {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(SCRIPT).arg("guard").arg(&folder).arg(stop).args(command);
        shell.stdin(Stdio::piped());
        shell.stdout(Stdio::null());
        shell.stderr(Stdio::null());
        // Neither a variable nor the working folder of the user's reaches the
        // server, and a Ctrl-C at the terminal reaches this program alone.
        for (name, _) in std::env::vars_os() {
            if name.as_encoded_bytes().starts_with(b"PG") {
                shell.env_remove(name);
            }
        }
        shell.env("LC_ALL", "C").current_dir("/").process_group(0);
        if let Some(account) = account {
            shell.uid(account.user).gid(account.group);
        }
        let shell = shell.spawn().context(|| "a shell could not be started")?;
        Ok(Self { shell, folder })
    }

    /// The folder of the server's data.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the server ended although nobody asked it to.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.folder.join("exited").exists() || !matches!(self.shell.try_wait(), Ok(None))
    }

    /// The last lines of what the server said.
    pub(crate) fn log(&self) -> String {
        match fs::read(self.folder.join("log")) {
            Ok(log) => process::tail(&String::from_utf8_lossy(&log), 12),
            Err(_) => format!("{} could not be made", self.folder.display()),
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // Waiting closes the pipe first; the script gives up after a dozen seconds.
        let _ = self.shell.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::Guard;
    use std::ffi::OsString;
    use std::time::{Duration, Instant};

    fn folder(name: &str) -> std::path::PathBuf {
        std::env::temp_dir().join(format!("models-test-{name}-{}", std::process::id()))
    }

    fn command(words: &[&str]) -> Vec<OsString> {
        words.iter().map(Into::into).collect()
    }

    #[test]
    fn dropping_stops_the_server_and_removes_its_folder() {
        let folder = folder("guard-drop");
        let words = ["sleep", "60"];
        let server = Guard::start(folder.clone(), None, "TERM", &command(&words));
        let start = Instant::now();
        while !folder.join("log").exists() && start.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(folder.join("log").exists());
        drop(server);
        assert!(!folder.exists());
    }

    #[test]
    fn a_server_that_ends_by_itself_leaves_its_log_to_read() {
        let words = ["sh", "-c", "echo no such luck; exit 3"];
        let mut ended = None;
        if let Ok(mut server) = Guard::start(folder("guard-end"), None, "TERM", &command(&words)) {
            let start = Instant::now();
            while !server.has_ended() && start.elapsed() < Duration::from_secs(10) {
                std::thread::sleep(Duration::from_millis(10));
            }
            ended = Some(server.log());
        }
        assert_eq!(ended.as_deref(), Some("no such luck"));
    }
}
