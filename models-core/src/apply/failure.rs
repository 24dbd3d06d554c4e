//! From what sqlx says to why a script was not applied, by SQLSTATE.
//!
//! The codes: <https://www.postgresql.org/docs/current/errcodes-appendix.html>

use sqlx::Error;
use sqlx::postgres::PgDatabaseError;

use super::{ApplyError, At, Timeout};

/// Why this statement failed.
pub(super) fn of_statement(error: Error, at: &At) -> ApplyError {
    let Some(said) = said(&error) else { return of_client(error, at) };
    let at = at.clone();
    match said.code() {
        "42501" => ApplyError::InsufficientRights { at, message: said.message().to_owned() },
        // A table or index, an object, a schema, a column, a function.
        "42P07" | "42710" | "42P06" | "42701" | "42723" => {
            ApplyError::AlreadyExists { at, object: object(said.message()) }
        }
        // Two made it at the same time, and the catalog's own index objects.
        "23505" if said.schema() == Some("pg_catalog") => {
            ApplyError::AlreadyExists { at, object: message(said) }
        }
        "55P03" => ApplyError::Timeout { at, limit: Timeout::Lock },
        "57014" => ApplyError::Timeout { at, limit: Timeout::Statement },
        code if is_connection(code) => ApplyError::Unreachable { source: error },
        code => ApplyError::Statement {
            at,
            code: code.to_owned(),
            message: message(said),
            hint: said.hint().map(str::to_owned),
        },
    }
}

/// Why the commit behind the last statement failed.
pub(super) fn of_commit(error: Error, statements: usize) -> ApplyError {
    let at = At::new((statements, "commit"));
    match of_statement(error, &at) {
        ApplyError::Unreachable { source } => ApplyError::CommitLost { source },
        other => other,
    }
}

/// An error that the server did not send.
fn of_client(error: Error, at: &At) -> ApplyError {
    match error {
        Error::Io(_) | Error::Tls(_) | Error::Protocol(_) | Error::WorkerCrashed => {
            ApplyError::Unreachable { source: error }
        }
        other => ApplyError::Statement {
            at: at.clone(),
            code: String::new(),
            message: other.to_string(),
            hint: None,
        },
    }
}

/// What the server says.
fn said(error: &Error) -> Option<&PgDatabaseError> {
    error.as_database_error()?.try_downcast_ref()
}

/// Connection lost, not let in, shut down, no such database, too many clients.
fn is_connection(code: &str) -> bool {
    let class = code.get(..2).unwrap_or_default();
    matches!(class, "08" | "28") || matches!(code, "57P01" | "57P02" | "57P03" | "3D000" | "53300")
}

/// What is there, from `relation "posts" already exists`. In another language
/// than English the whole message.
fn object(message: &str) -> String {
    message.strip_suffix(" already exists").unwrap_or(message).to_owned()
}

/// The message and its details.
fn message(said: &PgDatabaseError) -> String {
    match said.detail() {
        Some(detail) => format!("{}: {detail}", said.message()),
        None => said.message().to_owned(),
    }
}
