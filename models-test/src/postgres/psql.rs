//! Asking a server through `psql`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Result;
use crate::process;
use crate::server::Server;

/// The client program `psql`.
#[derive(Clone, Debug)]
pub struct Psql(OsString);

/// A server's own number, and that of pgvector where it is installed.
const VERSION: &str = "select 'PostgreSQL ' || current_setting('server_version') || coalesce((
    select ' with pgvector ' || default_version
    from pg_catalog.pg_available_extensions where name = 'vector'), '')";

impl Psql {
    /// The client at a path.
    pub(crate) fn new(path: PathBuf) -> Self {
        Self(path.into_os_string())
    }

    /// The client on the PATH.
    pub(crate) fn of_the_machine() -> Self {
        Self("psql".into())
    }

    /// Whether it can be run.
    pub(crate) fn is_there(&self) -> bool {
        process::output(Command::new(&self.0).arg("--version"), "psql").is_ok()
    }

    /// The answer to a query, one line a row.
    pub fn ask(&self, url: &str, query: &str) -> Result<String> {
        let mut command = self.command(url);
        command.args(["--tuples-only", "--no-align", "--command", query]);
        Ok(process::capture(&mut command, "psql")?.trim().to_owned())
    }

    /// Runs the script in a file, up to its first error.
    pub fn apply(&self, url: &str, script: &Path) -> Result {
        let mut command = self.command(url);
        command.args(["--quiet", "--set", "ON_ERROR_STOP=1", "--file"]).arg(script);
        process::capture(&mut command, "psql").map(drop)
    }

    /// Another program that came with the client.
    #[doc(hidden)]
    pub fn beside(&self, name: &str) -> Command {
        Command::new(Path::new(&self.0).with_file_name(name))
    }

    /// What a server says it is.
    pub(crate) fn version(&self, url: &str) -> Result<String> {
        self.ask(url, VERSION)
    }

    fn command(&self, url: &str) -> Command {
        let mut command = Command::new(&self.0);
        command.arg("--no-psqlrc").arg("--no-password").arg("--dbname").arg(url);
        command.env("PGCONNECT_TIMEOUT", "5");
        command
    }
}

/// A server that is already there; its version is known only where the machine
/// has a client that reaches it.
pub(crate) fn existing(name: &str, url: &str) -> Server {
    let version = Psql::of_the_machine().version(url).unwrap_or_else(|error| {
        let reason = process::tail(&error.to_string(), 1);
        format!("PostgreSQL of unknown version: {reason}")
    });
    Server::existing(name, url, &version)
}
