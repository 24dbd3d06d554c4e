//! `allow(convention, reason = "..")`: handled once, for every convention.

use super::CONVENTIONS;
use crate::diagnostic::{Diagnostic, Report, did_you_mean};
use crate::ir::Model;

/// Conventions that `models-core/src/check/` judges, when types are known.
/// Whether an allow of these suppresses something is not known here.
pub(crate) const LATER: &[&str] = &[
    "timestamps_have_a_zone",
    "table_id_is_uuid",
    "foreign_key_is_declared",
    "foreign_key_type_matches",
    "set_null_needs_an_option",
    "money_is_not_a_float",
    "vector_is_indexed",
    "vector_fits_its_index",
];

/// Row security cannot be switched off, and what could not become a table
/// cannot be allowed.
const NEVER: &[&str] =
    &["every_command_has_policy", "policy_column_exists", "membership_binds_one_column"];

/// Whether an allow covers a finding of this convention; remembers that it did.
pub(super) fn suppresses(
    model: &Model,
    convention: &str,
    field: Option<&str>,
    used: &mut [bool],
) -> bool {
    let mut suppressed = false;
    for (allow, used) in model.allows.iter().zip(used) {
        let covers = allow.field.is_none() || allow.field.as_deref() == field;
        if !NEVER.contains(&convention) && allow.convention.value == convention && covers {
            *used = true;
            suppressed = true;
        }
    }
    suppressed
}

/// An unknown name, a missing reason, and an allow without an effect are errors.
pub(super) fn check(model: &Model, used: &[bool], report: &mut Report) {
    for (allow, used) in model.allows.iter().zip(used) {
        let name = allow.convention.value.as_str();
        let at = allow.convention.at;
        let now = CONVENTIONS.iter().any(|convention| convention.name == name);
        if NEVER.contains(&name) {
            report.push(
                Diagnostic::new(at, format!("`{name}` cannot be switched off"))
                    .why("without it there would be no table, or one without policies")
                    .fix("delete the `allow`, and follow the error that comes then"),
            );
        } else if !now && !LATER.contains(&name) {
            report.push(unknown(allow));
        } else if allow.reason.as_ref().is_none_or(|reason| reason.value.trim().is_empty()) {
            report.push(
                Diagnostic::new(at, format!("`allow({name})` gives no reason"))
                    .why("the next reader has to know why the convention does not apply")
                    .fix(format!("write `allow({name}, reason = \"..\")`")),
            );
        } else if now && !used && !model.poisoned {
            report.push(
                Diagnostic::new(at, format!("`allow({name})` suppresses nothing here"))
                    .why("a suppression that is left behind hides the next mistake")
                    .fix("delete it"),
            );
        }
    }
}

fn unknown(allow: &crate::ir::Allow) -> Diagnostic {
    let name = allow.convention.value.as_str();
    let known = CONVENTIONS.iter().map(|convention| convention.name).chain(LATER.iter().copied());
    let diagnostic = |near: String| {
        Diagnostic::new(allow.convention.at, format!("there is no convention `{name}`{near}"))
            .fix("the names are in the guide, and in the last line of each error")
    };
    match did_you_mean(name, known) {
        Some(near) => diagnostic(format!("; did you mean `{near}`?")),
        None => diagnostic(String::new()),
    }
}
