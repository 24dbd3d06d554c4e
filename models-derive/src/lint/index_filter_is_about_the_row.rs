//! # `index_filter_is_about_the_row`
//!
//! The `where` of an index or a `unique` asks of the row alone: its fields and
//! literals, joined with `&&`, `||` and `!`.
//!
//! The database decides once, as the row is written, whether it is in the
//! index; who will ask, when, and what other rows there will be is not known
//! then. PostgreSQL refuses such an index while it makes the table.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Expr, Model, Operand};

pub(super) const CONVENTION: Convention =
    Convention { name: "index_filter_is_about_the_row", check };

fn check(model: &Model, findings: &mut Findings) {
    let indexes = model.indexes.iter().filter_map(|index| index.filter.as_ref());
    let uniques = model.uniques.iter().filter_map(|unique| unique.filter.as_ref());
    for filter in indexes.chain(uniques) {
        filter.walk(&mut |expr| match expr {
            Expr::Anyone(at) | Expr::Authenticated(at) | Expr::Nobody(at) | Expr::Service(at) => {
                findings.push(refused(*at, "who asks"));
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
            | Expr::Sql(_) => {}
        });
        for operand in filter.operands() {
            if operand.is_about_the_user() {
                findings.push(refused(operand.at(), "who asks"));
            } else if let Operand::Now(at) = operand {
                findings.push(refused(*at, "when it is read"));
            }
        }
    }
}

fn refused(at: crate::diagnostic::Extent, what: &str) -> Diagnostic {
    Diagnostic::new(at, format!("an index cannot depend on {what}"))
        .why("whether a row is in it is decided once, as the row is written")
        .fix("compare fields with literals")
}
