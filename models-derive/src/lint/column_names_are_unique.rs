//! # `column_names_are_unique`
//!
//! No two fields of a model are stored in the same column.
//!
//! Rust keeps the fields' own names apart, `#[model(column = "..")]` can bring
//! them together again; PostgreSQL would refuse the table.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "column_names_are_unique", check };

fn check(model: &Model, findings: &mut Findings) {
    let fields = || model.fields.iter().filter(|field| field.is_column(model));
    for (position, field) in fields().enumerate() {
        let column = field.column_name();
        let twin = fields().take(position).find(|other| other.column_name() == column);
        if let Some(twin) = twin {
            // The caret belongs to the name that was chosen, and not to the field's own.
            let chosen = if field.column.is_some() { field } else { twin };
            if chosen.column.is_none() {
                continue; // Two fields of one name: rustc reports it.
            }
            findings.about(
                &chosen.name,
                Diagnostic::new(
                    chosen.column_at(),
                    format!(
                        "`{}` and `{}` are both stored in the column `{column}`",
                        twin.name, field.name
                    ),
                )
                .why("PostgreSQL would refuse the table")
                .fix("give one of them another `column`"),
            );
        }
    }
}
