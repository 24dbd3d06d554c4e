//! # `document_names_are_unique`
//!
//! No two fields of a model are stored in the same field of its document.
//!
//! Rust keeps the fields' own names apart; `#[model(field = "..")]`, or camel
//! case (`line_2` and `line2`), can bring them together again, and one value
//! would overwrite the other.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Field, Model};

pub(super) const CONVENTION: Convention = Convention { name: "document_names_are_unique", check };

fn check(model: &Model, findings: &mut Findings) {
    let fields: Vec<&Field> =
        model.fields.iter().filter(|field| field.is_in_the_body(model)).collect();
    for (position, field) in fields.iter().enumerate() {
        let name = field.document_name();
        let before = fields.iter().take(position);
        let Some(twin) = before.into_iter().find(|other| other.document_name() == name) else {
            continue;
        };
        if twin.name == field.name {
            continue; // Two fields of one name: rustc reports it.
        }
        // The caret belongs to the name that was chosen, and not to the field's own.
        let chosen = if field.document.is_none() && twin.document.is_some() { twin } else { field };
        findings.about(
            &chosen.name,
            Diagnostic::new(
                chosen.document_at(),
                format!(
                    "`{}` and `{}` are both stored in the document field `{name}`",
                    twin.name, field.name
                ),
            )
            .why("one value would overwrite the other")
            .fix("give one of them another name with `#[model(field = \"..\")]`"),
        );
    }
}
