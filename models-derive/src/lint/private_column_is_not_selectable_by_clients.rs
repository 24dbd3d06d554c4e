//! # `private_column_is_not_selectable_by_clients`
//!
//! `#[model(private)]` stands on any field but the id.
//!
//! A private column is left out of what clients are granted to read, so a
//! client names the columns that it selects (`select *` is refused), and may
//! not filter by it. The id cannot be left out: without it no client could
//! name a row, update or delete one, or follow changes.
//!
//! What may be combined, and means what it says: clients may write what they
//! may not read, unless the field is `server` as well; a rule may compare a
//! private column; a changed row reaches a realtime subscriber without it. It
//! may also stand where `select` lets no client in at all: opening `select`
//! later will not open the column.
//!
//! A document is read as a whole: in a model with a collection, a private
//! field needs a `select` that lets no client in, or `only = postgres`.

use super::possible::{Caller, can_allow};
use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Engine, Field, Model};

pub(super) const CONVENTION: Convention =
    Convention { name: "private_column_is_not_selectable_by_clients", check };

fn check(model: &Model, findings: &mut Findings) {
    for field in &model.fields {
        if let (Some(private), Some(_)) = (field.private, field.id) {
            findings.about(
                &field.name,
                Diagnostic::new(private, "the id cannot be private")
                    .why("clients could neither name a row nor change one")
                    .fix(format!(
                        "leave `private` out; if no client may read a `{}` at all, write `select = service`",
                        model.ident
                    )),
            );
        } else if let Some(private) = field.private.filter(|_| is_read(model, field)) {
            findings.about(
                &field.name,
                Diagnostic::new(private, "a private field in a document that clients read")
                    .why("a document is read as a whole")
                    .fix(format!(
                        "move it to a model of its own with `select = service`, {} `select = service` here",
                        if model.table.is_some() { "write `only = postgres`, or" } else { "or write" }
                    )),
            );
        }
    }
}

/// Whether clients may read the documents that the field is in.
fn is_read(model: &Model, field: &Field) -> bool {
    let select = model.access.select.as_ref();
    field.is_kept_by(Engine::Firestore, model)
        && select.is_some_and(|rule| {
            Caller::ALL.into_iter().any(|caller| can_allow(&rule.allow, caller))
        })
}
