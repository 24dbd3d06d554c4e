//! Why a server refuses a script.

use std::time::Duration;

use models_core::apply::{ApplyError, Options, Timeout, apply};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _, query_scalar};

use super::{in_a_database, refused};
use crate::server::Result;

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
        assert!(matches!(error, ApplyError::Timeout { limit: Timeout::Lock, .. }), "{error}");
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
        assert!(matches!(error, ApplyError::Timeout { limit: Timeout::Statement, .. }), "{error}");
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
