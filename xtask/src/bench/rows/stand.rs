//! The server with the rows: the community example's own script, and a user.

use std::fs;
use std::path::PathBuf;

use super::case::{Case, USER, naive};
use crate::workspace;
use backend_models_test::Postgres;
use backend_models_test::{Context, Result};
use backend_models_test::{process, say};

/// Who asks, and under which policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Under {
    /// A role that no policy is for.
    Nothing,
    /// A user, and the policy that was printed.
    Printed,
    /// A user, and the policy that is often written by hand.
    Naive,
}

impl Under {
    pub(super) const ALL: [Self; 3] = [Self::Nothing, Self::Printed, Self::Naive];
}

/// A server of its own, which is gone in the end.
pub(super) struct Stand {
    pub(super) postgres: Postgres,
    folder: PathBuf,
}

impl Stand {
    /// Starts it and fills the tables.
    pub(super) fn new() -> Result<Self> {
        let folder = workspace::target().join("bench/rows");
        fs::create_dir_all(&folder).context(|| folder.display().to_string())?;
        let script = say::timed("printing the SQL of the example", script)?;
        let stand = Self { postgres: Postgres::start()?, folder };
        say::timed("filling its tables", || {
            stand.run(include_str!("../../judges/standin.sql"))?;
            stand.run(&script)?;
            stand.run(include_str!("rows.sql"))
        })?;
        Ok(stand)
    }

    /// The URL for this caller.
    pub(super) fn url(&self, under: Under) -> String {
        let role = match under {
            Under::Nothing => "service_role",
            Under::Printed | Under::Naive => "authenticated",
        };
        let claims = format!("{{\"sub\":\"{USER}\"}}");
        let options = format!("-c role={role} -c jit=off -c request.jwt.claims={claims}");
        format!("{}&options={}", self.postgres.url(), encoded(&options))
    }

    /// The condition of the policy for reading a table, as the server has it.
    pub(super) fn condition(&self, table: &str) -> Result<String> {
        let query = format!("select qual from pg_policies where policyname = '{table}_select'");
        self.postgres.psql().ask(self.postgres.url(), &query)
    }

    /// Puts the condition in place that a query is to meet.
    pub(super) fn set(&self, under: Under, case: &Case, printed: &str) -> Result {
        let condition = match under {
            Under::Nothing | Under::Printed => printed,
            Under::Naive => naive(case.table),
        };
        let table = case.table;
        let alter = format!("alter policy {table}_select on {table} using ({condition})");
        self.postgres.psql().ask(self.postgres.url(), &alter).map(drop)
    }

    /// A file with this text.
    pub(super) fn file(&self, sql: &str) -> Result<PathBuf> {
        let path = self.folder.join("script.sql");
        fs::write(&path, sql).context(|| path.display().to_string())?;
        Ok(path)
    }

    fn run(&self, sql: &str) -> Result {
        self.postgres.psql().apply(self.postgres.url(), &self.file(sql)?)
    }
}

/// What the example prints for Supabase.
fn script() -> Result<String> {
    let mut cargo = workspace::cargo();
    cargo.args(["run", "--quiet", "--package", "models-examples"]);
    cargo.args(["--example", "community", "--", "sql"]);
    process::capture(&mut cargo, "the example community")
}

/// As a part of a URL.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn options_are_encoded() {
        assert_eq!(encoded("-c a={\"é\"}"), "%2Dc%20a%3D%7B%22%C3%A9%22%7D");
    }
}
