//! # `has_one_id`
//!
//! Exactly one field carries `#[model(id)]`: the primary key.
//!
//! A row without a key cannot be changed, deleted, referred to or replicated
//! one at a time. A pair that must be unique, as in a many-to-many, is a
//! `unique(a, b)` beside the key.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "has_one_id", check };

fn check(model: &Model, findings: &mut Findings) {
    let mut ids = model.fields.iter().filter_map(|field| field.id.map(|id| (field, id)));
    if ids.next().is_none() {
        // A field that could not be read may well have been the id.
        if model.fields.iter().any(|field| field.may_declare("id")) {
            return;
        }
        let named = model.fields.iter().find(|field| field.name == "id");
        let fix = match named {
            Some(_) => "put `#[model(id)]` on `id`".to_owned(),
            None if model.collection_only().is_some() => {
                format!("add `#[model(id)] pub id: DocId<{}>`", model.ident)
            }
            None => format!("add `#[model(id)] pub id: Id<{}>`", model.ident),
        };
        let at = named.map_or(model.ident.span(), |field| field.ident.span());
        findings.push(
            Diagnostic::new(at, format!("`{}` has no id", model.ident))
                .why("a row without a key cannot be changed, deleted or referred to")
                .fix(fix),
        );
    }
    for (field, id) in ids {
        findings.about(
            &field.name,
            Diagnostic::new(id.at, format!("`{}` is a second id", field.name))
                .why("a model is referred to by one key")
                .fix("keep one `id`; a pair that must be unique is `#[model(unique(a, b))]`"),
        );
    }
}
