//! After every refusal the database is as it was, and the message names the
//! statement and says what to do.

use models_core::apply::{ApplyError, Options, apply};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _, query_scalar};

use super::{Database, in_a_database, refused};
use crate::server::Result;

/// What every script makes before the statement that is refused.
const FIRST: &str = "create table first ()";

/// That nothing is left, and that the message has these words in it.
async fn is_clean(database: &Database, error: &ApplyError, words: &[&str]) -> Result {
    assert!(!database.has("first").await?, "{error}");
    let message = error.to_string();
    for words in words.iter().chain(&["Nothing was changed."]) {
        assert!(message.contains(words), "no {words:?} in: {message}");
    }
    Ok(())
}

#[tokio::test]
async fn of_a_script_for_another_server() -> Result {
    in_a_database(async |database| {
        let options = Options { needs_version: 99, ..Options::default() };
        let error = refused(database, &[FIRST], options).await?;
        is_clean(database, &error, &["needs 99", "Upgrade the server"]).await?;
        let mut connection = database.connect().await?;
        let sql = "select exists (select from pg_available_extensions where name = 'vector')";
        if query_scalar(sql).fetch_one(&mut connection).await? {
            return Ok(());
        }
        let script = [FIRST, "create extension vector"];
        let error = refused(database, &script, Options::default()).await?;
        let words = ["statement 2 (`create extension vector`)", "Install it there"];
        is_clean(database, &error, &words).await
    })
    .await
}

#[tokio::test]
async fn of_what_is_there_already() -> Result {
    in_a_database(async |database| {
        database.connect().await?.execute("create table there ()").await?;
        let script = [FIRST, "create table there ()"];
        let error = refused(database, &script, Options::default()).await?;
        let words = ["statement 2 (`create table there ()`)", "relation \"there\"", "apply it to"];
        is_clean(database, &error, &words).await
    })
    .await
}

#[tokio::test]
async fn of_what_its_user_may_not_do() -> Result {
    in_a_database(async |database| {
        let role = format!("{}_user", database.name);
        let mut owner = database.connect().await?;
        let make = format!("create role {role} login; grant create on schema public to {role}");
        owner.execute(sqlx::raw_sql(AssertSqlSafe(make))).await?;
        let options: PgConnectOptions = database.url().parse()?;
        let mut user = options.username(&role).connect().await?;
        let script = [FIRST, "create schema second"];
        let outcome = apply(&mut user, script, &Options::default()).await;
        user.close().await?;
        let drop = format!("drop owned by {role}; drop role {role}");
        owner.execute(sqlx::raw_sql(AssertSqlSafe(drop))).await?;
        let error = outcome.err().ok_or("it was applied")?;
        let words = ["statement 2 (`create schema second`)", "permission denied", "as the owner"];
        is_clean(database, &error, &words).await
    })
    .await
}

#[tokio::test]
async fn of_a_connection_that_is_lost() -> Result {
    in_a_database(async |database| {
        let script = [FIRST, "select pg_terminate_backend(pg_backend_pid())"];
        let error = refused(database, &script, Options::default()).await?;
        is_clean(database, &error, &["cannot be reached", "Check the URL"]).await
    })
    .await
}
