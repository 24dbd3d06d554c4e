//! # `model_states_its_table`
//!
//! A model declares where it is stored: `#[model(table = "posts")]`, or
//! `collection = "posts"`, or both.
//!
//! The name is never derived from the struct's. It outlives every renaming
//! in Rust, and rules of spelling would guess wrong at the first irregular
//! plural.

use super::{Convention, Findings, plural, to_snake_case};
use crate::diagnostic::Diagnostic;
use crate::ir::{Model, camel_case, plain};

pub(super) const CONVENTION: Convention = Convention { name: "model_states_its_table", check };

fn check(model: &Model, findings: &mut Findings) {
    let may_declare = model.may_declare("table") || model.may_declare("collection");
    if model.table.is_none() && model.collection.is_none() && !may_declare {
        let table = plural(&to_snake_case(&plain(&model.ident)));
        let collection = camel_case(&table);
        findings.push(
            Diagnostic::new(
                model.ident.span(),
                format!("`{}` does not say where it is stored", model.ident),
            )
            .why("the name is chosen once and outlives every renaming in Rust")
            .fix(format!(
                "add `#[model(table = \"{table}\")]`, or `collection = \"{collection}\"` for Firestore"
            )),
        );
    }
}
