//! # `update_needs_select`
//!
//! Callers who may update or delete rows may read some: `select` lets them in too.
//!
//! PostgreSQL finds the rows of an UPDATE or a DELETE by reading them. Where
//! the policy for `select` lets nothing be read, the statement touches no row
//! and reports success: nothing fails, and nothing happens.

use super::possible::{Caller, can_allow};
use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Expr, Model};

pub(super) const CONVENTION: Convention = Convention { name: "update_needs_select", check };

fn check(model: &Model, findings: &mut Findings) {
    let Some(select) = &model.access.select else { return };
    for (command, rule) in model.access.rules() {
        if command != "update" && command != "delete" {
            continue;
        }
        let lost = |caller| can_allow(&rule.allow, caller) && !can_allow(&select.allow, caller);
        let (who, fix) = if lost(Caller::User) {
            ("clients", format!("let them read in `select`, or write `{command} = service`"))
        } else if lost(Caller::Anonymous) && !says_sql(&rule.allow) {
            (
                "someone who is not signed in",
                format!("write `{command} = authenticated && ..`, or let them read in `select`"),
            )
        } else {
            continue;
        };
        findings.push(
            Diagnostic::new(rule.at, format!("{who} may {command} rows, but read none"))
                .why("the statement would touch no row, and report success")
                .fix(fix),
        );
    }
}

/// SQL may ask who is signed in where nobody sees it.
fn says_sql(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |expr| found |= matches!(expr, Expr::Sql(_) | Expr::Rules(_)));
    found
}
