//! `create publication` and `alter publication`: changes that are sent to
//! clients as they happen.

use std::fmt::{self, Write};

use crate::postgres::catalogue::{PublicationDef, QualifiedName};
use crate::postgres::sql::quote::{Body, Ident, Quoted};
use crate::postgres::sql::write::Sql;

/// Creates a publication where it is missing.
pub(super) fn create<W: Write + ?Sized>(w: &mut W, of: &PublicationDef<'_>) -> fmt::Result {
    let mut body = String::from(
        "\nbegin\n    if not exists (select from pg_catalog.pg_publication where pubname = ",
    );
    Quoted(&of.name).sql(&mut body)?;
    body.push_str(") then\n        create publication ");
    Ident::new(&of.name).sql(&mut body)?;
    body.push_str(";\n    end if;\nend\n");
    w.write_str("do ")?;
    Body(&body).sql(w)
}

/// Adds a table to a publication that does not have it already, as one
/// `for all tables` has.
pub(super) fn add<W: Write + ?Sized>(
    w: &mut W,
    publication: &PublicationDef<'_>,
    table: &QualifiedName<'_>,
) -> fmt::Result {
    let mut body = String::from(
        "\nbegin\n    if not exists (\n        select from pg_catalog.pg_publication_tables\n        \
         where pubname = ",
    );
    Quoted(&publication.name).sql(&mut body)?;
    body.push_str(" and schemaname = ");
    Quoted(&table.schema).sql(&mut body)?;
    body.push_str(" and tablename = ");
    Quoted(&table.name).sql(&mut body)?;
    body.push_str("\n    ) then\n        alter publication ");
    Ident::new(&publication.name).sql(&mut body)?;
    body.push_str(" add table ");
    table.sql(&mut body)?;
    body.push_str(";\n    end if;\nend\n");
    w.write_str("do ")?;
    Body(&body).sql(w)
}
