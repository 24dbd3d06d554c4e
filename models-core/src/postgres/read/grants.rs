//! Grants on tables and columns, and the roles that have them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use sqlx::Row as _;
use sqlx::postgres::PgConnection;

use super::error::unsupported;
use super::tables::TableList;
use super::{CatalogueError, text};
use crate::postgres::catalogue::{Catalogue, Grant, Names, PUBLIC, Privilege, RoleDef};

/// One row for what a role may do with a table, and one for each privilege
/// that it has on columns only.
const GRANTS: &str = "
    with acl as (
        select c.oid as table_oid, c.relowner, x.grantee, x.privilege_type, x.is_grantable,
            null::text as attname, 0 as attnum
        from pg_catalog.pg_class as c
        cross join lateral pg_catalog.aclexplode(c.relacl) as x
        where c.oid = any($1)
        union all
        select c.oid, c.relowner, x.grantee, x.privilege_type, x.is_grantable, a.attname::text,
            a.attnum
        from pg_catalog.pg_class as c
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and not a.attisdropped
        cross join lateral pg_catalog.aclexplode(a.attacl) as x
        where c.oid = any($1)
    )
    select table_oid, is_grantable,
        case grantee when 0 then $2 else pg_catalog.pg_get_userbyid(grantee)::text end as role,
        pg_catalog.array_agg(distinct privilege_type) as privileges,
        pg_catalog.array_agg(attname order by attnum) filter (where attname is not null) as columns
    from acl
    where grantee <> relowner
    group by table_oid, grantee, is_grantable, attname is null,
        case when attname is not null then privilege_type end
    order by table_oid, role, is_grantable, columns nulls first, privileges";

pub(super) async fn read(
    connection: &mut PgConnection,
    tables: &mut TableList,
) -> Result<(), CatalogueError> {
    let query = sqlx::query(GRANTS).bind(&tables.oids).bind(PUBLIC);
    let rows = query.fetch_all(connection).await?;
    for row in &rows {
        let table = tables.of(row)?;
        let words: Vec<String> = row.try_get("privileges")?;
        let mut privileges = Vec::with_capacity(words.len());
        for word in words {
            let mut all = Privilege::ALL.into_iter();
            let privilege = all.find(|privilege| privilege.word().eq_ignore_ascii_case(&word));
            let object = || format!("table {}", table.name);
            privileges
                .push(privilege.ok_or_else(|| unsupported(&object(), "an unknown privilege"))?);
        }
        privileges.sort();
        let columns: Option<Vec<String>> = row.try_get("columns")?;
        table.grants.push(Grant {
            privileges: Cow::Owned(privileges),
            columns: columns.map(|columns| columns.into_iter().map(Cow::Owned).collect()),
            to: Names::Owned(vec![text(row, "role")?]),
            with_grant_option: row.try_get("is_grantable")?,
        });
    }
    Ok(())
}

const ROLES: &str = "
    select rolname::text as name, rolbypassrls
    from pg_catalog.pg_roles
    where rolname = any($1) and not rolcanlogin
    order by rolname";

/// The roles that any object of a catalogue names.
pub(super) fn named_roles(catalogue: &Catalogue<'_>) -> BTreeSet<String> {
    let tables = &catalogue.tables;
    let policies = tables.iter().flat_map(|table| &table.policies).map(|policy| &policy.to);
    let grants = tables.iter().flat_map(|table| &table.grants).map(|grant| &grant.to);
    let functions = catalogue.functions.iter().map(|function| &function.execute);
    let schemas = catalogue.schemas.iter().map(|schema| &schema.usage);
    let all = policies.chain(grants).chain(functions).chain(schemas);
    all.flat_map(|names| names.iter().map(ToString::to_string)).collect()
}

/// The roles without login that are named in what was read.
pub(super) async fn roles(
    connection: &mut PgConnection,
    catalogue: &Catalogue<'static>,
) -> Result<Vec<RoleDef<'static>>, CatalogueError> {
    let named: Vec<String> = named_roles(catalogue).into_iter().collect();
    let rows = sqlx::query(ROLES).bind(named).fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            let bypasses_row_security = row.try_get("rolbypassrls")?;
            Ok(RoleDef { name: text(row, "name")?, bypasses_row_security })
        })
        .collect()
}
