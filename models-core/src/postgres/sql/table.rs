//! `create table`, row level security, and comments.

use std::fmt::{self, Write};
use std::ops::Deref;

use crate::postgres::catalogue::{QualifiedName, TableColumn, TableDef};
use crate::postgres::sql::constraint;
use crate::postgres::sql::quote::{Ident, Quoted, is_name};
use crate::postgres::sql::write::{Sql, display};

/// A table of a catalogue. In SQL, its name with the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableRef<'c> {
    table: &'c TableDef<'c>,
    /// Whether its name stands without quotes. Almost every statement writes
    /// it, and it is examined once.
    is_plain: bool,
}

impl<'c> TableRef<'c> {
    pub(crate) fn new(table: &'c TableDef<'c>) -> Self {
        let QualifiedName { schema, name } = &table.name;
        Self { table, is_plain: is_name(schema) && is_name(name) }
    }

    /// The table, for as long as the catalogue lives.
    #[must_use]
    pub const fn get(self) -> &'c TableDef<'c> {
        self.table
    }
}

impl<'c> Deref for TableRef<'c> {
    type Target = TableDef<'c>;

    fn deref(&self) -> &TableDef<'c> {
        self.table
    }
}

impl Sql for TableRef<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let QualifiedName { schema, name } = &self.table.name;
        if !self.is_plain {
            return self.table.name.sql(w);
        }
        w.write_str(schema)?;
        w.write_char('.')?;
        w.write_str(name)
    }
}

impl Sql for QualifiedName<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        Ident::new(&self.schema).sql(w)?;
        w.write_char('.')?;
        Ident::new(&self.name).sql(w)
    }
}

/// `create table ..`, without foreign keys.
pub(super) fn create<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
    if_not_exists: bool,
) -> fmt::Result {
    w.write_str(if if_not_exists { "create table if not exists " } else { "create table " })?;
    table.sql(w)?;
    let mut before = " (\n    ";
    for column in &table.columns {
        w.write_str(before)?;
        self::column(w, column)?;
        before = ",\n    ";
    }
    for constraint in table.constraints.iter().filter(|one| !one.kind.is_foreign_key()) {
        w.write_str(before)?;
        constraint::clause(w, constraint)?;
        before = ",\n    ";
    }
    w.write_str(if before == " (\n    " { " ()" } else { "\n)" })
}

fn column<W: Write + ?Sized>(w: &mut W, column: &TableColumn<'_>) -> fmt::Result {
    Ident::new(&column.name).sql(w)?;
    w.write_char(' ')?;
    w.write_str(&column.data_type)?;
    if column.not_null {
        w.write_str(" not null")?;
    }
    if let Some(default) = &column.default {
        w.write_str(" default ")?;
        w.write_str(default)?;
    }
    Ok(())
}

/// `alter table .. enable row level security`
pub(super) fn enable_row_security<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
) -> fmt::Result {
    w.write_str("alter table ")?;
    table.sql(w)?;
    w.write_str(" enable row level security")
}

/// `alter table .. force row level security`
pub(super) fn force_row_security<W: Write + ?Sized>(w: &mut W, table: TableRef<'_>) -> fmt::Result {
    w.write_str("alter table ")?;
    table.sql(w)?;
    w.write_str(" force row level security")
}

/// `comment on table ..`
pub(super) fn comment<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
    text: &str,
) -> fmt::Result {
    w.write_str("comment on table ")?;
    table.sql(w)?;
    w.write_str(" is ")?;
    Quoted(text).sql(w)
}

/// `comment on column ..`
pub(super) fn comment_on_column<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
    column: &str,
    text: &str,
) -> fmt::Result {
    w.write_str("comment on column ")?;
    table.sql(w)?;
    w.write_char('.')?;
    Ident::new(column).sql(w)?;
    w.write_str(" is ")?;
    Quoted(text).sql(w)
}

display!(TableRef<'_>, QualifiedName<'_>);
