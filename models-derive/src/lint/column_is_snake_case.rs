//! # `column_is_snake_case`
//!
//! A column's name is in snake case: lower case letters, digits and
//! underscores, and no digit first. It is the field's name, or what
//! `#[model(column = "..")]` says.
//!
//! PostgreSQL folds a name without quotes to lower case, so `createdAt` has
//! to be quoted in every query that anyone ever writes by hand, and a
//! forgotten quote reads "column does not exist". An earlier name, in
//! `renamed_from`, may be anything.

use super::table_is_snake_case::{is_snake_case, to_snake_case};
use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "column_is_snake_case", check };

fn check(model: &Model, findings: &mut Findings) {
    for field in model.fields.iter().filter(|field| field.is_column(model)) {
        let name = field.column_name();
        if is_snake_case(name) || (field.column.is_none() && field.may_declare("column")) {
            continue;
        }
        let better = to_snake_case(name);
        let fix = match field.column {
            Some(_) => format!("write `column = \"{better}\"`"),
            None => format!(
                "call the field `{better}`, or keep its name and add `#[model(column = \"{better}\")]`"
            ),
        };
        findings.about(
            &field.name,
            Diagnostic::new(
                field.column_at(),
                format!("the column name `{name}` is not in snake case"),
            )
            .why("PostgreSQL folds names to lower case, so every query would have to quote it")
            .fix(fix),
        );
    }
}
