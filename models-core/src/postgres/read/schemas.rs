//! Schemas, and what is beside tables and functions: extensions, the search
//! path, enums, and publications.

use sqlx::Row as _;
use sqlx::postgres::PgConnection;

use super::error::refuse_if;
use super::{CatalogueError, names, text};
use crate::postgres::catalogue::{
    EnumDef, ExtensionDef, Names, PUBLIC, PublicationDef, QualifiedName, SchemaDef,
};

const SCHEMAS: &str = "
    select n.nspname::text as name,
        array(select distinct case acl.grantee when 0 then $2
                else pg_catalog.pg_get_userbyid(acl.grantee)::text end
            from pg_catalog.aclexplode(n.nspacl) as acl
            where acl.grantee <> n.nspowner and acl.privilege_type = 'USAGE'
            order by 1) as usage
    from pg_catalog.pg_namespace as n
    where n.nspname = any($1)
    order by n.nspname";

pub(super) async fn read(
    connection: &mut PgConnection,
    schemas: &[&str],
) -> Result<Vec<SchemaDef<'static>>, CatalogueError> {
    let rows = sqlx::query(SCHEMAS).bind(schemas).bind(PUBLIC).fetch_all(connection).await?;
    let schemas = rows
        .iter()
        .map(|row| Ok(SchemaDef { name: text(row, "name")?, usage: names(row, "usage")? }));
    schemas.collect()
}

const EXTENSIONS: &str = "
    select e.extname::text as name, n.nspname::text as schema
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
    where n.nspname = any($1)
    order by e.extname";

pub(super) async fn extensions(
    connection: &mut PgConnection,
    schemas: &[&str],
) -> Result<Vec<ExtensionDef<'static>>, CatalogueError> {
    let rows = sqlx::query(EXTENSIONS).bind(schemas).fetch_all(connection).await?;
    let extensions = rows
        .iter()
        .map(|row| Ok(ExtensionDef { name: text(row, "name")?, schema: text(row, "schema")? }));
    extensions.collect()
}

/// The part of the database's own setting behind the default, `"$user", public`.
const SEARCH_PATH: &str = r#"
    select coalesce(pg_catalog.array_agg(entry.name order by entry.place), array[]::text[])
        as search_path
    from pg_catalog.pg_db_role_setting as s
    join pg_catalog.pg_database as d on d.oid = s.setdatabase
    cross join pg_catalog.unnest(s.setconfig) as setting
    cross join lateral (
        select pg_catalog.btrim(part, ' "') as name, place
        from pg_catalog.string_to_table(pg_catalog.substr(setting, 13), ',')
            with ordinality as parts (part, place)
    ) as entry
    where d.datname = pg_catalog.current_database() and s.setrole = 0
        and setting like 'search\_path=%' and entry.name not in ('$user', 'public', '')"#;

pub(super) async fn search_path(
    connection: &mut PgConnection,
) -> Result<Names<'static>, CatalogueError> {
    let row = sqlx::query(SEARCH_PATH).fetch_one(connection).await?;
    Ok(names(&row, "search_path")?)
}

const ENUMS: &str = "
    select n.nspname::text as schema, t.typname::text as name,
        array(select e.enumlabel::text from pg_catalog.pg_enum as e where e.enumtypid = t.oid
            order by e.enumsortorder) as labels
    from pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where t.typtype = 'e' and n.nspname = any($1)
        and not exists (select from pg_catalog.pg_depend as d where d.objid = t.oid
            and d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.deptype = 'e')
    order by n.nspname, t.typname";

pub(super) async fn enums(
    connection: &mut PgConnection,
    schemas: &[&str],
) -> Result<Vec<EnumDef<'static>>, CatalogueError> {
    let rows = sqlx::query(ENUMS).bind(schemas).fetch_all(connection).await?;
    let enums = rows.iter().map(|row| {
        let name = QualifiedName::new(text(row, "schema")?, text(row, "name")?);
        Ok(EnumDef { name, labels: names(row, "labels")? })
    });
    enums.collect()
}

const PUBLICATIONS: &str = "
    select t.pubname::text as name, t.schemaname::text as schema, t.tablename::text as table,
        exists (select from pg_catalog.pg_publication as p
            join pg_catalog.pg_publication_rel as r on r.prpubid = p.oid
            join pg_catalog.pg_class as c on c.oid = r.prrelid
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
            where p.pubname = t.pubname and n.nspname = t.schemaname and c.relname = t.tablename
                and (r.prqual is not null or r.prattrs is not null)) as is_partial
    from pg_catalog.pg_publication_tables as t
    where t.schemaname = any($1)
    order by t.pubname, t.schemaname, t.tablename";

/// Publications that have tables of these schemas, without their other tables.
pub(super) async fn publications(
    connection: &mut PgConnection,
    schemas: &[&str],
) -> Result<Vec<PublicationDef<'static>>, CatalogueError> {
    let rows = sqlx::query(PUBLICATIONS).bind(schemas).fetch_all(connection).await?;
    let mut publications: Vec<PublicationDef<'static>> = Vec::new();
    for row in &rows {
        let name = text(row, "name")?;
        let object = format!("publication {name}");
        refuse_if(row.try_get("is_partial")?, &object, "some columns or rows of a table")?;
        let table = QualifiedName::new(text(row, "schema")?, text(row, "table")?);
        match publications.last_mut() {
            Some(last) if last.name == name => last.tables.push(table),
            Some(_) | None => publications.push(PublicationDef { name, tables: vec![table] }),
        }
    }
    Ok(publications)
}
