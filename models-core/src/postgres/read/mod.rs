//! A catalogue from a live server: one file for each kind of object.
//!
//! All queries name `pg_catalog`, and run with an empty search path, so that
//! the server qualifies every name in the expressions that it prints.

mod columns;
mod comparable;
mod constraints;
mod error;
mod functions;
mod grants;
mod indexes;
mod policies;
mod schemas;
mod tables;
mod triggers;

pub use error::CatalogueError;

use std::borrow::Cow;

use sqlx::postgres::{PgConnection, PgRow};
use sqlx::{Connection as _, Row as _};

use crate::postgres::catalogue::{Catalogue, FormatVersion, Names};

impl Catalogue<'static> {
    /// Reads what a server has in these schemas: their tables with everything
    /// that belongs to them, functions, enums, extensions and publications,
    /// and the roles without login that any of them names. Schemas that do not
    /// exist are left out, and so are views, sequences, and what extensions
    /// own.
    ///
    /// Types and expressions are as the server prints them: `timestamp with
    /// time zone` where a script has `timestamptz`. Whoever owns a table is
    /// `current_user` in its policies, and the owner's own privileges are left
    /// out. [`Catalogue::comparable`] lists what else a server does not tell.
    ///
    /// The queries run in one transaction, or in a savepoint of the current
    /// one, and change nothing.
    ///
    /// ```no_run
    /// use models_core::apply::connect;
    /// use models_core::postgres::Catalogue;
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let mut server = connect("postgres://postgres@127.0.0.1:5432/app").await?;
    /// let catalogue = Catalogue::read(&mut server, &["public", "private"]).await?;
    /// for table in &catalogue.tables {
    ///     println!("{}: {} columns", table.name, table.columns.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`CatalogueError::Database`] when a query fails, and
    /// [`CatalogueError::Unsupported`] when the schemas have something that a
    /// catalogue cannot describe, such as a generated column.
    pub async fn read(
        connection: &mut PgConnection,
        schemas: &[&str],
    ) -> Result<Self, CatalogueError> {
        let mut transaction = connection.begin().await?;
        let result = read(&mut transaction, schemas).await;
        // This restores the search path.
        let rollback = transaction.rollback().await;
        let catalogue = result?;
        rollback?;
        Ok(catalogue)
    }
}

async fn read(
    connection: &mut PgConnection,
    names: &[&str],
) -> Result<Catalogue<'static>, CatalogueError> {
    sqlx::query("select pg_catalog.set_config('search_path', '', true)")
        .execute(&mut *connection)
        .await?;
    let mut tables = tables::read(connection, names).await?;
    columns::read(connection, &mut tables).await?;
    constraints::read(connection, &mut tables).await?;
    indexes::read(connection, &mut tables).await?;
    triggers::read(connection, &mut tables).await?;
    policies::read(connection, &mut tables).await?;
    grants::read(connection, &mut tables).await?;
    let mut catalogue = Catalogue {
        version: FormatVersion,
        roles: Vec::new(),
        schemas: schemas::read(connection, names).await?,
        extensions: schemas::extensions(connection, names).await?,
        search_path: schemas::search_path(connection).await?,
        functions: functions::read(connection, names).await?,
        enums: schemas::enums(connection, names).await?,
        tables: tables.list,
        publications: schemas::publications(connection, names).await?,
    };
    catalogue.roles = grants::roles(connection, &catalogue).await?;
    Ok(catalogue)
}

/// A text of a row.
fn text(row: &PgRow, column: &str) -> Result<Cow<'static, str>, sqlx::Error> {
    row.try_get::<String, _>(column).map(Cow::Owned)
}

/// A text of a row that may be null.
fn optional(row: &PgRow, column: &str) -> Result<Option<Cow<'static, str>>, sqlx::Error> {
    Ok(row.try_get::<Option<String>, _>(column)?.map(Cow::Owned))
}

/// A list of names of a row.
fn names(row: &PgRow, column: &str) -> Result<Names<'static>, sqlx::Error> {
    let names: Vec<String> = row.try_get(column)?;
    Ok(names.into_iter().map(Cow::Owned).collect())
}
