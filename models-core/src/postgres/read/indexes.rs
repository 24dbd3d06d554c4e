//! Indexes, besides those behind constraints.

use std::borrow::Cow;

use sqlx::Row as _;
use sqlx::postgres::{PgConnection, PgRow};

use super::error::{refuse_if, unsupported};
use super::tables::TableList;
use super::{CatalogueError, optional, text};
use crate::postgres::catalogue::{IndexDef, IndexKey};

/// Each key with its options: 1 is `desc`, 2 is `nulls first`.
const INDEXES: &str = "
    select i.indrelid as table_oid, c.relname::text as name, am.amname::text as method,
        i.indisunique, i.indisvalid, i.indnullsnotdistinct, i.indnkeyatts::int as key_count,
        i.indexprs is not null as has_expressions,
        pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
        coalesce(c.reloptions, array[]::text[]) as parameters,
        array(select a.attname::text
            from pg_catalog.unnest(i.indkey) with ordinality as key (number, place)
            join pg_catalog.pg_attribute as a on a.attrelid = i.indrelid and a.attnum = key.number
            order by key.place) as columns,
        array(select option::int from pg_catalog.unnest(i.indoption) with ordinality
            as key (option, place) order by key.place) as options,
        array(select case when n.nspname = 'pg_catalog' and oc.opcdefault then null
                else pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(oc.opcname)
            end
            from pg_catalog.unnest(i.indclass) with ordinality as key (class, place)
            join pg_catalog.pg_opclass as oc on oc.oid = key.class
            join pg_catalog.pg_namespace as n on n.oid = oc.opcnamespace
            order by key.place) as classes,
        exists (select
            from pg_catalog.generate_subscripts(i.indcollation, 1) as place
            join pg_catalog.pg_attribute as a
                on a.attrelid = i.indrelid and a.attnum = i.indkey[place]
            where i.indcollation[place] not in (0, a.attcollation)) as has_collation
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    join pg_catalog.pg_am as am on am.oid = c.relam
    where i.indrelid = any($1)
        and not exists (select from pg_catalog.pg_constraint as k
            where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by i.indrelid, c.relname";

pub(super) async fn read(
    connection: &mut PgConnection,
    tables: &mut TableList,
) -> Result<(), CatalogueError> {
    let rows = sqlx::query(INDEXES).bind(&tables.oids).fetch_all(connection).await?;
    for row in &rows {
        let table = tables.of(row)?;
        let name = text(row, "name")?;
        let object = format!("index {name} of {}", table.name);
        refuse_if(!row.try_get("indisvalid")?, &object, "an unfinished build")?;
        refuse_if(row.try_get("has_expressions")?, &object, "an expression as a key")?;
        refuse_if(row.try_get("has_collation")?, &object, "a collation of its own")?;
        let (keys, include) = columns(row, &object)?;
        table.indexes.push(IndexDef {
            name,
            unique: row.try_get("indisunique")?,
            method: text(row, "method")?,
            keys,
            include: include.into_iter().map(Cow::Owned).collect(),
            nulls_not_distinct: row.try_get("indnullsnotdistinct")?,
            parameters: parameters(row, &object)?,
            predicate: optional(row, "predicate")?,
        });
    }
    Ok(())
}

/// The keys, and the columns beside them.
fn columns(
    row: &PgRow,
    object: &str,
) -> Result<(Vec<IndexKey<'static>>, Vec<String>), CatalogueError> {
    let key_count: i32 = row.try_get("key_count")?;
    let options: Vec<i32> = row.try_get("options")?;
    let classes: Vec<Option<String>> = row.try_get("classes")?;
    let mut columns: Vec<String> = row.try_get("columns")?;
    let key_count = usize::try_from(key_count).unwrap_or_default().min(columns.len());
    let include = columns.split_off(key_count);
    let mut keys = Vec::with_capacity(key_count);
    for ((column, option), class) in columns.into_iter().zip(options).zip(classes) {
        // Nulls are the largest values unless `nulls first` or `nulls last` is there.
        refuse_if(!matches!(option, 0 | 3), object, "another order of nulls")?;
        keys.push(IndexKey {
            column: column.into(),
            operator_class: class.map(Cow::Owned),
            descending: option == 3,
        });
    }
    Ok((keys, include))
}

fn parameters(row: &PgRow, object: &str) -> Result<Vec<(Cow<'static, str>, u32)>, CatalogueError> {
    let parameters: Vec<String> = row.try_get("parameters")?;
    let parameters = parameters.iter().map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        Some((Cow::Owned(name.to_owned()), value.parse().ok()?))
    });
    let parameters: Option<_> = parameters.collect();
    parameters.ok_or_else(|| unsupported(object, "a parameter that is not a number"))
}
