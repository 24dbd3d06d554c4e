//! Privileges on tables and columns, besides the owner's.

use models_core::postgres::{Command, TableModel};
use models_core::schema::Field;
use sqlx::Row;
use sqlx::postgres::PgRow;

use super::policy::{roles, rule};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Privilege {
    role: String,
    command: String,
    /// `None` for the whole table.
    column: Option<String>,
    may_grant: bool,
}

pub(super) const READ: &str = "
    select tables.nspname::text, tables.relname::text, acl.privilege_type, acl.is_grantable, acl.attname,
        case acl.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(acl.grantee)::text end
            as role
    from tables
    cross join lateral (
        select x.*, null::text as attname from pg_catalog.aclexplode(relacl) as x
        union all
        select x.*, a.attname::text from pg_catalog.pg_attribute as a
        cross join lateral pg_catalog.aclexplode(a.attacl) as x
        where a.attrelid = tables.oid
    ) as acl
    where acl.grantee <> relowner";

pub(super) fn read(row: &PgRow) -> Privilege {
    Privilege {
        role: row.get("role"),
        command: row.get::<String, _>("privilege_type").to_lowercase(),
        column: row.get("attname"),
        may_grant: row.get("is_grantable"),
    }
}

pub(super) fn described(stored: TableModel<'_>) -> Vec<Privilege> {
    let may = |role: &str, command: Command, column: Option<&str>| Privilege {
        role: role.to_owned(),
        command: command.word().to_owned(),
        column: column.map(ToOwned::to_owned),
        may_grant: false,
    };
    let mut privileges = Vec::new();
    for command in Command::ALL {
        privileges.push(may("service_role", command, None));
        for role in roles(&rule(stored, command)) {
            let open = |field: &Field| match command {
                Command::Select => !field.private,
                Command::Insert => field.insertable_by_clients(),
                Command::Update => field.updatable_by_clients(),
                Command::Delete => true,
            };
            let whole = match command {
                Command::Select => stored.columns().all(|column| open(column.field)),
                Command::Insert | Command::Update => false,
                Command::Delete => true,
            };
            if whole {
                privileges.push(may(role, command, None));
                continue;
            }
            for column in stored.columns().filter(|column| open(column.field)) {
                privileges.push(may(role, command, Some(column.name())));
            }
        }
    }
    privileges
}
