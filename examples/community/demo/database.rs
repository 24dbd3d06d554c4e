//! A database of its own, so that whatever the server holds stays untouched.

use std::error::Error;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection, Executor};

/// A fresh database; `drop` takes it away.
pub struct Database {
    server: PgConnectOptions,
    name: String,
}

impl Database {
    pub async fn create(url: &str) -> Result<Self, Box<dyn Error>> {
        let server: PgConnectOptions = url.parse()?;
        let name = format!("models_demo_{}", std::process::id());
        let mut connection = PgConnection::connect_with(&server).await?;
        connection.execute(AssertSqlSafe(format!("create database {name}"))).await?;
        Ok(Self { server, name })
    }

    pub async fn connect(&self) -> Result<PgConnection, sqlx::Error> {
        PgConnection::connect_with(&self.server.clone().database(&self.name)).await
    }

    pub async fn drop(self) -> Result<(), sqlx::Error> {
        let mut connection = PgConnection::connect_with(&self.server).await?;
        let drop = format!("drop database {} with (force)", self.name);
        connection.execute(AssertSqlSafe(drop)).await?;
        Ok(())
    }
}
