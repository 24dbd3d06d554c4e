//! Policies.

use models_core::access::{Caller, can_allow, implies};
use models_core::postgres::{Command, TableModel};
use models_core::schema::{Access, Expr, Rule};
use sqlx::Row;
use sqlx::postgres::PgRow;

use super::{Names, expression};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Policy {
    command: String,
    permissive: bool,
    roles: Vec<String>,
    using: Option<String>,
    check: Option<String>,
}

/// The names of helpers are left out: what they ask is tested by asking.
pub(super) const READ: &str = r#"
    select tables.nspname::text, tables.relname::text, p.polcmd::text as command, p.polpermissive,
        array(select pg_catalog.pg_get_userbyid(role)::text from pg_catalog.unnest(p.polroles)
            as role order by 1) as roles,
        pg_catalog.regexp_replace(pg_catalog.pg_get_expr(p.polqual, p.polrelid),
            'private\.("([^"]|"")*"|\w+)\(\) AS ("([^"]|"")*"|\w+)', 'helper', 'g') as using,
        pg_catalog.regexp_replace(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid),
            'private\.("([^"]|"")*"|\w+)\(\) AS ("([^"]|"")*"|\w+)', 'helper', 'g') as check
    from tables
    join pg_catalog.pg_policy as p on p.polrelid = tables.oid
    where pg_catalog.pg_get_userbyid(p.polroles[1]) <> current_user"#;

pub(super) fn read(row: &PgRow) -> Policy {
    let command: String = row.get("command");
    Policy {
        command: match command.as_str() {
            "r" => "select".to_owned(),
            "a" => "insert".to_owned(),
            "w" => "update".to_owned(),
            "d" => "delete".to_owned(),
            _ => command,
        },
        permissive: row.get("polpermissive"),
        roles: row.get("roles"),
        using: row.get("using"),
        check: row.get("check"),
    }
}

pub(super) fn described(stored: TableModel<'_>, names: &Names) -> Vec<Policy> {
    Command::ALL
        .into_iter()
        .map(|command| {
            let expr = rule(stored, command);
            let mut roles = roles(&expr);
            let reads = command == Command::Select;
            let condition = match &expr {
                _ if roles.is_empty() => {
                    roles =
                        if reads { vec!["anon", "authenticated"] } else { vec!["authenticated"] };
                    "false".to_owned()
                }
                Expr::Anyone if !reads => {
                    "(CURRENT_USER = ANY (ARRAY['anon'::name, 'authenticated'::name]))".to_owned()
                }
                _ => expression::described(&expr, stored, names),
            };
            Policy {
                command: command.word().to_owned(),
                permissive: true,
                roles: roles.into_iter().map(ToOwned::to_owned).collect(),
                using: (command != Command::Insert).then(|| condition.clone()),
                check: matches!(command, Command::Insert | Command::Update).then_some(condition),
            }
        })
        .collect()
}

/// The rule of a command: whoever cannot read a row cannot change it.
pub(super) fn rule(stored: TableModel<'_>, command: Command) -> Expr {
    let access = &stored.model.access;
    let (own, select) = (&of(access, command).allow, &access.select.allow);
    match command {
        Command::Select | Command::Insert => own.clone(),
        Command::Update | Command::Delete if implies(own, select) => own.clone(),
        Command::Update | Command::Delete if *own == Expr::Anyone => select.clone(),
        Command::Update | Command::Delete => Expr::And(vec![own.clone(), select.clone()].into()),
    }
}

fn of(access: &Access, command: Command) -> &Rule {
    match command {
        Command::Select => &access.select,
        Command::Insert => &access.insert,
        Command::Update => &access.update,
        Command::Delete => &access.delete,
    }
}

/// The roles of those whom a rule can ever let through.
pub(super) fn roles(expr: &Expr) -> Vec<&'static str> {
    let allowed = Caller::ALL.into_iter().filter(|caller| can_allow(expr, *caller));
    allowed.map(Caller::role).collect()
}
