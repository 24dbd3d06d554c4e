//! # `foreign_key_states_on_delete`
//!
//! A foreign key states what happens to its row when the row that it refers to
//! is deleted: `on_delete = cascade`, `restrict`, `no_action`, `set_null` or
//! `set_default`. `set_default` stands beside a `default`, and `on_delete`
//! stands beside `references`.
//!
//! SQL's default is to refuse the delete, which is found out when the first
//! user wants to close an account. Whether a comment goes with its post or
//! stays is a decision about data; it is made when the key is written.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Field, Model, OnDelete};

pub(super) const CONVENTION: Convention =
    Convention { name: "foreign_key_states_on_delete", check };

fn check(model: &Model, findings: &mut Findings) {
    if model.collection_only().is_some() {
        return; // Firestore has none, which another convention reports.
    }
    for field in &model.fields {
        if let Some(finding) = missing(field).or_else(|| alone(field)).or_else(|| defaults(field)) {
            findings.about(&field.name, finding);
        }
    }
}

fn missing(field: &Field) -> Option<Diagnostic> {
    let reference = field.references.as_ref()?;
    if field.on_delete.is_some() || field.may_declare("on_delete") {
        return None;
    }
    Some(
        Diagnostic::new(
            reference.at,
            format!("`{}` does not say what happens when its parent is deleted", field.name),
        )
        .why("the database would refuse to delete any parent that has rows like this one")
        .fix("add `on_delete = cascade` (it goes too), `set_null` (it stays) or `restrict` (the parent stays)"),
    )
}

fn alone(field: &Field) -> Option<Diagnostic> {
    let on_delete = field.on_delete.as_ref()?;
    if field.references.is_some() || field.may_declare("references") {
        return None;
    }
    Some(
        Diagnostic::new(on_delete.at, "`on_delete` on a field that refers to nothing")
            .why("it has no parent that could be deleted")
            .fix("add `references = ..` with the parent's name, or leave `on_delete` out"),
    )
}

fn defaults(field: &Field) -> Option<Diagnostic> {
    let on_delete = field.on_delete.as_ref()?;
    if on_delete.value != OnDelete::SetDefault
        || field.default.is_some()
        || field.may_declare("default")
    {
        return None;
    }
    Some(
        Diagnostic::new(on_delete.at, "`on_delete = set_default` on a field without a `default`")
            .why("PostgreSQL would take NULL for it")
            .fix("add `default = ..`, or write `on_delete = set_null`"),
    )
}
