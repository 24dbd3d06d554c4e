//! Comments.

use models_core::postgres::TableModel;
use sqlx::Row;
use sqlx::postgres::PgRow;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Comment {
    /// `None` for the table.
    column: Option<String>,
    text: String,
}

pub(super) const READ: &str = "
    select tables.nspname::text, tables.relname::text, a.attname::text as column, d.description
    from tables
    join pg_catalog.pg_description as d on d.objoid = tables.oid
        and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    left join pg_catalog.pg_attribute as a on a.attrelid = tables.oid and a.attnum = d.objsubid
        and d.objsubid > 0";

pub(super) fn read(row: &PgRow) -> Comment {
    Comment { column: row.get("column"), text: row.get("description") }
}

pub(super) fn described(stored: TableModel<'_>) -> Vec<Comment> {
    let columns = stored.columns().map(|column| Comment {
        column: Some(column.name().to_owned()),
        text: column.field.doc.to_string(),
    });
    let table = Comment { column: None, text: stored.model.doc.to_string() };
    columns.chain([table]).filter(|comment| !comment.text.is_empty()).collect()
}
