//! Triggers, besides those of foreign keys.

use models_core::postgres::TableModel;
use models_core::schema::Type;
use sqlx::Row;
use sqlx::postgres::PgRow;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Trigger {
    function: String,
    /// When it runs, as the bits of `tgtype`.
    when: i16,
    enabled: String,
}

pub(super) const READ: &str = "
    select tables.nspname::text, tables.relname::text, t.tgtype, t.tgenabled::text as enabled,
        t.tgfoid::pg_catalog.regproc::text as function
    from tables
    join pg_catalog.pg_trigger as t on t.tgrelid = tables.oid
    where not t.tgisinternal";

pub(super) fn read(row: &PgRow) -> Trigger {
    Trigger { function: row.get("function"), when: row.get("tgtype"), enabled: row.get("enabled") }
}

/// For each row, before, update.
const BEFORE_UPDATE: i16 = 1 + 2 + 16;

pub(super) fn described(stored: TableModel<'_>) -> Vec<Trigger> {
    stored
        .columns()
        .filter(|column| column.field.is_updated_at() && column.field.kind == Type::Timestamp)
        .map(|column| Trigger {
            function: format!("private.set_{}", column.name()),
            when: BEFORE_UPDATE,
            enabled: "O".to_owned(),
        })
        .collect()
}
