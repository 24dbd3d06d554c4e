//! `PostgreSQL`: version 18 with pgvector from a `PyPI` wheel, and every version
//! that the machine's own packages installed.

mod programs;
mod psql;
mod server;

use std::env;

pub(crate) use psql::Psql;

use crate::engines::places::Places;
use crate::engines::{Engine, Server, pairs};
use crate::error::{Error, Result};
use crate::say;

/// What to know of it.
pub(crate) const ENGINE: Engine = Engine {
    name: "postgres",
    variable: VARIABLE,
    start,
    all,
    export: |server| format!("export DATABASE_URL='{}'", server.url),
};

const VARIABLE: &str = "MODELS_POSTGRES";

/// Every server this machine can have; or those that the user names instead,
/// in `MODELS_POSTGRES` (as `cargo xtask engines` prints it) or `DATABASE_URL`.
fn all() -> Result<Vec<Server>> {
    let named = env::var(VARIABLE).ok().filter(|value| !value.trim().is_empty());
    let servers = if let Some(value) = named {
        pairs(VARIABLE, &value)?.into_iter().map(|(name, url)| psql::existing(name, url)).collect()
    } else if let Some(url) = database_url()? {
        vec![psql::existing("custom".to_owned(), url)]
    } else {
        start()?
    };
    Ok(servers)
}

/// Starts every server this machine can have, newest first.
fn start() -> Result<Vec<Server>> {
    let places = Places::find()?;
    let wheel = programs::wheel(&places)?;
    let system = programs::system();
    let psql = wheel.psql();
    let mut servers = vec![server::start(&wheel, &psql, &places)?];
    for installed in system {
        if installed.major == wheel.major {
            continue;
        }
        if installed.major < programs::OLDEST {
            say::note(format_args!(
                "PostgreSQL {} is not used: {} is the oldest supported",
                installed.major,
                programs::OLDEST
            ));
            continue;
        }
        servers.push(server::start(&installed, &psql, &places)?);
    }
    Ok(servers)
}

/// Starts the newest `PostgreSQL` alone, and finds the client for it.
pub(crate) fn newest() -> Result<(Server, Psql)> {
    let places = Places::find()?;
    let wheel = programs::wheel(&places)?;
    let psql = wheel.psql();
    Ok((server::start(&wheel, &psql, &places)?, psql))
}

/// The server that the user wants instead.
pub(crate) fn database_url() -> Result<Option<String>> {
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
