//! `alter table .. add constraint .. foreign key`: after all tables, so that
//! they may refer to each other in a circle.

use std::fmt::{self, Write};

use crate::postgres::column::stored::{Column, TableName};
use crate::postgres::text::quote::Ident;
use crate::postgres::text::sql::{Sql, display};
use crate::schema::OnDelete;

/// `alter table .. add constraint .. foreign key ..`
#[derive(Clone, Debug)]
pub struct AddForeignKey<'a> {
    /// The table that refers.
    pub table: TableName<'a>,
    /// The constraint's name.
    pub name: Box<str>,
    /// The column that refers.
    pub column: Column<'a>,
    /// The table that it refers to.
    pub parent: TableName<'a>,
    /// The column that it refers to.
    pub key: Ident<'a>,
    /// What happens when the parent goes.
    pub on_delete: OnDelete,
}

impl Sql for AddForeignKey<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("alter table ")?;
        self.table.sql(w)?;
        w.write_str(" add constraint ")?;
        Ident::new(&self.name).sql(w)?;
        w.write_str("\n    foreign key (")?;
        self.column.sql(w)?;
        w.write_str(") references ")?;
        self.parent.sql(w)?;
        w.write_str(" (")?;
        self.key.sql(w)?;
        w.write_str(match self.on_delete {
            OnDelete::Cascade => ") on delete cascade",
            OnDelete::Restrict => ") on delete restrict",
            OnDelete::NoAction => ") on delete no action",
            OnDelete::SetNull => ") on delete set null",
            OnDelete::SetDefault => ") on delete set default",
        })
    }
}

display!(AddForeignKey<'_>);
