//! Why a script was not applied.

use super::At;

/// What took too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timeout {
    /// Waiting for a lock that someone else holds.
    Lock,
    /// Running.
    Statement,
}

/// Why a script was not applied. The database is as it was before, except
/// perhaps after [`ApplyError::CommitLost`]. Each message says what to do.
///
/// ```
/// use models_core::apply::ApplyError;
/// let error = ApplyError::WrongVersion { found: 13, needed: 15 };
/// assert!(error.to_string().contains("Upgrade the server"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ApplyError {
    /// No connection, or it was lost.
    #[error(
        "the server cannot be reached: {source}\n\
         Check the URL, that the server runs, and that it lets this user in. \
         A server that wants TLS needs one of sqlx's `tls-*` features. \
         Nothing was changed."
    )]
    Unreachable {
        /// What sqlx says.
        source: sqlx::Error,
    },
    /// The server is too old for the script.
    #[error(
        "the server is PostgreSQL {found}, but the script needs {needed} or later\n\
         Upgrade the server, or print the script for {found}. Nothing was changed."
    )]
    WrongVersion {
        /// The server's major version.
        found: u32,
        /// The oldest major version that the script is for.
        needed: u32,
    },
    /// The script creates the extension `vector`, and the server has none.
    #[error(
        "{at} needs pgvector, which is not installed on the server\n\
         Install it there (Debian: postgresql-{version}-pgvector), or keep no vectors in this \
         database. Nothing was changed."
    )]
    NoPgvector {
        /// The statement that creates the extension.
        at: At,
        /// The server's major version.
        version: u32,
    },
    /// The user may not do that.
    #[error(
        "{at} is not allowed to this user: {message}\n\
         Apply the script as the owner of the database (on Supabase: `postgres`), or let the owner \
         grant it. Nothing was changed."
    )]
    InsufficientRights {
        /// The statement.
        at: At,
        /// What the server says.
        message: String,
    },
    /// What the script makes is there already.
    #[error(
        "{at} makes what is there already: {object}\n\
         The script starts from nothing: apply it to a database without these objects. \
         Nothing was changed."
    )]
    AlreadyExists {
        /// The statement.
        at: At,
        /// What is there, in the server's words: `relation "posts"`.
        object: String,
    },
    /// It took too long.
    #[error("{}", timed_out(at, *limit))]
    Timeout {
        /// The statement.
        at: At,
        /// What took too long.
        limit: Timeout,
    },
    /// A statement of the script begins or ends a transaction.
    #[error(
        "{at} begins or ends a transaction\n\
         The whole script runs in one: leave the statement out. Nothing was changed."
    )]
    TransactionControl {
        /// The statement.
        at: At,
    },
    /// Anything else that the server refuses.
    #[error("{at} fails: {message} (SQLSTATE {code})\n{}Nothing was changed.", sentence(hint.as_deref()))]
    Statement {
        /// The statement; behind the last one, the commit.
        at: At,
        /// The error's code, of five characters; empty when the server gave none.
        code: String,
        /// What the server says, with its details.
        message: String,
        /// What the server advises.
        hint: Option<String>,
    },
    /// The connection was lost while the server committed.
    #[error(
        "the connection was lost while the server committed: {source}\n\
         All of the script was applied, or nothing: look before you apply it again."
    )]
    CommitLost {
        /// What sqlx says.
        source: sqlx::Error,
    },
}

fn timed_out(at: &At, limit: Timeout) -> String {
    let (what, remedy) = match limit {
        Timeout::Lock => (
            "waited too long for a lock",
            "Apply the script when nobody else uses these tables, or raise `lock_timeout`.",
        ),
        Timeout::Statement => ("ran too long", "Raise `statement_timeout`."),
    };
    format!("{at} {what}\n{remedy} Nothing was changed.")
}

/// The hint as a sentence of its own.
fn sentence(hint: Option<&str>) -> String {
    hint.map_or_else(String::new, |hint| format!("{hint} "))
}
