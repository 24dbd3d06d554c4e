//! # `index_reads_only_its_row`
//!
//! The `where` of an index or of a `unique` asks about the row alone: its
//! fields and literals, joined with `&&`, `||` and `!`. No `auth.uid()`, no
//! `now()`, no other table.
//!
//! Whether a row is in the index is decided once, as the row is written. What
//! changes afterwards, or with the caller, would leave wrong rows in it, so
//! PostgreSQL refuses it while it makes the table ("must be marked
//! IMMUTABLE").

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Expr, Model, Operand};

pub(super) const CONVENTION: Convention = Convention { name: "index_reads_only_its_row", check };

fn check(model: &Model, findings: &mut Findings) {
    for filter in model.filters() {
        filter.walk(&mut |expr| match expr {
            Expr::Anyone(at) | Expr::Authenticated(at) | Expr::Nobody(at) | Expr::Service(at) => {
                findings.push(refused(*at, "the caller"));
            }
            Expr::Exists(membership) => findings.push(refused(membership.at, "other rows")),
            Expr::And(_)
            | Expr::Or(_)
            | Expr::Not(..)
            | Expr::Compare(_)
            | Expr::IsNone(_)
            | Expr::IsSome(_)
            | Expr::In(..)
            | Expr::Holds(_)
            | Expr::Sql(_)
            | Expr::Rules(_) => {}
        });
        for operand in filter.operands() {
            match operand {
                Operand::Uid(at) | Operand::Role(at) | Operand::Email(at) => {
                    findings.push(refused(*at, "the caller"));
                }
                Operand::Claim(claim) => findings.push(refused(claim.at, "the caller")),
                Operand::Now(at) => findings.push(refused(*at, "when it is read")),
                Operand::Field(_) | Operand::Literal(_) => {}
            }
        }
    }
}

fn refused(at: Extent, what: &str) -> Diagnostic {
    Diagnostic::new(at, format!("an index cannot depend on {what}"))
        .why("whether a row is in it is decided once, as the row is written")
        .fix("compare fields of the row with literals")
}
