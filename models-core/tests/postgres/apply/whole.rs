//! All of a script, or nothing.

use models_core::apply::{ApplyError, Options, apply, connect};
use sqlx::{Connection as _, Executor as _, PgConnection, query_scalar};

use super::{Database, in_a_database, refused};
use crate::server::Result;

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
