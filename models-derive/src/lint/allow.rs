//! `allow(convention, reason = "..")`: handled once, for every convention.

use super::type_lint::{CheckInput, TYPE_LINTS, TypeLint};
use super::{CONVENTIONS, Convention};
use crate::diagnostic::{Diagnostic, Report, did_you_mean};
use crate::ir::{Allow, Field, Model};

/// What cannot be switched off, because nothing could be printed without it
/// or PostgreSQL would refuse what is printed; and why.
const NEVER: &[(&str, &str)] = &[
    ("every_command_has_policy", "a command without a policy is open or closed by accident"),
    ("model_states_its_table", "there would be no table"),
    ("document_name_is_legal", "Firestore would refuse every write"),
    ("document_names_are_unique", "one value would overwrite the other"),
    ("key_belongs_to_its_engine", "nothing would come of it"),
    ("subcollection_names_its_parent", "there would be no path"),
    ("type_suits_its_engine", "there would be no value to store"),
    ("pattern_is_portable", "another engine would refuse it, or read it differently"),
    ("relation_reads_only_its_row", "PostgreSQL would refuse the constraint"),
    ("exclusion_ends_in_a_range", "PostgreSQL would refuse the constraint"),
    ("value_rule_can_be_kept", "the rule would say something else than it means"),
    ("column_names_are_unique", "PostgreSQL would refuse the table"),
    ("table_names_are_unique", "the rows and policies of two models would mix"),
    ("has_one_id", "a model is referred to, changed and deleted by its one key"),
    ("policy_column_exists", "PostgreSQL would refuse the policy"),
    ("membership_binds_one_column", "the policy could not be written"),
    ("member_is_in_schema", "the policy could not be written"),
    ("membership_names_a_path", "the rules could not be written"),
    ("document_rules_fit_the_budget", "Firestore would deny every write"),
    ("vector_is_written_by_servers", "the rules could not be written"),
    ("index_column_exists", "PostgreSQL would refuse the index"),
    ("index_reads_only_its_row", "PostgreSQL would refuse the index"),
    ("index_suits_its_method", "PostgreSQL would refuse the index"),
    ("vector_states_its_distance", "there would be no operator class for the index"),
    ("hnsw_parameters_are_in_range", "PostgreSQL would refuse the index"),
    ("default_fits_its_type", "PostgreSQL would refuse the table"),
    ("precision_is_for_decimals", "PostgreSQL would refuse the table"),
];

/// Whether an allow covers a finding of this convention; remembers that it did.
pub(super) fn suppresses(
    model: &Model,
    convention: &str,
    field: Option<&str>,
    used: &mut [bool],
) -> bool {
    let covering = covering(model, convention, field);
    if let Some(used) = covering.and_then(|position| used.get_mut(position)) {
        *used = true;
    }
    covering.is_some()
}

/// Whether a convention is switched off for a field.
pub(crate) fn is_allowed(model: &Model, field: &Field, convention: &str) -> bool {
    covering(model, convention, Some(&field.name)).is_some()
}

/// The allow that covers a field, or the whole model: the nearest one.
fn covering(model: &Model, convention: &str, field: Option<&str>) -> Option<usize> {
    let names = |allow: &Allow| {
        let name = allow.convention.value.as_str();
        // One that is misspelled is told so, and its finding is not told too.
        name == convention || (!is_known(name) && meant(name) == Some(convention))
    };
    let on = |place: Option<&str>| {
        model.allows.iter().position(|allow| names(allow) && allow.field.as_deref() == place)
    };
    if NEVER.iter().any(|(name, _)| *name == convention) {
        return None;
    }
    field.and_then(|field| on(Some(field))).or_else(|| on(None))
}

/// The fields that a convention is asked of, were it not for this allow.
pub(crate) fn fields_under_allow<'a>(
    model: &'a Model,
    position: usize,
    lint: &'a TypeLint,
) -> impl Iterator<Item = &'a Field> {
    model.fields.iter().filter(move |field| {
        (lint.applies_to)(model, field)
            && covering(model, lint.name, Some(&field.name)) == Some(position)
    })
}

