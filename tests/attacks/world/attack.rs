//! What a client asks, and what is left of the rows afterwards.

use ::backend_models::access::Auth;
use futures_util::TryStreamExt as _;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

use super::{World, filled};

/// SQLSTATE `insufficient_privilege`: no grant, or no policy for the new row.
pub(crate) const DENIED: &str = "42501";

impl World<'_> {
    /// Asserts that the server refuses, and that nothing has changed.
    pub(crate) async fn denied(&mut self, who: &Auth, sql: &str) {
        self.fails(who, DENIED, sql).await;
    }

    /// Asserts that the server fails with this SQLSTATE, and that nothing has changed.
    pub(crate) async fn fails(&mut self, who: &Auth, state: &str, sql: &str) {
        let (role, claims) = (who.role(), who.jwt_claims());
        let outcome = self.ask(role, &claims, sql, true).await;
        assert_eq!(outcome, Err(state.to_owned()), "{claims}\n{sql}");
        self.is_as_before(sql).await;
    }

    /// Asserts that the server fails with one of these SQLSTATEs.
    pub(crate) async fn denied_or(&mut self, who: &Auth, states: &[&str], sql: &str) {
        let outcome = self.ask(who.role(), &who.jwt_claims(), sql, true).await;
        let state = outcome.expect_err(sql);
        assert!(states.contains(&&*state), "{state}\n{sql}");
    }

    /// Asserts that it works on no row, and that nothing has changed.
    pub(crate) async fn nothing(&mut self, who: &Auth, sql: &str) {
        let (role, claims) = (who.role(), who.jwt_claims());
        assert_eq!(self.ask(role, &claims, sql, true).await, Ok(0), "{claims}\n{sql}");
        self.is_as_before(sql).await;
    }

    /// Asserts that so many rows are read or touched, and takes it back.
    pub(crate) async fn allowed(&mut self, who: &Auth, rows: u64, sql: &str) {
        let (role, claims) = (who.role(), who.jwt_claims());
        assert_eq!(self.ask(role, &claims, sql, false).await, Ok(rows), "{claims}\n{sql}");
    }

    /// Asks as `PostgREST` does. Gives the number of rows that were read or
    /// touched, or the SQLSTATE.
    pub(crate) async fn ask(
        &mut self,
        role: &str,
        claims: &str,
        sql: &str,
        keep: bool,
    ) -> Result<u64, String> {
        let state = |error: sqlx::Error| {
            let code = error.as_database_error().and_then(|error| error.code().map(String::from));
            code.unwrap_or_else(|| panic!("{error}\n{sql}"))
        };
        let mut transaction = self.client.begin().await.unwrap();
        let set = "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true),
            set_config('search_path', 'public, extensions', true)";
        sqlx::query(set).bind(role).bind(claims).execute(&mut *transaction).await.map_err(state)?;
        let outcome = transaction.execute(sqlx::raw_sql(AssertSqlSafe(filled(sql)))).await;
        let outcome = outcome.map(|done| done.rows_affected()).map_err(state);
        if keep && outcome.is_ok() {
            transaction.commit().await.map_err(state)?;
        } else {
            transaction.rollback().await.unwrap();
        }
        outcome
    }

    /// What `copy .. to stdout` gives.
    pub(crate) async fn copied(&mut self, who: &Auth, table: &str) -> String {
        let mut transaction = self.client.begin().await.unwrap();
        let set = "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)";
        let set = sqlx::query(set).bind(who.role()).bind(who.jwt_claims());
        set.execute(&mut *transaction).await.unwrap();
        let copy = format!("copy {table} to stdout");
        let parts: Vec<_> =
            transaction.copy_out_raw(&copy).await.unwrap().try_collect().await.unwrap();
        transaction.rollback().await.unwrap();
        String::from_utf8(parts.concat()).unwrap()
    }

    /// Asserts that every row is as it was made.
    pub(crate) async fn is_as_before(&mut self, sql: &str) {
        let now = self.contents().await;
        assert_eq!(now, self.digest, "rows have changed after\n{sql}");
    }
}
