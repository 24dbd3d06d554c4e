//! Triggers, besides those of foreign keys.

use std::borrow::Cow;

use sqlx::Row as _;
use sqlx::postgres::PgConnection;

use super::error::refuse_if;
use super::tables::TableList;
use super::{CatalogueError, text};
use crate::postgres::catalogue::{Command, QualifiedName, TriggerDef, TriggerTiming};

const TRIGGERS: &str = "
    select t.tgrelid as table_oid, t.tgname::text as name, t.tgtype, n.nspname::text as schema,
        p.proname::text as function, t.tgenabled <> 'O' as is_disabled,
        t.tgconstraint <> 0 or t.tgqual is not null or t.tgnargs > 0
            or t.tgattr::text <> '' or t.tgoldtable is not null or t.tgnewtable is not null
            as has_more
    from pg_catalog.pg_trigger as t
    join pg_catalog.pg_proc as p on p.oid = t.tgfoid
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where t.tgrelid = any($1) and not t.tgisinternal
    order by t.tgrelid, t.tgname";

// The bits of `tgtype`.
const FOR_EACH_ROW: i16 = 1;
const BEFORE: i16 = 1 << 1;
const INSERT: i16 = 1 << 2;
const DELETE: i16 = 1 << 3;
const UPDATE: i16 = 1 << 4;
const TRUNCATE: i16 = 1 << 5;

pub(super) async fn read(
    connection: &mut PgConnection,
    tables: &mut TableList,
) -> Result<(), CatalogueError> {
    let rows = sqlx::query(TRIGGERS).bind(&tables.oids).fetch_all(connection).await?;
    for row in &rows {
        let table = tables.of(row)?;
        let name = text(row, "name")?;
        let bits: i16 = row.try_get("tgtype")?;
        let object = format!("trigger {name} of {}", table.name);
        refuse_if(bits & FOR_EACH_ROW == 0, &object, "`for each statement`")?;
        refuse_if(bits & TRUNCATE != 0, &object, "the event `truncate`")?;
        refuse_if(row.try_get("is_disabled")?, &object, "another mode than `enable`")?;
        refuse_if(row.try_get("has_more")?, &object, "a condition, columns or arguments")?;
        let events =
            [(INSERT, Command::Insert), (UPDATE, Command::Update), (DELETE, Command::Delete)];
        let events = events.into_iter().filter(|(bit, _)| bits & bit != 0);
        table.triggers.push(TriggerDef {
            name,
            timing: if bits & BEFORE == 0 { TriggerTiming::After } else { TriggerTiming::Before },
            events: Cow::Owned(events.map(|(_, command)| command).collect()),
            function: QualifiedName::new(text(row, "schema")?, text(row, "function")?),
        });
    }
    Ok(())
}
