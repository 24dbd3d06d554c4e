//! # `relation_reads_only_its_row`
//!
//! A relation between fields, `#[validate(ends_at > starts_at)]`, asks about
//! the fields of its own struct: not who calls, not when, not for other rows.
//!
//! What is valid stays valid. A CHECK that asked for the time would be true
//! when the row is written and false when it is restored from a backup; who may
//! write what is declared in `access`.

use syn::Ident;

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent, near};
use crate::ir::{Expr, Model, Operand, plain};

pub(super) const CONVENTION: Convention = Convention { name: "relation_reads_only_its_row", check };

fn check(model: &Model, findings: &mut Findings) {
    for rule in &model.rules {
        for operand in rule.holds.operands() {
            match operand {
                Operand::Field(ident) if model.field(ident).is_none() => {
                    findings.push(missing(model, ident));
                }
                Operand::Uid(_)
                | Operand::Role(_)
                | Operand::Email(_)
                | Operand::Claim(_)
                | Operand::Now(_) => findings.push(other(operand.at())),
                Operand::Field(_) | Operand::Literal(_) => {}
            }
        }
        rule.holds.walk(&mut |expr| match expr {
            Expr::Anyone(at) | Expr::Authenticated(at) | Expr::Nobody(at) | Expr::Service(at) => {
                findings.push(other(*at));
            }
            Expr::Exists(membership) => findings.push(other(membership.at)),
            Expr::Sql(text) | Expr::Rules(text) => findings.push(other(text.at)),
            Expr::And(_)
            | Expr::Or(_)
            | Expr::Not(..)
            | Expr::Compare(_)
            | Expr::IsNone(_)
            | Expr::IsSome(_)
            | Expr::In(..)
            | Expr::Holds(_) => {}
        });
    }
}

fn missing(model: &Model, ident: &Ident) -> Diagnostic {
    let name = plain(ident);
    let near = near(&name, model.field_names());
    Diagnostic::new(ident.span(), format!("`{}` has no field `{name}`{near}", model.ident))
        .why("there would be nothing to compare")
        .fix("name a field of the struct, as in Rust")
}

fn other(at: Extent) -> Diagnostic {
    Diagnostic::new(at, "a relation between fields asks for something else")
        .why("what is valid has to stay valid, for every caller and at any time")
        .fix("compare fields of this struct; who may write is declared in `access`")
}
