//! `create schema`, `create extension`, `create type`, and the search path.

use std::fmt::{self, Write};

use crate::postgres::catalogue::{EnumDef, ExtensionDef, SchemaDef};
use crate::postgres::sql::quote::{Body, Ident, Quoted};
use crate::postgres::sql::write::{Sql, list};

/// `create schema if not exists ..`
pub(super) fn create<W: Write + ?Sized>(w: &mut W, schema: &SchemaDef<'_>) -> fmt::Result {
    w.write_str("create schema if not exists ")?;
    Ident::new(&schema.name).sql(w)
}

/// `create extension if not exists ..`
pub(super) fn create_extension<W: Write + ?Sized>(
    w: &mut W,
    extension: &ExtensionDef<'_>,
) -> fmt::Result {
    w.write_str("create extension if not exists ")?;
    Ident::new(&extension.name).sql(w)?;
    w.write_str(" with schema ")?;
    Ident::new(&extension.schema).sql(w)
}

/// `create type .. as enum (..)`
pub(super) fn create_enum<W: Write + ?Sized>(w: &mut W, of: &EnumDef<'_>) -> fmt::Result {
    w.write_str("create type ")?;
    of.name.sql(w)?;
    w.write_str(" as enum (")?;
    list(w, of.labels.iter().map(|label| Quoted(label)))?;
    w.write_char(')')
}

/// Puts a schema at the end of the database's search path, as `extensions` is
/// on Supabase, so that operators such as `<=>` are found.
///
/// The path of a database is its owner's to set. Anyone else who creates the
/// tables is warned, and goes on: a client can set its own. Of the sessions
/// that are open, only this one has the new path.
pub(super) fn add_to_search_path<W: Write + ?Sized>(w: &mut W, schema: &str) -> fmt::Result {
    let mut name = String::new();
    Quoted(schema).sql(&mut name)?;
    let mut pattern = String::new();
    Quoted(&format!("(^|,) *\"?{schema}\"? *(,|$)")).sql(&mut pattern)?;
    let mut warning = String::new();
    Quoted(&format!("only the owner of the database can put {schema} on its search path"))
        .sql(&mut warning)?;
    let body = format!(
        r#"
declare
    ends constant text := {pattern};
    here constant text := pg_catalog.current_setting('search_path');
    found constant text := (
        select pg_catalog.substr(setting, 13)
        from pg_catalog.pg_db_role_setting as said
            join pg_catalog.pg_database as of on of.oid = said.setdatabase
            cross join pg_catalog.unnest(said.setconfig) as setting
        where of.datname = pg_catalog.current_database()
            and said.setrole = 0
            and setting like 'search\_path=%'
    );
    change constant text := pg_catalog.format(
        'alter database %I set search_path = %s',
        pg_catalog.current_database(),
        pg_catalog.concat_ws(', ', nullif(coalesce(found, '"$user", public'), '""'), {name})
    );
begin
    if found is null or found !~ ends then
        begin
            execute change;
        exception when insufficient_privilege then
            raise warning {warning}
                using hint = change;
        end;
    end if;
    if here !~ ends then
        perform pg_catalog.set_config(
            'search_path',
            pg_catalog.concat_ws(', ', nullif(nullif(here, ''), '""'), {name}),
            false
        );
    end if;
end
"#
    );
    w.write_str("do ")?;
    Body(&body).sql(w)
}
