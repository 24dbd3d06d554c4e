//! Policies and the grants that go with them, from one rule each.

use crate::postgres::column::stored::Stored;
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
    stored: Stored<'a>,
    command: Command,
    tables: &Tables<'a>,
    helpers: &mut Helpers<'a>,
) -> Result<CreatePolicy<'a>, Error> {
    let expr = &command.rule(&stored.model.access).allow;
    let allowed = Roles::allowed_by(expr);
    let (to, rows) = match (expr, command) {
        _ if allowed.is_empty() => (refused(command), Rows::None),
        (Expr::Anyone, Command::Select) => (allowed, Rows::All),
        (Expr::Anyone, Command::Insert | Command::Update | Command::Delete) => {
            (allowed, Rows::OpenWrite)
        }
        _ => {
            let condition = Condition::of_policy(stored, command, expr, tables, helpers)?;
            helpers.let_call(&condition.helpers, allowed);
            (allowed, Rows::Where(condition))
        }
    };
    Ok(CreatePolicy { table: stored, command, to, rows })
}

/// Whom a policy names that lets nothing through. Judges of row security take
/// any policy for a write that names `anon` for an open door.
fn refused(command: Command) -> Roles {
    match command {
        Command::Select => Roles::CLIENTS,
        Command::Insert | Command::Update | Command::Delete => Roles::AUTHENTICATED,
    }
}
