//! Policies of row level security.

use sqlx::Row as _;
use sqlx::postgres::PgConnection;

use super::tables::TableList;
use super::{CatalogueError, names, optional, text};
use crate::postgres::catalogue::{CURRENT_USER, Command, PUBLIC, PolicyDef};

const POLICIES: &str = "
    select p.polrelid as table_oid, p.polname::text as name, p.polcmd::text as command,
        p.polpermissive,
        array(select case role when 0 then $2 when c.relowner then $3
                else pg_catalog.pg_get_userbyid(role)::text end
            from pg_catalog.unnest(p.polroles) as role order by 1) as roles,
        pg_catalog.pg_get_expr(p.polqual, p.polrelid) as using_condition,
        pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as check_condition
    from pg_catalog.pg_policy as p
    join pg_catalog.pg_class as c on c.oid = p.polrelid
    where p.polrelid = any($1)
    order by p.polrelid, p.polname";

pub(super) async fn read(
    connection: &mut PgConnection,
    tables: &mut TableList,
) -> Result<(), CatalogueError> {
    let query = sqlx::query(POLICIES).bind(&tables.oids).bind(PUBLIC).bind(CURRENT_USER);
    let rows = query.fetch_all(connection).await?;
    for row in &rows {
        let command = match row.try_get::<&str, _>("command")? {
            "r" => Some(Command::Select),
            "a" => Some(Command::Insert),
            "w" => Some(Command::Update),
            "d" => Some(Command::Delete),
            _ => None,
        };
        tables.of(row)?.policies.push(PolicyDef {
            name: text(row, "name")?,
            command,
            permissive: row.try_get("polpermissive")?,
            to: names(row, "roles")?,
            using: optional(row, "using_condition")?,
            with_check: optional(row, "check_condition")?,
        });
    }
    Ok(())
}
