//! Policies and the grants that go with them, from one rule each.

use crate::access::implies;
use crate::postgres::column::table_model::TableModel;
use crate::postgres::column::tables::Tables;
use crate::postgres::condition::checked::Condition;
use crate::postgres::condition::helpers::Helpers;
use crate::postgres::error::Error;
use crate::postgres::statement::command::Command;
use crate::postgres::statement::create_policy::{CreatePolicy, Rows};
use crate::postgres::statement::role::Roles;
use crate::schema::Expr;

/// The policy of a command: exactly one for each, so that none is forgotten
/// and none is asked twice (advisor 0006).
pub(crate) fn policy<'a>(
    stored: TableModel<'a>,
    command: Command,
    tables: &Tables<'a>,
    helpers: &mut Helpers<'a>,
) -> Result<CreatePolicy<'a>, Error> {
    let expr = &command.rule(&stored.model.access).allow;
    let also = read_first(stored, command);
    let allowed = Roles::allowed_by(expr).among(also.map_or(Roles::CLIENTS, Roles::allowed_by));
    let (to, rows) = match (expr, command) {
        _ if allowed.is_empty() => (refused(command), Rows::None),
        (Expr::Anyone, Command::Select) => (allowed, Rows::All),
        (Expr::Anyone, Command::Insert) => (allowed, Rows::OpenWrite),
        (Expr::Anyone, Command::Update | Command::Delete) if also.is_none() => {
            (allowed, Rows::OpenWrite)
        }
        _ => {
            let (expr, also) = match (expr, also) {
                (Expr::Anyone, Some(also)) => (also, None),
                both => both,
            };
            let condition = Condition::of_policy(stored, command, expr, also, tables, helpers)?;
            helpers.let_call(&condition.helpers, allowed);
            (allowed, Rows::Where(condition))
        }
    };
    Ok(CreatePolicy { table: stored, command, to, rows })
}

/// The rule for reading, where a command asks for it too: whoever cannot read
/// a row cannot change or delete it.
///
/// The server asks both when a command has a condition of its own. Without
/// one (`delete from posts`) it would ask the policy of the command alone.
fn read_first(stored: TableModel<'_>, command: Command) -> Option<&Expr> {
    let access = &stored.model.access;
    match command {
        Command::Select | Command::Insert => None,
        Command::Update | Command::Delete => Some(&access.select.allow)
            .filter(|select| !implies(&command.rule(access).allow, select)),
    }
}

/// Whom a policy names that lets nothing through. Judges of row security take
/// any policy for a write that names `anon` for an open door.
fn refused(command: Command) -> Roles {
    match command {
        Command::Select => Roles::CLIENTS,
        Command::Insert | Command::Update | Command::Delete => Roles::AUTHENTICATED,
    }
}
