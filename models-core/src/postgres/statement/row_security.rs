//! `alter table .. enable row level security`, and `force`.

use std::fmt::{self, Write};

use crate::postgres::column::table_model::TableModel;
use crate::postgres::text::sql::{Sql, display};

/// `alter table .. enable row level security`: from then on a client sees no
/// row that no policy shows.
#[derive(Clone, Copy, Debug)]
pub struct EnableRowSecurity<'a> {
    /// The table.
    pub table: TableModel<'a>,
}

impl Sql for EnableRowSecurity<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("alter table ")?;
        self.table.sql(w)?;
        w.write_str(" enable row level security")
    }
}

/// `alter table .. force row level security`: the same for the table's owner.
#[derive(Clone, Copy, Debug)]
pub struct ForceRowSecurity<'a> {
    /// The table.
    pub table: TableModel<'a>,
}

impl Sql for ForceRowSecurity<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("alter table ")?;
        self.table.sql(w)?;
        w.write_str(" force row level security")
    }
}

display!(EnableRowSecurity<'_>, ForceRowSecurity<'_>);
