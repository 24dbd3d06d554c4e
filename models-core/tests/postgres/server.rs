//! The servers to test on, and a table of one column on them.

use std::env;
use std::error::Error;
use std::fmt::Debug;

use models_core::types::FieldType;
use models_core::types::ReadError;
use sqlx::postgres::PgRow;
use sqlx::{
    AssertSqlSafe, ConnectOptions as _, Connection as _, Encode, Executor as _, PgConnection,
    Postgres, Type, query,
};

pub(crate) type Result<T = (), E = Box<dyn Error>> = std::result::Result<T, E>;

/// Names and URLs. An error without any: a test that ran nowhere has not passed.
pub(crate) fn servers() -> Result<Vec<(String, String)>> {
    let named = env::var("MODELS_POSTGRES").unwrap_or_default();
    let named = named.split_whitespace().filter_map(|pair| pair.split_once('='));
    let mut servers: Vec<_> = named.map(|(name, url)| (name.to_owned(), url.to_owned())).collect();
    if servers.is_empty() {
        let url = env::var("DATABASE_URL").map_err(|_| "no server: run `cargo xtask test`")?;
        servers.push(("DATABASE_URL".to_owned(), url));
    }
    Ok(servers)
}

/// A connection to this server.
pub(crate) async fn connect(url: &str) -> Result<PgConnection> {
    let options: sqlx::postgres::PgConnectOptions = url.parse()?;
    Ok(options.disable_statement_logging().connect().await?)
}

/// Runs the test on every server. What it makes is gone afterwards: it works
/// in a schema of its own, in a transaction.
pub(crate) async fn on_every_server(test: impl AsyncFn(&mut PgConnection) -> Result) -> Result {
    for (name, url) in servers()? {
        println!("on {name}");
        let mut connection = connect(&url).await?;
        let mut transaction = connection.begin().await?;
        transaction
            .execute("create schema scratch; set local search_path = scratch, public")
            .await?;
        let outcome = test(&mut transaction).await;
        transaction.rollback().await?;
        outcome.map_err(|error| format!("on {name}: {error}"))?;
    }
    Ok(())
}

/// Runs the test on every server that can install pgvector; an error when none can.
pub(crate) async fn with_pgvector(test: impl AsyncFn(&mut PgConnection) -> Result) -> Result {
    let ran = std::cell::Cell::new(false);
    on_every_server(async |connection| {
        let available = "select from pg_available_extensions where name = 'vector'";
        if query(available).fetch_optional(&mut *connection).await?.is_some() {
            connection.execute("create extension if not exists vector").await?;
            test(connection).await?;
            ran.set(true);
        }
        Ok(())
    })
    .await?;
    if ran.get() { Ok(()) } else { Err("no server has pgvector: run `cargo xtask test`".into()) }
}

/// The row of a query, whose one column is called `v`.
pub(crate) async fn row(connection: &mut PgConnection, sql: &str) -> Result<PgRow> {
    Ok(query(AssertSqlSafe(sql)).fetch_one(connection).await?)
}

/// What reading a value, written in SQL, gives.
pub(crate) async fn read<T: FieldType>(connection: &mut PgConnection, value: &str) -> Result<T> {
    let row = row(connection, &format!("select {value} as v")).await?;
    Ok(T::column(&row, "v")?)
}

/// Why reading a value, written in SQL, fails.
pub(crate) async fn refused<T: FieldType + Debug>(
    connection: &mut PgConnection,
    value: &str,
) -> Result<ReadError> {
    let row = row(connection, &format!("select {value} as v")).await?;
    match T::column(&row, "v") {
        Err(sqlx::Error::ColumnDecode { index, source }) => {
            assert_eq!(index, "\"v\"");
            Ok(*source.downcast::<ReadError>().map_err(|other| other as Box<dyn Error>)?)
        }
        other => Err(format!("{value} gives {other:?}").into()),
    }
}

/// Writes a value into a column of this type and reads it back.
pub(crate) async fn stored<T>(connection: &mut PgConnection, column: &str, value: T) -> Result<T>
where
    T: FieldType + Type<Postgres> + for<'q> Encode<'q, Postgres> + Send + 'static,
{
    let table = format!("create table t (v {column})");
    connection.execute(AssertSqlSafe(table)).await?;
    query("insert into t values ($1)").bind(value).execute(&mut *connection).await?;
    let row = row(connection, "select v from t").await?;
    connection.execute("drop table t").await?;
    // The next column has another type, and the same queries.
    connection.clear_cached_statements().await?;
    Ok(T::column(&row, "v")?)
}

/// Asserts that values come back as they were, and NULL as `None`.
pub(crate) async fn keeps<T>(
    connection: &mut PgConnection,
    column: &str,
    values: impl IntoIterator<Item = T>,
) -> Result
where
    T: FieldType + Type<Postgres> + for<'q> Encode<'q, Postgres>,
    T: Clone + Debug + PartialEq + Send + 'static,
{
    for value in values {
        let back = stored(connection, column, value.clone()).await;
        let back =
            back.map_err(|error| format!("{:.200} as {column}: {error}", format!("{value:?}")))?;
        assert_eq!(back, value, "as {column}");
        assert_eq!(stored(connection, column, Some(value.clone())).await?, Some(value));
    }
    assert_eq!(stored::<Option<T>>(connection, column, None).await?, None);
    Ok(())
}
