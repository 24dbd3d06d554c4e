//! # `foreign_key_is_indexed`
//!
//! A foreign key has an index that leads with it. One is made for each without
//! being asked for, unless a declared index, a unique constraint or the
//! primary key leads with the field already; `index(none)` is the way to
//! refuse it, and wants this convention switched off.
//!
//! PostgreSQL indexes the key of the parent and not the reference to it.
//! Without an index every delete of a parent reads the whole child table, and
//! so does every join from the parent's side and every policy that compares
//! the key. An index with a `where` does not serve, nor does one that has the
//! field in second place.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "foreign_key_is_indexed", check };

fn check(model: &Model, findings: &mut Findings) {
    if model.collection_only().is_some() {
        return; // Firestore has none, which another convention reports.
    }
    for field in &model.fields {
        let refused = field.references.as_ref().and_then(|reference| reference.index_refused);
        let Some(at) = refused.filter(|_| !model.leads_an_index(field)) else { continue };
        findings.about(
            &field.name,
            Diagnostic::new(at, format!("no index leads with the foreign key `{}`", field.name))
                .why("every delete of a parent would read this whole table")
                .fix("leave `index(none)` out: the index is made without being asked for"),
        );
    }
}
