//! `create trigger`: the moment of the last change, whoever made it.

use std::fmt::{self, Write};

use crate::postgres::column::table_model::TableModel;
use crate::postgres::statement::function::Clock;
use crate::postgres::text::name::NameOf;
use crate::postgres::text::sql::{Sql, display};

/// `create trigger .. before update ..`
#[derive(Clone, Debug)]
pub struct CreateTrigger<'a> {
    /// The table it watches.
    pub table: TableModel<'a>,
    /// The function it calls.
    pub clock: Clock<'a>,
}

impl<'a> CreateTrigger<'a> {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> Box<str> {
        self.derived().plain()
    }

    fn derived(&self) -> NameOf<'a> {
        NameOf([self.table.name(), "set", self.clock.column])
    }
}

impl Sql for CreateTrigger<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        w.write_str("create trigger ")?;
        self.derived().sql(w)?;
        w.write_str(" before update on ")?;
        self.table.sql(w)?;
        w.write_str("\n    for each row execute function private.")?;
        self.clock.derived().sql(w)?;
        w.write_str("()")
    }
}

display!(CreateTrigger<'_>);
