//! Functions that checks call.

use models_core::postgres::TableModel;
use models_core::schema::Check;
use sqlx::Row;
use sqlx::postgres::PgRow;

use super::{Names, types};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Function {
    schema: String,
    argument: String,
    volatility: String,
    parallel: String,
    as_owner: bool,
    config: Vec<String>,
    callers: Vec<String>,
}

pub(super) const READ: &str = "
    select tables.nspname::text, tables.relname::text, n.nspname::text as schema,
        pg_catalog.pg_get_function_arguments(p.oid) as argument, p.provolatile::text as volatility,
        p.proparallel::text as parallel, p.prosecdef as as_owner,
        coalesce(p.proconfig, '{}') as config,
        array(select case acl.grantee when 0 then 'public'
                else pg_catalog.pg_get_userbyid(acl.grantee)::text end
            from pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner)))
                as acl
            where acl.grantee <> p.proowner order by 1) as callers
    from tables
    join pg_catalog.pg_constraint as k on k.conrelid = tables.oid and k.contype = 'c'
    join pg_catalog.pg_depend as d on d.objid = k.oid
        and d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
        and d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    join pg_catalog.pg_proc as p on p.oid = d.refobjid
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where n.nspname <> 'pg_catalog'";

pub(super) fn read(row: &PgRow) -> Function {
    Function {
        schema: row.get("schema"),
        argument: row.get("argument"),
        volatility: row.get("volatility"),
        parallel: row.get("parallel"),
        as_owner: row.get("as_owner"),
        config: row.get("config"),
        callers: row.get("callers"),
    }
}

pub(super) fn described(stored: TableModel<'_>, names: &Names) -> Vec<Function> {
    let mut functions = Vec::new();
    for column in stored.columns() {
        let each = column.field.rules.iter().filter(|rule| matches!(rule.check, Check::Each(_)));
        functions.extend(each.map(|_| Function {
            schema: "private".to_owned(),
            argument: format!("items {}", types::bare(column.field, names)),
            volatility: "i".to_owned(),
            parallel: "s".to_owned(),
            as_owner: false,
            config: vec!["search_path=pg_catalog, pg_temp".to_owned()],
            callers: ["anon", "authenticated", "service_role"].map(str::to_owned).to_vec(),
        }));
    }
    functions
}