/// An unknown name, a missing reason, and an allow without an effect are errors.
pub(super) fn check(model: &Model, used: &[bool], report: &mut Report) {
    for (position, (allow, used)) in model.allows.iter().zip(used).enumerate() {
        let problem = unknown(allow)
            .or_else(|| never(allow))
            .or_else(|| without_reason(allow))
            .or_else(|| unused(model, position, allow, *used));
        report.extend(problem);
    }
}

/// All conventions.
fn names() -> impl Iterator<Item = &'static str> {
    let now = CONVENTIONS.iter().map(|convention: &Convention| convention.name);
    now.chain(TYPE_LINTS.iter().map(|lint| lint.name))
}

fn is_known(name: &str) -> bool {
    names().any(|known| known == name)
}

/// The convention of nearly this name, of those that can be switched off.
fn meant(name: &str) -> Option<&'static str> {
    did_you_mean(name, names().filter(|name| NEVER.iter().all(|(never, _)| never != name)))
}

fn unknown(allow: &Allow) -> Option<Diagnostic> {
    let name = allow.convention.value.as_str();
    if is_known(name) {
        return None;
    }
    let near = meant(name);
    let ask = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    let fix = near.map_or_else(
        || {
            "each error names its convention in its last line; `docs/conventions` has them all"
                .to_owned()
        },
        |near| format!("write `allow({near}, reason = \"..\")`"),
    );
    Some(
        Diagnostic::new(allow.convention.at, format!("there is no convention `{name}`{ask}"))
            .why("an `allow` that is misspelled suppresses nothing")
            .fix(fix),
    )
}

fn never(allow: &Allow) -> Option<Diagnostic> {
    let name = allow.convention.value.as_str();
    let (_, why) = NEVER.iter().find(|(never, _)| *never == name)?;
    let fix = match name {
        "every_command_has_policy" => "say `nobody` or `service` for the command",
        _ => "delete the `allow`, and do what the error says",
    };
    let what = format!("`{name}` cannot be switched off");
    Some(Diagnostic::new(allow.convention.at, what).why(*why).fix(fix))
}

fn without_reason(allow: &Allow) -> Option<Diagnostic> {
    let name = allow.convention.value.as_str();
    let reason = allow.reason.as_ref();
    if reason.is_some_and(|reason| !reason.value.trim().is_empty()) {
        return None;
    }
    let at = reason.map_or(allow.convention.at, |reason| reason.at);
    Some(
        Diagnostic::new(at, format!("`allow({name})` gives no reason"))
            .why("the next reader has to know why the convention does not apply here")
            .fix(format!("write `allow({name}, reason = \"..\")`")),
    )
}

/// What is known before types are; the rest is asked in a constant.
fn unused(model: &Model, position: usize, allow: &Allow, used: bool) -> Option<Diagnostic> {
    let mut lint = TYPE_LINTS.iter().filter(|lint| lint.name == allow.convention.value);
    let may_be_used = lint.any(|lint| fields_under_allow(model, position, lint).next().is_some());
    if used || may_be_used || model.is_poisoned() {
        return None;
    }
    Some(suppresses_nothing(allow))
}

/// What an allow without an effect is told.
pub(crate) fn suppresses_nothing(allow: &Allow) -> Diagnostic {
    let what = format!("`allow({})` suppresses nothing here", allow.convention.value);
    Diagnostic::new(allow.convention.at, what)
        .why("a suppression that is left behind hides the next mistake")
        .fix("delete it")
}

/// The allows whose effect only types can tell, each with its convention.
pub(crate) fn allows_of_type_lints(
    model: &Model,
) -> impl Iterator<Item = (usize, &Allow, &'static TypeLint)> {
    let allows = model.allows.iter().enumerate();
    let sound = allows.filter(|(_, allow)| without_reason(allow).is_none());
    sound.flat_map(|(position, allow)| {
        TYPE_LINTS
            .iter()
            .filter(|lint| lint.name == allow.convention.value)
            .filter(|lint| !matches!(lint.input, CheckInput::Bound | CheckInput::Schema))
            .map(move |lint| (position, allow, lint))
    })
}
