//! # `has_created_at`
//!
//! Every model has a field `created_at`, a moment that the server sets when
//! the row is made and that no client can write.
//!
//! Without it nobody can say in what order things happened, page through rows
//! stably, or find what arrived during an incident; it cannot be added later
//! for the rows that are already there.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "has_created_at", check };

fn check(model: &Model, findings: &mut Findings) {
    if !model.fields.iter().any(|field| field.name == "created_at") {
        findings.push(
            Diagnostic::new(
                model.ident.span(),
                format!("`{}` has no field `created_at`", model.ident),
            )
            .why("when a row was made cannot be found out later")
            .fix("add `pub created_at: DateTime<Utc>`"),
        );
    }
}
