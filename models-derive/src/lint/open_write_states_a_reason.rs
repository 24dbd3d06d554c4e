//! # `open_write_states_a_reason`
//!
//! A rule that lets anyone insert, update or delete states a reason:
//! `insert = anyone(reason = "the contact form takes messages from visitors")`.
//!
//! The key that web pages carry is public, so such a rule lets everyone on the
//! internet write. That is sometimes meant; the reason tells the next reader
//! that it was, and is kept beside the policy.

use super::possible::{Caller, TruthSet, possible};
use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Expr, Model, Rule};

pub(super) const CONVENTION: Convention = Convention { name: "open_write_states_a_reason", check };

fn check(model: &Model, findings: &mut Findings) {
    for (command, rule) in model.access.rules() {
        if let Some(reason) = &rule.reason {
            if reason.value.trim().is_empty() {
                findings.push(
                    Diagnostic::new(reason.at, "the reason is empty")
                        .why("the next reader has to know that everyone was meant")
                        .fix(format!(
                            "say who writes, and why: `{command} = anyone(reason = \"..\")`"
                        )),
                );
            }
        } else if command != "select" && is_open(rule) {
            findings.push(
                Diagnostic::new(rule.at, format!("anyone may {command}, without a reason"))
                    .why("the public key is all it takes, so everyone on the internet may")
                    .fix(format!(
                        "write `{command} = anyone(reason = \"..\")`, or `authenticated`"
                    )),
            );
        }
    }
}

/// Whether the rule holds for every caller and every row.
pub(super) fn is_open(rule: &Rule) -> bool {
    match &rule.allow {
        Expr::Sql(sql) | Expr::Rules(sql) => {
            ["true", "(true)"].contains(&sql.value.trim().to_lowercase().as_str())
        }
        allow => possible(allow, Caller::Anonymous) == TruthSet::TRUE,
    }
}
