//! `comment on`: the doc comments.

use std::fmt::{self, Write};

use crate::postgres::column::table_model::{Column, TableModel};
use crate::postgres::text::quote::Quoted;
use crate::postgres::text::sql::{Sql, display};

/// `comment on .. is ..`
#[derive(Clone, Copy, Debug)]
pub struct Comment<'a> {
    /// The table.
    pub table: TableModel<'a>,
    /// The column of it; `None` for the table itself.
    pub column: Option<Column<'a>>,
}

impl<'a> Comment<'a> {
    /// What is said about it.
    #[must_use]
    pub fn text(self) -> &'a str {
        match self.column {
            None => &self.table.model.doc,
            Some(column) => &column.field.doc,
        }
    }
}

impl Sql for Comment<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        match self.column {
            None => {
                w.write_str("comment on table ")?;
                self.table.sql(w)?;
            }
            Some(column) => {
                w.write_str("comment on column ")?;
                self.table.sql(w)?;
                w.write_char('.')?;
                column.sql(w)?;
            }
        }
        w.write_str(" is ")?;
        Quoted(self.text()).sql(w)
    }
}

display!(Comment<'_>);
