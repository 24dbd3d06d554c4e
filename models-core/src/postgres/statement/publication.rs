//! `alter publication`: changes that are sent to clients as they happen.

use std::fmt::{self, Write};

use crate::postgres::column::table_model::TableModel;
use crate::postgres::text::quote::{Body, Quoted};
use crate::postgres::text::sql::{Sql, display};

/// Makes the publication that Supabase's Realtime follows, where it is missing.
pub(crate) const CREATE_PUBLICATION: &str = "\
do $$
begin
    if not exists (select from pg_catalog.pg_publication where pubname = 'supabase_realtime') then
        create publication supabase_realtime;
    end if;
end
$$";

/// `alter publication supabase_realtime add table ..`, where the publication
/// does not have the table already, as one `for all tables` has.
#[derive(Clone, Copy, Debug)]
pub struct AlterPublication<'a> {
    /// The table whose changes are sent.
    pub table: TableModel<'a>,
}

impl Sql for AlterPublication<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let mut body = String::from(
            "\nbegin\n    if not exists (\n        select from pg_catalog.pg_publication_tables\n        \
             where pubname = 'supabase_realtime' and schemaname = ",
        );
        Quoted(self.table.schema()).sql(&mut body)?;
        body.push_str(" and tablename = ");
        Quoted(self.table.name()).sql(&mut body)?;
        body.push_str("\n    ) then\n        alter publication supabase_realtime add table ");
        self.table.sql(&mut body)?;
        body.push_str(";\n    end if;\nend\n");
        w.write_str("do ")?;
        Body(&body).sql(w)
    }
}

display!(AlterPublication<'_>);
