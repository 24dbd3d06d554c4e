//! Columns, their defaults and their comments.

use sqlx::Row as _;
use sqlx::postgres::PgConnection;

use super::error::refuse_if;
use super::tables::TableList;
use super::{CatalogueError, optional, text};
use crate::postgres::catalogue::TableColumn;

const COLUMNS: &str = "
    select a.attrelid as table_oid, a.attname::text as name, a.attnotnull as not_null,
        pg_catalog.format_type(a.atttypid, a.atttypmod) as data_type,
        pg_catalog.pg_get_expr(d.adbin, d.adrelid) as default_value,
        pg_catalog.col_description(a.attrelid, a.attnum) as comment,
        a.attgenerated <> '' as is_generated, a.attidentity <> '' as is_identity,
        a.attcollation <> t.typcollation as has_collation
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = any($1) and a.attnum > 0 and not a.attisdropped
    order by a.attrelid, a.attnum";

pub(super) async fn read(
    connection: &mut PgConnection,
    tables: &mut TableList,
) -> Result<(), CatalogueError> {
    let rows = sqlx::query(COLUMNS).bind(&tables.oids).fetch_all(connection).await?;
    for row in &rows {
        let table = tables.of(row)?;
        let name = text(row, "name")?;
        let object = format!("column {}.{name}", table.name);
        refuse_if(row.try_get("is_generated")?, &object, "a generated value")?;
        refuse_if(row.try_get("is_identity")?, &object, "an identity sequence")?;
        refuse_if(row.try_get("has_collation")?, &object, "a collation of its own")?;
        table.columns.push(TableColumn {
            name,
            data_type: text(row, "data_type")?,
            not_null: row.try_get("not_null")?,
            default: optional(row, "default_value")?,
            comment: optional(row, "comment")?,
        });
    }
    Ok(())
}
