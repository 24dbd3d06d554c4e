//! Policies, from one rule each.

use std::borrow::Cow;

use crate::access::implies;
use crate::postgres::catalogue::{Command, PolicyDef};
use crate::postgres::error::Error;
use crate::postgres::plan::condition::checked::{Condition, Lines};
use crate::postgres::plan::condition::helpers::Helpers;
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::model::tables::Tables;
use crate::postgres::plan::name::derived::name_of;
use crate::postgres::plan::roles::Roles;
use crate::postgres::plan::text;
use crate::schema::{Expr, Rule};

/// A policy, with those whom it lets do something.
pub(super) struct PlannedPolicy<'a> {
    pub(super) policy: PolicyDef<'a>,
    pub(super) allowed: Roles,
}

/// The policy of a command: exactly one for each, so that none is forgotten
/// and none is asked twice (advisor 0006). `readers` are those whom the rule for
/// reading lets through.
pub(super) fn policy<'a>(
    stored: TableModel<'a>,
    command: Command,
    readers: Roles,
    tables: &Tables<'a>,
    helpers: &mut Helpers<'a>,
) -> Result<PlannedPolicy<'a>, Error> {
    let expr = &rule(stored, command).allow;
    let also = read_first(stored, command);
    let allowed = match command {
        Command::Select => readers,
        Command::Insert | Command::Update | Command::Delete => Roles::allowed_by(expr),
    };
    let allowed = if also.is_some() { allowed.among(readers) } else { allowed };
    let (to, condition) = match (expr, command) {
        _ if allowed.is_empty() => (refused(command), Cow::Borrowed("false")),
        (Expr::Anyone, Command::Select) => (allowed, Cow::Borrowed("true")),
        (Expr::Anyone, Command::Insert) => (allowed, Cow::Borrowed(OPEN_WRITE)),
        (Expr::Anyone, Command::Update | Command::Delete) if also.is_none() => {
            (allowed, Cow::Borrowed(OPEN_WRITE))
        }
        _ => {
            let (expr, also) = match (expr, also) {
                (Expr::Anyone, Some(also)) => (also, None),
                both => both,
            };
            let condition = Condition::of_policy(stored, command, expr, also, tables, helpers)?;
            helpers.let_call(&condition.helpers, allowed);
            (allowed, text(&Lines(&condition)).into())
        }
    };
    let (using, with_check) = match (command.reads_row_before(), command.checks_row_after()) {
        (true, true) => (Some(condition.clone()), Some(condition)),
        (true, false) => (Some(condition), None),
        (false, after) => (None, after.then_some(condition)),
    };
    let policy = PolicyDef {
        name: name_of([stored.name(), command.word(), ""]).into(),
        command: Some(command),
        permissive: true,
        to: to.names(),
        using,
        with_check,
    };
    Ok(PlannedPolicy { policy, allowed })
}

/// All rows, for a write. The roles are named once more, because `true` there
/// is taken for an oversight (advisor 0024).
const OPEN_WRITE: &str = "current_user in ('anon', 'authenticated')";

/// The rule for a command.
fn rule(stored: TableModel<'_>, command: Command) -> &Rule {
    let access = &stored.model.access;
    match command {
        Command::Select => &access.select,
        Command::Insert => &access.insert,
        Command::Update => &access.update,
        Command::Delete => &access.delete,
    }
}

/// The rule for reading, where a command asks for it too: a caller who cannot
/// read a row cannot change or delete it.
///
/// The server asks both when a command has a condition of its own. Without
/// one (`delete from posts`) it would ask the policy of the command alone.
fn read_first(stored: TableModel<'_>, command: Command) -> Option<&Expr> {
    let access = &stored.model.access;
    match command {
        Command::Select | Command::Insert => None,
        Command::Update | Command::Delete => Some(&access.select.allow)
            .filter(|select| !implies(&rule(stored, command).allow, select)),
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
