//! `create index`.

use std::fmt::{self, Write};

use crate::postgres::catalogue::{IndexDef, IndexKey};
use crate::postgres::sql::quote::{Ident, Idents};
use crate::postgres::sql::table::TableRef;
use crate::postgres::sql::write::{Sql, list, number};

/// `create index ..`, `create unique index ..`
pub(super) fn create<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
    index: &IndexDef<'_>,
) -> fmt::Result {
    named(w, table, index, &index.name)
}

/// All that distinguishes an index from another of the same name.
pub(crate) fn definition(table: TableRef<'_>, index: &IndexDef<'_>) -> String {
    let mut text = String::new();
    // Writing to a string never fails.
    let _ = named(&mut text, table, index, "");
    text
}

fn named<W: Write + ?Sized>(
    w: &mut W,
    table: TableRef<'_>,
    index: &IndexDef<'_>,
    name: &str,
) -> fmt::Result {
    w.write_str(if index.unique { "create unique index " } else { "create index " })?;
    Ident::new(name).sql(w)?;
    w.write_str(" on ")?;
    table.sql(w)?;
    if index.method != "btree" {
        w.write_str(" using ")?;
        w.write_str(&index.method)?;
    }
    w.write_str(" (")?;
    list(w, &index.keys)?;
    w.write_char(')')?;
    if !index.include.is_empty() {
        w.write_str(" include (")?;
        Idents(&index.include).sql(w)?;
        w.write_char(')')?;
    }
    if index.nulls_not_distinct {
        w.write_str(" nulls not distinct")?;
    }
    let mut before = " with (";
    for (name, value) in &index.parameters {
        w.write_str(before)?;
        w.write_str(name)?;
        w.write_str(" = ")?;
        number(w, *value)?;
        before = ", ";
    }
    if !index.parameters.is_empty() {
        w.write_char(')')?;
    }
    if let Some(predicate) = &index.predicate {
        w.write_str(" where (")?;
        w.write_str(predicate)?;
        w.write_char(')')?;
    }
    Ok(())
}

impl Sql for &IndexKey<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        Ident::new(&self.column).sql(w)?;
        if let Some(class) = &self.operator_class {
            w.write_char(' ')?;
            w.write_str(class)?;
        }
        if self.descending { w.write_str(" desc") } else { Ok(()) }
    }
}
