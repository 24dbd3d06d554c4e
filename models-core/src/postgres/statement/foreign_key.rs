//! `alter table .. add constraint .. foreign key`: after all tables, so that
//! they may refer to each other in a circle.

use std::fmt::{self, Write};

use crate::postgres::column::table_model::{Column, TableModel};
use crate::postgres::text::name::NameOf;
use crate::postgres::text::quote::Ident;
use crate::postgres::text::sql::{Sql, display};
use crate::schema::{OnDelete, Reference};

/// `alter table .. add constraint .. foreign key ..`
#[derive(Clone, Debug)]
pub struct AddForeignKey<'a> {
    /// The table that refers.
    pub table: TableModel<'a>,
    /// The column that refers.
    pub column: Column<'a>,
    /// What it refers to, and what happens when the parent goes.
    pub reference: &'a Reference,
}

impl<'a> AddForeignKey<'a> {
    /// The constraint's name.
    #[must_use]
    pub fn name(&self) -> Box<str> {
        self.derived().plain()
    }

    fn derived(&self) -> NameOf<'a> {
        NameOf([self.table.name(), self.column.name(), "fkey"])
    }
}

impl Sql for AddForeignKey<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("alter table ")?;
        self.table.sql(w)?;
        w.write_str(" add constraint ")?;
        self.derived().sql(w)?;
        w.write_str("\n    foreign key (")?;
        self.column.sql(w)?;
        w.write_str(") references ")?;
        let parent = &self.reference.parent;
        Ident::new(&parent.schema).sql(w)?;
        w.write_char('.')?;
        Ident::new(&parent.table).sql(w)?;
        w.write_str(" (")?;
        Ident::new(&parent.column).sql(w)?;
        w.write_str(match self.reference.on_delete {
            OnDelete::Cascade => ") on delete cascade",
            OnDelete::Restrict => ") on delete restrict",
            OnDelete::NoAction => ") on delete no action",
            OnDelete::SetNull => ") on delete set null",
            OnDelete::SetDefault => ") on delete set default",
        })
    }
}

display!(AddForeignKey<'_>);
