//! `create trigger`: the moment of the last change, whoever made it.

use std::fmt::{self, Write};

use crate::postgres::column::stored::TableName;
use crate::postgres::text::quote::Ident;
use crate::postgres::text::sql::{Sql, display};

/// `create trigger .. before update ..`
#[derive(Clone, Debug)]
pub struct CreateTrigger<'a> {
    /// Its name.
    pub name: Box<str>,
    /// The table it watches.
    pub table: TableName<'a>,
    /// The function it calls, in the schema `private`.
    pub function: Box<str>,
}

impl Sql for CreateTrigger<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("create trigger ")?;
        Ident::new(&self.name).sql(w)?;
        w.write_str(" before update on ")?;
        self.table.sql(w)?;
        w.write_str("\n    for each row execute function private.")?;
        Ident::new(&self.function).sql(w)?;
        w.write_str("()")
    }
}

display!(CreateTrigger<'_>);
