//! What the server must be, and how it is set up.

use sqlx::{PgConnection, query, query_as};

use super::options::setting;
use super::{ApplyError, At, Options, failure};

/// Sets the limits, for this transaction only.
pub(super) async fn prepare(
    transaction: &mut PgConnection,
    options: &Options,
) -> Result<(), ApplyError> {
    const SQL: &str = "select set_config('lock_timeout', $1, true), \
                       set_config('statement_timeout', $2, true)";
    let limits = query(SQL)
        .persistent(false)
        .bind(setting(options.lock_timeout))
        .bind(setting(options.statement_timeout));
    limits.execute(transaction).await.map_err(|source| before(source, SQL))?;
    Ok(())
}

/// Refuses a server that the script cannot run on.
pub(super) async fn check(
    transaction: &mut PgConnection,
    statements: &[At],
    options: &Options,
) -> Result<(), ApplyError> {
    const SQL: &str = "select current_setting('server_version_num')::int4 / 10000, \
                       exists (select from pg_available_extensions where name = 'vector')";
    let facts = query_as(SQL).persistent(false);
    let (major, pgvector): (i32, bool) =
        facts.fetch_one(transaction).await.map_err(|source| before(source, SQL))?;
    let found = major.unsigned_abs();
    if found < options.needs_version {
        return Err(ApplyError::WrongVersion { found, needed: options.needs_version });
    }
    match statements.iter().find(|at| at.creates_pgvector()) {
        Some(at) if !pgvector => Err(ApplyError::NoPgvector { at: at.clone(), version: found }),
        _ => Ok(()),
    }
}

/// A statement of ours, before the first of the script.
fn before(source: sqlx::Error, sql: &str) -> ApplyError {
    failure::of_statement(source, &At::new((0, sql)))
}
