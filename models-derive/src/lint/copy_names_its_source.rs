//! # `copy_names_its_source`
//!
//! A copy names the field of the model that it repeats, and through which field
//! of its own the other document is found: `copy_of = Member::display_name,
//! via = author`. It is `server`, so that no client writes a false one.

use syn::Ident;

use super::{COPIED_WORDS, Convention, Findings};
use crate::diagnostic::{Diagnostic, near};
use crate::ir::{Field, Model, plain};

pub(super) const CONVENTION: Convention = Convention { name: "copy_names_its_source", check };

fn check(model: &Model, findings: &mut Findings) {
    for field in &model.fields {
        let finding = stray(field).or_else(|| without_via(field)).or_else(|| via(model, field));
        if let Some(finding) = finding.or_else(|| open(field)) {
            findings.about(&field.name, finding);
        }
    }
}

fn stray(field: &Field) -> Option<Diagnostic> {
    let via = field.stray_via.as_ref().filter(|_| !field.may_declare("copy_of"))?;
    Some(
        Diagnostic::new(via.at, "`via` without `copy_of`")
            .why("nothing is copied through it")
            .fix("add `copy_of = Model::field`, or leave `via` out"),
    )
}

fn without_via(field: &Field) -> Option<Diagnostic> {
    let copy = field.copy_of.as_ref().filter(|copy| copy.via.is_none())?;
    if field.may_declare("via") {
        return None;
    }
    Some(
        Diagnostic::new(copy.at, "the copy does not say through which field")
            .why("which document it repeats is known by an id that is kept beside it")
            .fix("add `via = author`, with the field that holds the id of that document"),
    )
}

fn via(model: &Model, field: &Field) -> Option<Diagnostic> {
    let via: &Ident = &field.copy_of.as_ref()?.via.as_ref()?.value;
    if model.field(via).is_some_and(|other| other.name != field.name) {
        return None;
    }
    let near = near(&plain(via), model.field_names().filter(|name| *name != field.name));
    Some(
        Diagnostic::new(via.span(), format!("there is no other field `{via}`{near}"))
            .why("the copied document is found by the id in that field")
            .fix("name the field that holds the id of that document"),
    )
}

fn open(field: &Field) -> Option<Diagnostic> {
    let copy = field.copy_of.as_ref()?;
    if field.server.is_some() || field.may_declare("server") {
        return None;
    }
    Some(
        Diagnostic::new(copy.at, "clients may write this copy")
            .why("a client could write another name beside the id of its author")
            .fix("add `server`: the copy is written by your own code"),
    )
}

/// The field that this one is called after, when it does not declare what it
/// copies: `author`, or `author_id`, for `author_name`.
pub(crate) fn called_after<'a>(model: &'a Model, field: &'a Field) -> Option<&'a Field> {
    let speaks = field.copy_of.is_some() || field.may_declare("copy_of") || field.id.is_some();
    if speaks || !field.is_in_the_body(model) {
        return None;
    }
    let ends_in_a_word =
        |rest: &str| rest.rsplit('_').next().is_some_and(|last| COPIED_WORDS.contains(&last));
    model.fields.iter().find(|key| {
        let stem = key.name.strip_suffix("_id").unwrap_or(&key.name);
        let rest = field.name.strip_prefix(stem).and_then(|rest| rest.strip_prefix('_'));
        !stem.is_empty() && rest.is_some_and(ends_in_a_word)
    })
}
