//! A database of its own for each test, on every server.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use models_core::access::Auth;
use models_core::postgres::{Script, Target, Version};
use models_core::schema::{List, Schema};
use sqlx::postgres::{PgConnectOptions, PgConnection, PgRow};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, Row};
use tokio::runtime::{Builder, Runtime};
use uuid::Uuid;

use crate::servers::{Server, servers};

/// A fresh database, and a superuser's connection to it.
#[derive(Debug)]
pub struct Database {
    /// The server that it is on.
    pub server: Server,
    /// Its name.
    pub name: String,
    /// What the server is.
    pub version: Version,
    /// Whether the server has pgvector.
    pub has_vectors: bool,
    /// The superuser's connection.
    pub connection: PgConnection,
}

/// Runs a test on every server, each time in a database that is dropped
/// afterwards.
pub fn on_every_server(test: impl AsyncFn(&mut Database)) {
    for server in servers() {
        on(&server, &test);
    }
}

/// Runs a test on every server that has pgvector.
pub fn with_vectors(test: impl AsyncFn(&mut Database)) {
    on_every_server(async |database| {
        if database.has_vectors {
            test(database).await;
        }
    });
}

fn on(server: &Server, test: &impl AsyncFn(&mut Database)) {
    let runtime: Runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let name = format!("test_{}", Uuid::now_v7().simple());
    let place = server.name.clone();
    let result = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            let mut database = Database::create(server, &name).await;
            test(&mut database).await;
        });
    }));
    runtime.block_on(drop_database(server, &name));
    if let Err(panic) = result {
        eprintln!("on server {place}");
        resume_unwind(panic);
    }
}

/// A fresh database for whoever asks several servers in turn; it is dropped
/// with this.
#[derive(Debug)]
pub struct Held {
    runtime: Runtime,
    /// The database.
    pub database: Database,
}

impl Held {
    /// One on a server.
    pub fn on(server: &Server) -> Self {
        let runtime: Runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let name = format!("test_{}", Uuid::now_v7().simple());
        let database = runtime.block_on(Database::create(server, &name));
        Self { runtime, database }
    }

    /// Does something with it.
    pub fn with<T>(&mut self, work: impl AsyncFnOnce(&mut Database) -> T) -> T {
        self.runtime.block_on(work(&mut self.database))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.runtime.block_on(drop_database(&self.database.server, &self.database.name));
    }
}

async fn drop_database(server: &Server, name: &str) {
    let mut admin = connect(&server.url, None, None).await;
    let sql = format!("drop database if exists {name} with (force)");
    admin.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await.unwrap();
}

async fn connect(url: &str, database: Option<&str>, user: Option<&str>) -> PgConnection {
    let mut options: PgConnectOptions = url.parse().unwrap();
    if let Some(database) = database {
        options = options.database(database);
    }
    if let Some(user) = user {
        options = options.username(user);
    }
    // Every statement is prepared anew: what it means changes under the test.
    options.disable_statement_logging().statement_cache_capacity(0).connect().await.unwrap()
}

impl Database {
    async fn create(server: &Server, name: &str) -> Self {
        let mut admin = connect(&server.url, None, None).await;
        let sql = format!("create database {name} template template0 encoding 'UTF8'");
        admin.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await.unwrap();
        admin.close().await.unwrap();
        let mut connection = connect(&server.url, Some(name), None).await;
        let row = sqlx::query(
            "select current_setting('server_version_num')::int / 10000,
                exists (select from pg_available_extensions where name = 'vector')",
        )
        .fetch_one(&mut connection)
        .await
        .unwrap();
        let version = match row.get::<i32, _>(0) {
            15 => Version::V15,
            16 => Version::V16,
            17 => Version::V17,
            number => {
                assert!(number >= 18, "PostgreSQL {number} is not supported");
                Version::V18
            }
        };
        let (server, name) = (server.clone(), name.to_owned());
        Self { server, name, version, has_vectors: row.get(1), connection }
    }

    /// Makes what a Supabase project has before the first migration, as far as
    /// scripts refer to it.
    pub async fn like_supabase(&mut self) {
        let nothing = Schema { models: List::Borrowed(&[]) };
        self.apply(&nothing, Target::PLAIN).await;
        self.run(
            "create schema extensions;
             grant usage on schema extensions to anon, authenticated, service_role;
             create publication supabase_realtime;
             alter default privileges in schema public
                 grant all on tables to anon, authenticated, service_role;
             alter default privileges in schema public
                 grant all on functions to anon, authenticated, service_role;",
        )
        .await;
    }

    /// Runs the script of a schema.
    pub async fn apply(&mut self, schema: &Schema, target: Target) {
        let script = Script::new(schema, target).unwrap_or_else(|error| panic!("{error}"));
        let sql = script.to_sql();
        if let Err(error) = self.try_run(&sql).await {
            // Once more, to tell which statement it is.
            self.run("begin").await;
            for statement in script.statements() {
                self.run(&statement.to_string()).await;
            }
            panic!("{error}, but only with the transaction of the script");
        }
    }

    /// Runs SQL.
    pub async fn run(&mut self, sql: &str) {
        self.try_run(sql).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
    }

    /// Runs SQL that may fail.
    pub async fn try_run(&mut self, sql: &str) -> Result<(), sqlx::Error> {
        let result = self.connection.execute(sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))).await;
        if result.is_err() {
            self.connection.execute("rollback").await.unwrap();
        }
        result.map(drop)
    }

    /// Runs a query.
    pub async fn rows(&mut self, sql: &str) -> Vec<PgRow> {
        let rows = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(&mut self.connection).await;
        rows.unwrap_or_else(|error| panic!("{error}\n{sql}"))
    }

    /// Runs SQL as a caller of the API, in a transaction that is kept. Gives
    /// the number of rows that it touched or read.
    pub async fn try_as(&mut self, auth: &Auth, sql: &str) -> Result<u64, String> {
        let mut transaction = self.connection.begin().await.unwrap();
        sqlx::query(AssertSqlSafe(format!("set local role {}", auth.role())))
            .execute(&mut *transaction)
            .await
            .unwrap();
        sqlx::query("select set_config('request.jwt.claims', $1, true)")
            .bind(auth.jwt_claims())
            .execute(&mut *transaction)
            .await
            .unwrap();
        match sqlx::query(AssertSqlSafe(sql.to_owned())).execute(&mut *transaction).await {
            Ok(done) => {
                transaction.commit().await.unwrap();
                Ok(done.rows_affected())
            }
            Err(error) => Err(error.to_string()),
        }
    }

    /// The same, for SQL that must not fail.
    pub async fn count_as(&mut self, auth: &Auth, sql: &str) -> u64 {
        self.try_as(auth, sql).await.unwrap_or_else(|error| panic!("{error}\n{sql}"))
    }

    /// Another session in it.
    pub async fn another(&self) -> Self {
        let (server, name) = (self.server.clone(), self.name.clone());
        let connection = connect(&server.url, Some(&name), None).await;
        Self { server, name, connection, ..*self }
    }

    /// A connection of another user to it.
    pub async fn connect_as(&self, user: &str) -> PgConnection {
        connect(&self.server.url, Some(&self.name), Some(user)).await
    }

    /// Goes on as another user.
    pub async fn log_in(&mut self, user: &str) {
        self.connection = self.connect_as(user).await;
    }
}
