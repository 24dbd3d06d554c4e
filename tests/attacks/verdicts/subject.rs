//! What a test has to know of a model to try each command on it.

use std::fmt::Debug;

use ::backend_models::model::Model;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

/// A model of the example.
pub(crate) trait Subject:
    Model + Clone + Debug + Send + Unpin + for<'r> FromRow<'r, PgRow>
{
    /// Its key.
    fn key(&self) -> Uuid;

    /// Rows that are not there, like those that are: of everyone, everywhere.
    fn candidates(rows: &[Self]) -> Vec<Self>;

    /// The columns that a client may name in a new row, and their values.
    fn inserted(&self) -> String;

    /// The row after a change that any client may make who may change the row.
    fn changed(&self) -> Self;

    /// The same change in SQL: `column = value`.
    fn change() -> &'static str;

    /// The table's name.
    fn table() -> String {
        Self::MODEL.table.unwrap().name.into_owned()
    }
}
