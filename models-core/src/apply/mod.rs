//! Applying a script to a server: all of it, or nothing.

mod at;
mod error;
mod failure;
mod options;
mod server;

pub use at::At;
pub use error::{ApplyError, Timeout};
pub use options::Options;

use std::fmt::Display;

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, query};

/// Connects to the server at this URL
/// (`postgres://user:password@host:port/database`).
///
/// # Errors
/// [`ApplyError::Unreachable`], with what sqlx says.
pub async fn connect(url: &str) -> Result<PgConnection, ApplyError> {
    PgConnection::connect(url).await.map_err(|source| ApplyError::Unreachable { source })
}

/// Runs the statements in one transaction: after an error the database is as
/// it was.
///
/// It takes what [`Script::statements`](crate::postgres::Script::statements)
/// gives, or texts. Each is one statement, and none begins or ends a transaction. The
/// server's version, and whether it has pgvector if a statement creates that
/// extension, are checked first. Both timeouts hold for each statement.
///
/// On a connection that is in a transaction already, it runs in a savepoint.
///
/// ```no_run
/// use models_core::apply::{Options, apply, connect};
/// # async fn example() -> Result<(), models_core::apply::ApplyError> {
/// let mut server = connect("postgres://postgres@127.0.0.1:5432/app").await?;
/// apply(&mut server, ["create table notes (id uuid)"], &Options::default()).await
/// # }
/// ```
///
/// # Errors
/// Each says which statement failed and what to do about it.
pub async fn apply<S: Display>(
    connection: &mut PgConnection,
    statements: impl IntoIterator<Item = S>,
    options: &Options,
) -> Result<(), ApplyError> {
    let statements: Vec<At> = statements.into_iter().enumerate().map(At::new).collect();
    if let Some(at) = statements.iter().find(|at| at.controls_transaction()) {
        return Err(ApplyError::TransactionControl { at: at.clone() });
    }
    let unreachable = |source| ApplyError::Unreachable { source };
    let mut transaction = connection.begin().await.map_err(unreachable)?;
    match run(&mut transaction, &statements, options).await {
        Ok(()) => transaction
            .commit()
            .await
            .map_err(|source| failure::of_commit(source, statements.len())),
        Err(error) => {
            // Should this fail, the connection is lost, and the server rolls back.
            transaction.rollback().await.ok();
            Err(error)
        }
    }
}

async fn run(
    transaction: &mut PgConnection,
    statements: &[At],
    options: &Options,
) -> Result<(), ApplyError> {
    server::prepare(transaction, options).await?;
    server::check(transaction, statements, options).await?;
    for at in statements {
        let statement = query(AssertSqlSafe(at.text.as_str())).persistent(false);
        let outcome = statement.execute(&mut *transaction).await;
        outcome.map_err(|source| failure::of_statement(source, at))?;
    }
    Ok(())
}
