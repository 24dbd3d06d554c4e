//! # `has_updated_at`
//!
//! Every model has a field `updated_at`, a moment that the server sets at
//! every change of the row and that no client can write.
//!
//! Caches, exports and synchronisation ask for "what changed since"; without
//! the column they read the whole table, or miss changes.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "has_updated_at", check };

fn check(model: &Model, findings: &mut Findings) {
    if !model.fields.iter().any(|field| field.name == "updated_at") {
        findings.push(
            Diagnostic::new(
                model.ident.span(),
                format!("`{}` has no field `updated_at`", model.ident),
            )
            .why("caches and exports could not ask for what has changed")
            .fix("add `pub updated_at: DateTime<Utc>`"),
        );
    }
}
