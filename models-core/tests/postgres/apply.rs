//! Scripts on a real server, each in a database of its own.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use models_core::apply::{ApplyError, Limit, Options, apply, connect};
use sqlx::postgres::PgConnectOptions;
use sqlx::{
    AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _, PgConnection, query_scalar,
};

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

#[tokio::test]
async fn all_of_it() -> Result {
    in_a_database(async |database| {
        let script = ["create table a (id int primary key)", "-- b\ncreate table b ();", ""];
        let mut connection = connect(&database.url()).await?;
        apply(&mut connection, script.map(str::to_owned), &Options::default()).await?;
        assert!(database.has("a").await? && database.has("b").await?);
        // The limits were the transaction's.
        let timeout: String = query_scalar("show lock_timeout").fetch_one(&mut connection).await?;
        assert_eq!(timeout, "0");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn or_nothing() -> Result {
    in_a_database(async |database| {
        let script = ["create table a ()", "create table b (x nonsense)", "create table c ()"];
        let error = refused(database, &script, Options::default()).await?;
        let ApplyError::Statement { at, code, .. } = &error else { return Err(error.into()) };
        assert_eq!((at.index, at.text.as_str(), code.as_str()), (1, script[1], "42704"));
        let message = "statement 2 (`create table b (x nonsense)`) fails: \
                       type \"nonsense\" does not exist (SQLSTATE 42704)\nNothing was changed.";
        assert_eq!(error.to_string(), message);
        assert!(!database.has("a").await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_transaction_of_the_script_is_refused() -> Result {
    in_a_database(async |database| {
        let error = refused(database, &["create table a ()", "commit"], Options::default()).await?;
        assert!(matches!(&error, ApplyError::TransactionControl { at } if at.index == 1));
        // Hidden behind another statement, the server refuses it.
        let hidden = ["create table a (); commit; create table b ()"];
        let error = refused(database, &hidden, Options::default()).await?;
        assert!(matches!(&error, ApplyError::Statement { code, .. } if code == "42601"), "{error}");
        let hidden = ["create table a ()", "do $$ begin commit; end $$"];
        let error = refused(database, &hidden, Options::default()).await?;
        assert!(matches!(&error, ApplyError::Statement { code, .. } if code == "2D000"), "{error}");
        assert!(!database.has("a").await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_version_is_checked_first() -> Result {
    in_a_database(async |database| {
        let options = Options { needs_version: 99, ..Options::default() };
        let error = refused(database, &["nonsense"], options).await?;
        let ApplyError::WrongVersion { found, needed: 99 } = error else {
            return Err(error.into());
        };
        assert!((15..99).contains(&found));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn pgvector_is_checked_first() -> Result {
    in_a_database(async |database| {
        let mut connection = database.connect().await?;
        let sql = "select exists (select from pg_available_extensions where name = 'vector')";
        let available: bool = query_scalar(sql).fetch_one(&mut connection).await?;
        let script = ["nonsense", "create extension if not exists vector"];
        match refused(database, &script, Options::default()).await? {
            ApplyError::Statement { at, .. } => assert_eq!((available, at.index), (true, 0)),
            ApplyError::NoPgvector { at, .. } => assert_eq!((available, at.index), (false, 1)),
            other => return Err(other.into()),
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_there_already() -> Result {
    in_a_database(async |database| {
        let policy = "create policy p on t";
        let made = [
            ("create table t (a int)", "relation \"t\""),
            ("create index i on t (a)", "relation \"i\""),
            ("create schema s", "schema \"s\""),
            ("create type e as enum ()", "type \"e\""),
            (policy, "policy \"p\" for table \"t\""),
            ("alter table t add column b int", "column \"b\" of relation \"t\""),
            (
                "create function f() returns int language sql return 1",
                "function \"f\" already exists with same argument types",
            ),
        ];
        let mut connection = database.connect().await?;
        apply(&mut connection, made.map(|(sql, _)| sql), &Options::default()).await?;
        for (sql, what) in made {
            let error = refused(database, &[sql], Options::default()).await?;
            let ApplyError::AlreadyExists { object, .. } = error else { return Err(error.into()) };
            assert_eq!(object, what);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_user_without_rights() -> Result {
    in_a_database(async |database| {
        let role = format!("{}_role", database.name);
        let mut connection = database.connect().await?;
        connection.execute(AssertSqlSafe(format!("create role {role} login"))).await?;
        let options: PgConnectOptions = database.url().parse()?;
        let mut other = options.username(&role).connect().await?;
        let outcome = apply(&mut other, ["create table t ()"], &Options::default()).await;
        other.close().await?;
        connection.execute(AssertSqlSafe(format!("drop role {role}"))).await?;
        let error = outcome.err().ok_or("it was applied")?;
        assert!(matches!(&error, ApplyError::InsufficientRights { at, .. } if at.index == 0));
        assert!(error.to_string().contains("permission denied for schema public"), "{error}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn waiting_for_a_lock() -> Result {
    in_a_database(async |database| {
        let mut owner = database.connect().await?;
        owner.execute("create table t ()").await?;
        let mut reader = owner.begin().await?;
        reader.execute("select from t").await?;
        let lock_timeout = Duration::from_millis(50);
        let options = Options { lock_timeout, ..Options::default() };
        let error = refused(database, &["alter table t add column a int"], options).await?;
        assert!(matches!(error, ApplyError::Timeout { limit: Limit::Lock, .. }), "{error}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn running_too_long() -> Result {
    in_a_database(async |database| {
        let statement_timeout = Duration::from_millis(50);
        let options = Options { statement_timeout, ..Options::default() };
        let error = refused(database, &["select pg_sleep(60)"], options).await?;
        assert!(matches!(error, ApplyError::Timeout { limit: Limit::Statement, .. }), "{error}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_commit_may_fail() -> Result {
    in_a_database(async |database| {
        let script = [
            "create table t (id int unique deferrable initially deferred)",
            "insert into t values (1), (1)",
        ];
        let error = refused(database, &script, Options::default()).await?;
        let ApplyError::Statement { at, code, message, .. } = &error else {
            return Err(error.into());
        };
        assert_eq!((at.index, at.text.as_str(), code.as_str()), (2, "commit", "23505"));
        assert!(message.contains("Key (id)=(1) already exists"), "{message}");
        assert!(!database.has("t").await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_server_that_goes_away() -> Result {
    in_a_database(async |database| {
        let script = ["create table t ()", "select pg_terminate_backend(pg_backend_pid())"];
        let error = refused(database, &script, Options::default()).await?;
        assert!(matches!(error, ApplyError::Unreachable { .. }), "{error}");
        assert!(!database.has("t").await?);
        let missing = Database { server: database.server.clone(), name: "models_no_such".into() };
        let error = connect(&missing.url()).await.err();
        assert!(matches!(error, Some(ApplyError::Unreachable { .. })));
        let error = connect("postgres://127.0.0.1:1/x").await.err();
        assert!(matches!(error, Some(ApplyError::Unreachable { .. })));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_at_the_same_time() -> Result {
    in_a_database(async |database| {
        let mut connection = database.connect().await?;
        let mut first = connection.begin().await?;
        first.execute("create table t ()").await?;
        // The second waits for the first, which then commits.
        let commit = async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            first.commit().await
        };
        let second = refused(database, &["create table t ()"], Options::default());
        let (error, committed) = tokio::join!(second, commit);
        committed?;
        let error = error?;
        assert!(matches!(error, ApplyError::AlreadyExists { .. }), "{error}");
        Ok(())
    })
    .await
}

/// A server may spawn it.
#[test]
fn the_future_is_send() {
    fn is_send<T: Send>(_: impl FnOnce(PgConnection) -> T) {}
    is_send(|mut connection| async move {
        apply(&mut connection, ["select 1"], &Options::default()).await
    });
}

/// In a transaction of the caller's, a failure takes back the script alone.
#[tokio::test]
async fn inside_a_transaction() -> Result {
    in_a_database(async |database| {
        let mut connection = database.connect().await?;
        let mut transaction = connection.begin().await?;
        transaction.execute("create table before ()").await?;
        let script = ["create table t ()", "nonsense"];
        assert!(apply(&mut transaction, script, &Options::default()).await.is_err());
        transaction.commit().await?;
        assert!(database.has("before").await? && !database.has("t").await?);
        Ok(())
    })
    .await
}
