//! Scripts on a real server, each in a database of its own.

mod nothing;
mod refused;
mod script;
mod whole;

use std::sync::atomic::{AtomicU32, Ordering};

use models_core::apply::{ApplyError, Options, apply};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, query_scalar};

use crate::server::{self, Result, servers};

/// An empty database on a server.
struct Database {
    server: String,
    name: String,
}

impl Database {
    /// Where it is.
    fn url(&self) -> String {
        let (server, parameters) = self.server.split_once('?').unwrap_or((&self.server, ""));
        let (server, _) = server.rsplit_once('/').unwrap_or((server, ""));
        format!("{server}/{}?{parameters}", self.name)
    }

    async fn connect(&self) -> Result<PgConnection> {
        server::connect(&self.url()).await
    }

    /// Whether the database has a table of this name.
    async fn has(&self, table: &str) -> Result<bool> {
        let mut connection = self.connect().await?;
        let sql = "select to_regclass($1) is not null";
        Ok(query_scalar(sql).bind(table).fetch_one(&mut connection).await?)
    }
}

/// Runs the test on every server, in a new database that is dropped afterwards.
async fn in_a_database(test: impl AsyncFn(&Database) -> Result) -> Result {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    for (label, server) in servers()? {
        println!("on {label}");
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("models_apply_{}_{number}", std::process::id());
        let mut connection = server::connect(&server).await?;
        connection.execute(AssertSqlSafe(format!("create database {name}"))).await?;
        let database = Database { server, name };
        let outcome = test(&database).await;
        let drop = format!("drop database {} with (force)", database.name);
        connection.execute(AssertSqlSafe(drop)).await?;
        outcome.map_err(|error| format!("on {label}: {error}"))?;
    }
    Ok(())
}

/// Applies it and gives the error.
async fn refused(database: &Database, statements: &[&str], options: Options) -> Result<ApplyError> {
    let mut connection = database.connect().await?;
    let outcome = apply(&mut connection, statements, &options).await;
    let error = outcome.err().ok_or("it was applied")?;
    // The connection is usable, unless it was lost.
    if !matches!(error, ApplyError::Unreachable { .. } | ApplyError::CommitLost { .. }) {
        connection.ping().await?;
    }
    Ok(error)
}
