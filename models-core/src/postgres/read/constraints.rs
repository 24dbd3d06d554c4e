//! Constraints.

use sqlx::Row as _;
use sqlx::postgres::{PgConnection, PgRow};

use super::error::{refuse_if, unsupported};
use super::tables::TableList;
use super::{CatalogueError, names, text};
use crate::postgres::catalogue::{ConstraintDef, ConstraintKind, QualifiedName};
use crate::schema::OnDelete;

/// Since version 18 the catalogue of PostgreSQL also lists `not null`, and
/// constraints that are not enforced: a column that older servers do not have
/// is read through JSON.
const CONSTRAINTS: &str = "
    select k.conrelid as table_oid, k.conname::text as name, k.contype::text as kind,
        k.convalidated, k.condeferrable, k.confmatchtype::text as match,
        k.confupdtype::text as on_update, k.confdeltype::text as on_delete,
        k.confdelsetcols is not null as sets_some_columns,
        coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::boolean, true) as is_enforced,
        coalesce((pg_catalog.to_jsonb(k) ->> 'conperiod')::boolean, false) as has_period,
        coalesce(i.indnullsnotdistinct, false) as nulls_not_distinct,
        k.contype in ('p', 'u') and i.indnatts <> i.indnkeyatts as has_include,
        pg_catalog.pg_get_expr(k.conbin, k.conrelid) as condition,
        pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
        array(select o.oprname::text
            from pg_catalog.unnest(k.conexclop) with ordinality as operator (oid, place)
            join pg_catalog.pg_operator as o on o.oid = operator.oid
            order by operator.place) as operators,
        m.amname::text as method,
        array(select a.attname::text
            from pg_catalog.unnest(k.conkey) with ordinality as key (number, place)
            join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = key.number
            order by key.place) as columns,
        pn.nspname::text as parent_schema, pc.relname::text as parent,
        array(select a.attname::text
            from pg_catalog.unnest(k.confkey) with ordinality as key (number, place)
            join pg_catalog.pg_attribute as a on a.attrelid = k.confrelid and a.attnum = key.number
            order by key.place) as parent_columns
    from pg_catalog.pg_constraint as k
    left join pg_catalog.pg_index as i on i.indexrelid = k.conindid
    left join pg_catalog.pg_class as ic on ic.oid = i.indexrelid
    left join pg_catalog.pg_am as m on m.oid = ic.relam
    left join pg_catalog.pg_class as pc on pc.oid = k.confrelid
    left join pg_catalog.pg_namespace as pn on pn.oid = pc.relnamespace
    where k.conrelid = any($1) and k.contype not in ('n', 't')
    order by k.conrelid, pg_catalog.strpos('puxcf', k.contype::text), k.conname";

pub(super) async fn read(
    connection: &mut PgConnection,
    tables: &mut TableList,
) -> Result<(), CatalogueError> {
    let rows = sqlx::query(CONSTRAINTS).bind(&tables.oids).fetch_all(connection).await?;
    for row in &rows {
        let table = tables.of(row)?;
        let name = text(row, "name")?;
        let object = format!("constraint {name} of {}", table.name);
        refuse_if(!row.try_get("convalidated")?, &object, "rows that were never checked")?;
        refuse_if(row.try_get("condeferrable")?, &object, "a deferrable check")?;
        refuse_if(!row.try_get("is_enforced")?, &object, "`not enforced`")?;
        refuse_if(row.try_get("has_period")?, &object, "a period")?;
        table.constraints.push(ConstraintDef { kind: kind(row, &object)?, name });
    }
    Ok(())
}

fn kind(row: &PgRow, object: &str) -> Result<ConstraintKind<'static>, CatalogueError> {
    let columns = names(row, "columns")?;
    let has_include: Option<bool> = row.try_get("has_include")?;
    refuse_if(has_include == Some(true), object, "included columns")?;
    match row.try_get::<&str, _>("kind")? {
        "p" => Ok(ConstraintKind::PrimaryKey { columns }),
        "u" => Ok(ConstraintKind::Unique {
            columns,
            nulls_not_distinct: row.try_get("nulls_not_distinct")?,
        }),
        "c" => Ok(ConstraintKind::Check { condition: text(row, "condition")? }),
        "x" => exclusion(row, object),
        "f" => {
            refuse_if(row.try_get::<&str, _>("match")? != "s", object, "`match full`")?;
            refuse_if(row.try_get::<&str, _>("on_update")? != "a", object, "`on update`")?;
            refuse_if(row.try_get("sets_some_columns")?, object, "a list of columns to set")?;
            Ok(ConstraintKind::ForeignKey {
                columns,
                parent: QualifiedName::new(text(row, "parent_schema")?, text(row, "parent")?),
                parent_columns: names(row, "parent_columns")?,
                on_delete: match row.try_get::<&str, _>("on_delete")? {
                    "c" => OnDelete::Cascade,
                    "r" => OnDelete::Restrict,
                    "n" => OnDelete::SetNull,
                    "d" => OnDelete::SetDefault,
                    _ => OnDelete::NoAction,
                },
            })
        }
        _ => Err(unsupported(object, "a kind of its own")),
    }
}

/// Equal values first, and a range as the last column.
fn exclusion(row: &PgRow, object: &str) -> Result<ConstraintKind<'static>, CatalogueError> {
    let operators: Vec<String> = row.try_get("operators")?;
    let mut equal: Vec<_> = names(row, "columns")?.iter().cloned().collect();
    let is_last = |(at, operator): (usize, &String)| match operator.as_str() {
        "&&" => at + 1 == operators.len(),
        "=" => at + 1 < operators.len(),
        _ => false,
    };
    let is_known = operators.len() == equal.len() && operators.iter().enumerate().all(is_last);
    refuse_if(!is_known, object, "other operators than `=`, with `&&` for the last column")?;
    refuse_if(row.try_get::<&str, _>("method")? != "gist", object, "a method other than `gist`")?;
    let Some(range) = equal.pop() else { return Err(unsupported(object, "no columns")) };
    let predicate: Option<String> = row.try_get("predicate")?;
    Ok(ConstraintKind::Exclusion {
        equal: equal.into_iter().collect(),
        range,
        predicate: predicate.map(Into::into),
    })
}
