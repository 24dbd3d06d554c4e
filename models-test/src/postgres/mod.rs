//! `PostgreSQL`: versions 18 and 16 with pgvector from `PyPI` wheels, and every
//! version that the machine's own packages installed.

mod database;
mod programs;
mod psql;
mod start;

use std::env;
use std::sync::OnceLock;

pub use database::Database;
pub use psql::Psql;

use crate::error::{Error, Result};
use crate::needs;
use crate::say;
use crate::server::places::Places;
use crate::server::{Server, pairs, variable};

/// Names the servers to test on, as `name=url`, separated by spaces.
pub const VARIABLE: &str = "MODELS_POSTGRES";

/// A `PostgreSQL` server and a client for it.
#[derive(Debug)]
pub struct Postgres {
    server: Server,
    psql: Psql,
}

impl Postgres {
    /// Starts a server, version 18, installing it if need be.
    ///
    /// It has no TLS, trusts every local user, and forgets its data: it is for
    /// tests.
    pub fn start() -> Result<Self> {
        let places = Places::find()?;
        let newest = programs::newest(&places)?;
        let psql = newest.psql();
        Ok(Self { server: start::start(&newest, &psql, &places)?, psql })
    }

    /// The server that all tests of this program share: the first of
    /// `MODELS_POSTGRES`, or one that the first call starts.
    pub fn shared() -> Result<&'static Self> {
        static SHARED: OnceLock<Result<Postgres>> = OnceLock::new();
        let shared = SHARED.get_or_init(|| match variable(VARIABLE) {
            Some(value) => {
                let mut named = pairs(VARIABLE, &value)?;
                let (name, url) = named.swap_remove(0);
                let psql = match Psql::of_the_machine() {
                    psql if psql.is_there() => psql,
                    _ => programs::newest(&Places::find()?)?.psql(),
                };
                Ok(Self { server: psql::existing(&name, &url), psql })
            }
            None => Self::start(),
        });
        shared.as_ref().map_err(Clone::clone)
    }

    /// How a superuser connects to its database `postgres`.
    pub fn url(&self) -> &str {
        &self.server.url
    }

    /// What the server says it is.
    pub fn version(&self) -> &str {
        &self.server.version
    }

    /// A client for it.
    pub fn psql(&self) -> &Psql {
        &self.psql
    }

    /// A new, empty database, which is dropped with the value. Roles belong to
    /// the whole server.
    pub fn database(&self) -> Result<Database> {
        Database::create(self.url(), &self.psql)
    }
}

/// The servers that the environment names: in `MODELS_POSTGRES`, as `cargo
/// xtask engines` prints it, else in `DATABASE_URL`.
pub fn named() -> Result<Vec<(String, String)>> {
    match variable(VARIABLE) {
        Some(value) => pairs(VARIABLE, &value),
        None => Ok(database_url()?.map(|url| ("custom".to_owned(), url)).into_iter().collect()),
    }
}

/// The servers that the environment names, or else every server that this
/// machine can have.
pub fn all() -> Result<Vec<Server>> {
    let named = named()?;
    if named.is_empty() {
        return start_all();
    }
    Ok(named.iter().map(|(name, url)| psql::existing(name, url)).collect())
}

/// Starts every server that this machine can have, newest first.
pub fn start_all() -> Result<Vec<Server>> {
    let places = Places::find()?;
    let newest = programs::newest(&places)?;
    let psql = newest.psql();
    let mut found = vec![newest];
    match programs::older(&places) {
        Ok(older) => found.push(older),
        Err(error) => needs::missing(&format!("PostgreSQL 16 is left out: {error}"))?,
    }
    for system in programs::system() {
        let major = system.major;
        if major < programs::OLDEST {
            let oldest = programs::OLDEST;
            say::note(format_args!(
                "PostgreSQL {major} is not used: {oldest} is the oldest supported"
            ));
        } else if found.iter().all(|other| other.major != major) {
            found.push(system);
        }
    }
    found.sort_by_key(|programs| std::cmp::Reverse(programs.major));
    found.iter().map(|programs| start::start(programs, &psql, &places)).collect()
}

/// The server in `DATABASE_URL`.
pub fn database_url() -> Result<Option<String>> {
    match env::var("DATABASE_URL") {
        Ok(url) if url.is_empty() => Ok(None),
        Ok(url) if url.contains(char::is_whitespace) => Err(Error::new(
            "DATABASE_URL must be a URL (postgres://user@host:port/database), without spaces",
        )),
        Ok(url) => Ok(Some(url)),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => Err(Error::new("DATABASE_URL is not text")),
    }
}
