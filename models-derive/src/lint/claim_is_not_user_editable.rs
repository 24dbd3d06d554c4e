//! # `claim_is_not_user_editable`
//!
//! A rule reads claims that only the server can set: `auth.claim("role")` is
//! `role` in the token's `app_metadata`. It never reads `user_metadata`, also
//! called `raw_user_meta_data`, not even in `sql("..")`.
//!
//! Users change their own `user_metadata` with one call of the client library.
//! A rule that trusts it lets everyone name themselves a moderator.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Expr, Model, Operand};

pub(super) const CONVENTION: Convention = Convention { name: "claim_is_not_user_editable", check };

/// What the users' own part of a token, or of their row, is called.
const EDITABLE: [&str; 3] = ["user_metadata", "raw_user_meta_data", "user_meta_data"];

/// What the server's part is called.
const SAFE: [&str; 2] = ["app_metadata", "raw_app_meta_data"];

const WHY: &str = "every user can write whatever they like into it";

fn check(model: &Model, findings: &mut Findings) {
    for (_, rule) in model.access.rules() {
        for operand in rule.allow.operands() {
            let Operand::Claim(path) = operand else { continue };
            let Some((first, rest)) = path.value.split_first() else { continue };
            let rest = if rest.is_empty() { "..".to_owned() } else { rest.join(".") };
            if EDITABLE.contains(&first.to_lowercase().as_str()) {
                findings.push(
                    Diagnostic::new(path.at, format!("users write `{first}` themselves"))
                        .why(WHY)
                        .fix(format!("let the server keep it: `auth.claim(\"{rest}\")`")),
                );
            } else if SAFE.contains(&first.as_str()) {
                findings.push(
                    Diagnostic::new(path.at, format!("claims are inside `{first}` already"))
                        .why("a claim is looked up there, so this one would never be found")
                        .fix(format!("write `auth.claim(\"{rest}\")`")),
                );
            }
        }
        rule.allow.walk(&mut |expr| {
            if let Expr::Sql(sql) = expr {
                let text = sql.value.to_lowercase();
                if let Some(found) = EDITABLE.iter().find(|name| text.contains(**name)) {
                    findings.push(
                        Diagnostic::new(sql.at, format!("users write `{found}` themselves"))
                            .why(WHY)
                            .fix("let the server keep it, and write `auth.claim(\"..\")`"),
                    );
                }
            }
        });
    }
}
