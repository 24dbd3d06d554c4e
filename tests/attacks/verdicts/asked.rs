//! Asking the server, one row at a time, and taking it back.

use ::backend_models::access::Auth;
use sqlx::error::DatabaseError;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Row as _};
use uuid::Uuid;

use super::subject::Subject;
use crate::world::{DENIED, World, filled};

impl World<'_> {
    /// All rows of a model, as the superuser sees them.
    pub(super) async fn rows<M: Subject>(&mut self) -> Vec<M> {
        let sql = format!("select * from {} order by id", M::table());
        let rows = self.database.rows(&sql).await;
        rows.iter().map(|row| M::from_row(row).unwrap()).collect()
    }

    /// Which of these rows the caller sees.
    pub(super) async fn read<M: Subject>(&mut self, auth: &Auth, rows: &[M]) -> Vec<bool> {
        let sql = format!("select id from public.{}", M::table());
        let seen: Vec<Uuid> = self.as_caller(auth, &sql).await.unwrap_or_default();
        rows.iter().map(|row| seen.contains(&row.key())).collect()
    }

    /// Whether the caller can make the change to a row that they find by its key.
    pub(super) async fn updates<M: Subject>(&mut self, auth: &Auth, row: &M) -> bool {
        let (table, change, key) = (M::table(), M::change(), row.key());
        let sql = format!("update public.{table} set {change} where id = '{key}'");
        self.touches(auth, &sql).await
    }

    /// Whether the caller can delete a row that they find by its key.
    pub(super) async fn deletes<M: Subject>(&mut self, auth: &Auth, row: &M) -> bool {
        let sql = format!("delete from public.{} where id = '{}'", M::table(), row.key());
        self.touches(auth, &sql).await
    }

    /// How many rows the caller changes without saying which.
    pub(super) async fn updates_all<M: Subject>(&mut self, auth: &Auth) -> usize {
        self.touched(auth, &format!("update public.{} set {}", M::table(), M::change())).await
    }

    /// How many rows the caller deletes without saying which.
    pub(super) async fn deletes_all<M: Subject>(&mut self, auth: &Auth) -> usize {
        self.touched(auth, &format!("delete from public.{}", M::table())).await
    }

    /// Whether the caller can make a row.
    pub(super) async fn inserts<M: Subject>(&mut self, auth: &Auth, row: &M) -> bool {
        self.touches(auth, &format!("insert into public.{} {}", M::table(), row.inserted())).await
    }

    async fn touches(&mut self, auth: &Auth, sql: &str) -> bool {
        self.touched(auth, sql).await == 1
    }

    /// How many rows a statement works on; none where it is denied.
    async fn touched(&mut self, auth: &Auth, sql: &str) -> usize {
        let (role, claims) = (auth.role(), auth.jwt_claims());
        let mut transaction = self.database.connection.begin().await.unwrap();
        let set = "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)";
        sqlx::query(set).bind(role).bind(&claims).execute(&mut *transaction).await.unwrap();
        let outcome = transaction.execute(AssertSqlSafe(filled(sql))).await;
        transaction.rollback().await.unwrap();
        match outcome {
            Ok(done) => usize::try_from(done.rows_affected()).unwrap(),
            Err(error) => {
                let code =
                    error.as_database_error().and_then(DatabaseError::code).unwrap_or_default();
                // A constraint stands in the way of those only who get so far.
                let is_let_through = code.starts_with("23");
                assert!(is_let_through || code == DENIED, "{error}\n{claims}\n{sql}");
                usize::from(is_let_through)
            }
        }
    }

    /// One column of a query, as a caller of the API.
    async fn as_caller(&mut self, auth: &Auth, sql: &str) -> Option<Vec<Uuid>> {
        let mut transaction = self.database.connection.begin().await.unwrap();
        let set = "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)";
        let set = sqlx::query(set).bind(auth.role()).bind(auth.jwt_claims());
        set.execute(&mut *transaction).await.unwrap();
        let rows = transaction.fetch_all(AssertSqlSafe(sql)).await;
        transaction.rollback().await.unwrap();
        Some(rows.ok()?.iter().map(|row| row.get(0)).collect())
    }
}
