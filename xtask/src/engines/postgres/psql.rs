//! Asking a server through `psql`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::engines::Server;
use crate::error::Result;
use crate::process;

/// The client program.
#[derive(Clone, Debug)]
pub(crate) struct Psql(OsString);

/// A server's own number, and that of pgvector where it is installed.
const VERSION: &str = "select 'PostgreSQL ' || current_setting('server_version') || coalesce((
    select ' with pgvector ' || default_version
    from pg_catalog.pg_available_extensions where name = 'vector'), '')";

impl Psql {
    /// The client at a path.
    pub(super) fn new(path: PathBuf) -> Self {
        Self(path.into_os_string())
    }

    /// The answer to a query, one line a row.
    pub(crate) fn ask(&self, url: &str, query: &str) -> Result<String> {
        let mut command = self.command(url);
        command.args(["--tuples-only", "--no-align", "--command", query]);
        Ok(process::capture(&mut command, "psql")?.trim().to_owned())
    }

    /// Runs the script in a file, up to its first error.
    pub(crate) fn apply(&self, url: &str, script: &Path) -> Result {
        let mut command = self.command(url);
        command.args(["--quiet", "--set", "ON_ERROR_STOP=1", "--file"]).arg(script);
        process::capture(&mut command, "psql").map(drop)
    }

    /// Another program that came with the client.
    pub(crate) fn beside(&self, name: &str) -> Command {
        Command::new(Path::new(&self.0).with_file_name(name))
    }

    /// What a server says it is.
    pub(super) fn version(&self, url: &str) -> Result<String> {
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
pub(super) fn existing(name: String, url: String) -> Server {
    let psql = Psql("psql".into());
    let version = psql.version(&url).unwrap_or_else(|error| {
        let reason = process::tail(&error.to_string(), 1);
        format!("PostgreSQL of unknown version: {reason}")
    });
    Server { name, url, version, guard: None }
}
