//! # `foreign_key_ends_in_id`
//!
//! A field that refers to a model is called `*_id`: `author_id`. A field that
//! is the `id` of its own model may be called anything.
//!
//! The reader of a rule or a query sees which names are keys of other tables,
//! and the name without `_id` is free for the relation: `post.author` is the
//! author and not the author's key. Only the field's name counts. Where the
//! table has another one already, `#[model(column = "author")]` keeps it.

use super::{Convention, Findings, to_snake_case};
use crate::diagnostic::Diagnostic;
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "foreign_key_ends_in_id", check };

fn check(model: &Model, findings: &mut Findings) {
    if model.collection_only().is_some() {
        return; // Firestore has none, which another convention reports.
    }
    for field in &model.fields {
        // `authorId` is told to be `author_id` by another convention.
        let name = to_snake_case(&field.name);
        let fine = field.references.is_none()
            || field.id.is_some()
            || field.may_declare("id")
            || name.ends_with("_id");
        if fine {
            continue;
        }
        let stem = ["_uuid", "_fk", "_key", "_ref"]
            .iter()
            .find_map(|suffix| name.strip_suffix(suffix))
            .unwrap_or(&name);
        let better = if stem == "id" { "parent_id".to_owned() } else { format!("{stem}_id") };
        findings.about(
            &field.name,
            Diagnostic::new(
                field.ident.span(),
                format!("the foreign key `{}` is not called `*_id`", field.name),
            )
            .why("it holds a key, and its name suggests the row")
            .fix(format!(
                "call it `{better}`; `#[model(column = \"{}\")]` keeps the name in a table that has it already",
                field.column_name()
            )),
        );
    }
}
