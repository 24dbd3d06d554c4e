//! A server of the judges' own, with a database for each script.

use std::fs;

use backend_models_test::{Postgres, Psql};

use super::{Platform, Script};
use crate::error::{Context, Result};

/// What scripts for Supabase expect to find.
const STANDIN: &str = include_str!("standin.sql");

/// A server that holds nothing of value.
#[derive(Debug)]
pub(super) struct Scratch(Postgres);

impl Scratch {
    /// Starts the server.
    pub(super) fn start() -> Result<Self> {
        Postgres::start().map(Self)
    }

    /// The client for its databases.
    pub(super) fn psql(&self) -> &Psql {
        self.0.psql()
    }

    /// What the server says it is.
    pub(super) fn version(&self) -> &str {
        self.0.version()
    }

    /// Runs a script in a database of its own; gives the URL of that.
    pub(super) fn apply(&self, script: &Script) -> Result<String> {
        let name = script.to_string();
        self.psql().ask(self.0.url(), &format!("create database \"{name}\""))?;
        let url = database(self.0.url(), &name);
        match script.platform {
            Platform::Plain => {}
            Platform::Supabase => {
                let path = script.path.with_extension("standin.sql");
                fs::write(&path, STANDIN).context(|| path.display().to_string())?;
                self.psql().apply(&url, &path)?;
            }
        }
        self.psql().apply(&url, &script.path)?;
        Ok(url)
    }
}

/// The URL of another database on the same server.
fn database(url: &str, name: &str) -> String {
    url.replacen("/postgres?", &format!("/{name}?"), 1)
}

#[cfg(test)]
mod tests {
    use super::database;

    #[test]
    fn only_the_database_of_a_url_changes() {
        let url = "postgres://postgres@127.0.0.1:1/postgres?sslmode=disable";
        let other = "postgres://postgres@127.0.0.1:1/x?sslmode=disable";
        assert_eq!(database(url, "x"), other);
    }
}
