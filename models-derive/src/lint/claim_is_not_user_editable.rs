//! # `claim_is_not_user_editable`
//!
//! A rule reads claims that only the server can set: `auth.claim("role")` is
//! `role` in the token's `app_metadata`. It never reads `user_metadata`, also
//! called `raw_user_meta_data`, not even in `sql("..")`.
//!
//! Users change their own `user_metadata` with one call of the client library.
//! A rule that trusts it lets everyone name themselves a moderator.
//!
//! In Firestore, `auth.claim("role")` is the custom claim `role`, at the top of
//! the token, beside what Firebase puts there. So a model with a collection
//! names no claim of Firebase's: not `name`, `picture`, `email` and
//! `phone_number`, which users choose, nor `sub`, `firebase` and the others that
//! a server cannot set. (Documentation of Firebase Authentication, 2026.)

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Expr, Model, Operand};

pub(super) const CONVENTION: Convention = Convention { name: "claim_is_not_user_editable", check };

/// What the users' own part of a token, or of their row, is called.
const EDITABLE: [&str; 3] = ["user_metadata", "raw_user_meta_data", "user_meta_data"];

/// What the server's part is called.
const SAFE: [&str; 2] = ["app_metadata", "raw_app_meta_data"];

const WHY: &str = "every user can write whatever they like into it";

/// What users choose of a token of Firebase's, at its top.
const CHOSEN: [&str; 4] = ["name", "picture", "email", "phone_number"];

/// What Firebase puts there, and what no custom claim may be called.
const FIREBASE: [&str; 20] = [
    "acr",
    "amr",
    "at_hash",
    "aud",
    "auth_time",
    "azp",
    "c_hash",
    "cnf",
    "email_verified",
    "exp",
    "firebase",
    "iat",
    "iss",
    "jti",
    "nbf",
    "nonce",
    "provider_id",
    "sign_in_provider",
    "sub",
    "user_id",
];

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
            } else if model.collection.is_some() {
                findings.extend(of_firebase(first, path.at));
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

/// A claim that is Firebase's, or its users'.
fn of_firebase(name: &str, at: Extent) -> Option<Diagnostic> {
    let (what, why) = if CHOSEN.contains(&name) {
        (format!("users choose their `{name}` themselves"), WHY)
    } else if FIREBASE.contains(&name) {
        (
            format!("the claim `{name}` is Firebase's own"),
            "no server can set it, so it says nothing of the application",
        )
    } else {
        return None;
    };
    let fix = match name {
        "sub" | "user_id" => "write `auth.uid()`",
        "email" => "write `auth.email()`",
        _ => "let the server set a claim of another name, such as `role`",
    };
    Some(Diagnostic::new(at, what).why(why).fix(fix))
}
