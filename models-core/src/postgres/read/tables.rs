//! Tables, their row level security and their comments.

use std::collections::HashMap;

use sqlx::Row as _;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgConnection, PgRow};

use super::{CatalogueError, optional, text};
use crate::postgres::catalogue::{QualifiedName, TableDef};

/// The tables that are being read.
pub(super) struct TableList {
    /// The tables, by schema and name.
    pub(super) list: Vec<TableDef<'static>>,
    /// The object identifiers, in the same order.
    pub(super) oids: Vec<Oid>,
    places: HashMap<Oid, usize>,
}

impl TableList {
    /// The table that a row of another query belongs to, by its column
    /// `table_oid`.
    pub(super) fn of(&mut self, row: &PgRow) -> Result<&mut TableDef<'static>, CatalogueError> {
        let oid: Oid = row.try_get("table_oid")?;
        let table = self.places.get(&oid).and_then(|place| self.list.get_mut(*place));
        Ok(table.ok_or(sqlx::Error::RowNotFound)?)
    }
}

const TABLES: &str = "
    select c.oid as table_oid, n.nspname::text as schema, c.relname::text as name,
        c.relrowsecurity, c.relforcerowsecurity,
        pg_catalog.obj_description(c.oid, 'pg_class') as comment
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any($1)
        and not exists (select from pg_catalog.pg_depend as d where d.objid = c.oid
            and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype = 'e')
    order by n.nspname, c.relname";

pub(super) async fn read(
    connection: &mut PgConnection,
    schemas: &[&str],
) -> Result<TableList, CatalogueError> {
    let rows = sqlx::query(TABLES).bind(schemas).fetch_all(connection).await?;
    let mut tables = TableList { list: Vec::new(), oids: Vec::new(), places: HashMap::new() };
    for row in &rows {
        let oid: Oid = row.try_get("table_oid")?;
        tables.places.insert(oid, tables.list.len());
        tables.oids.push(oid);
        tables.list.push(TableDef {
            name: QualifiedName::new(text(row, "schema")?, text(row, "name")?),
            comment: optional(row, "comment")?,
            columns: Vec::new(),
            constraints: Vec::new(),
            indexes: Vec::new(),
            triggers: Vec::new(),
            row_security: row.try_get("relrowsecurity")?,
            force_row_security: row.try_get("relforcerowsecurity")?,
            policies: Vec::new(),
            grants: Vec::new(),
        });
    }
    Ok(tables)
}
