//! Functions.

use std::borrow::Cow;

use sqlx::Row as _;
use sqlx::postgres::{PgConnection, PgRow};

use super::error::refuse_if;
use super::{CatalogueError, names, text};
use crate::postgres::catalogue::{
    ArgumentDef, FunctionDef, PUBLIC, QualifiedName, SettingDef, Volatility,
};

const FUNCTIONS: &str = "
    select n.nspname::text as schema, p.proname::text as name, l.lanname::text as language,
        case when p.proretset then 'setof ' else '' end
            || pg_catalog.format_type(p.prorettype, null) as returns,
        p.provolatile::text as volatility, p.proparallel::text as parallel, p.prosecdef,
        p.proisstrict, p.proleakproof, p.prokind <> 'f' as is_other,
        p.proargmodes is not null or p.pronargdefaults > 0 as has_modes,
        p.prosqlbody is not null or p.probin is not null as has_parsed_body,
        coalesce(p.proconfig, array[]::text[]) as settings, p.prosrc as body,
        coalesce(p.proargnames, array[]::text[]) as argument_names,
        array(select pg_catalog.format_type(argument.type, null)
            from pg_catalog.unnest(p.proargtypes) with ordinality as argument (type, place)
            order by argument.place) as argument_types,
        array(select distinct case acl.grantee when 0 then $2
                else pg_catalog.pg_get_userbyid(acl.grantee)::text end
            from pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner)))
                as acl
            where acl.grantee <> p.proowner order by 1) as execute
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    join pg_catalog.pg_language as l on l.oid = p.prolang
    where n.nspname = any($1)
        and not exists (select from pg_catalog.pg_depend as d where d.objid = p.oid
            and d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.deptype = 'e')
    order by p.prosecdef, n.nspname, p.proname";

pub(super) async fn read(
    connection: &mut PgConnection,
    schemas: &[&str],
) -> Result<Vec<FunctionDef<'static>>, CatalogueError> {
    let rows = sqlx::query(FUNCTIONS).bind(schemas).bind(PUBLIC).fetch_all(connection).await?;
    rows.iter().map(function).collect()
}

fn function(row: &PgRow) -> Result<FunctionDef<'static>, CatalogueError> {
    let name = QualifiedName::new(text(row, "schema")?, text(row, "name")?);
    let object = format!("function {name}");
    let parallel: &str = row.try_get("parallel")?;
    refuse_if(row.try_get("is_other")?, &object, "another kind than `function`")?;
    refuse_if(row.try_get("has_modes")?, &object, "arguments with modes or defaults")?;
    refuse_if(row.try_get("has_parsed_body")?, &object, "a body that is not a text")?;
    refuse_if(row.try_get("proisstrict")?, &object, "`strict`")?;
    refuse_if(row.try_get("proleakproof")?, &object, "`leakproof`")?;
    refuse_if(parallel == "r", &object, "`parallel restricted`")?;
    let types: Vec<String> = row.try_get("argument_types")?;
    let mut names_of_arguments = row.try_get::<Vec<String>, _>("argument_names")?.into_iter();
    let settings: Vec<String> = row.try_get("settings")?;
    Ok(FunctionDef {
        name,
        arguments: types
            .into_iter()
            .map(|data_type| ArgumentDef {
                name: names_of_arguments.next().unwrap_or_default().into(),
                data_type: data_type.into(),
            })
            .collect(),
        returns: text(row, "returns")?,
        language: text(row, "language")?,
        volatility: match row.try_get::<&str, _>("volatility")? {
            "i" => Volatility::Immutable,
            "s" => Volatility::Stable,
            _ => Volatility::Volatile,
        },
        parallel_safe: parallel == "s",
        security_definer: row.try_get("prosecdef")?,
        settings: settings.iter().map(|setting| self::setting(setting)).collect(),
        body: text(row, "body")?,
        execute: names(row, "execute")?,
        reads: None,
    })
}

/// A setting from `name=value`.
fn setting(setting: &str) -> SettingDef<'static> {
    let (name, value) = setting.split_once('=').unwrap_or((setting, ""));
    SettingDef { name: Cow::Owned(name.to_owned()), value: Cow::Owned(value.to_owned()) }
}
