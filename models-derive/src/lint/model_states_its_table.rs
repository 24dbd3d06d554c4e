//! # `model_states_its_table`
//!
//! A model says where it is stored: `#[model(table = "posts")]`.
//!
//! The name is never derived from the struct's. It outlives every renaming
//! in Rust, and rules of spelling would guess wrong at the first irregular
//! plural.

use super::{Convention, Findings, plural, to_snake_case};
use crate::diagnostic::Diagnostic;
use crate::ir::{Model, plain};

pub(super) const CONVENTION: Convention = Convention { name: "model_states_its_table", check };

fn check(model: &Model, findings: &mut Findings) {
    if model.table.is_none() && !model.may_say("table") {
        let table = plural(&to_snake_case(&plain(&model.ident)));
        findings.push(
            Diagnostic::new(
                model.ident.span(),
                format!("`{}` does not say where it is stored", model.ident),
            )
            .why("a table's name is chosen once and outlives every renaming in Rust")
            .fix(format!("add `#[model(table = \"{table}\")]`")),
        );
    }
}
