//! # `table_is_snake_case`
//!
//! A table's name, and the name of its schema, are in snake case: lower case
//! letters, digits and underscores, and no digit first.
//!
//! PostgreSQL folds a name without quotes to lower case, so `Posts` has to be
//! quoted in every query that anyone ever writes by hand, and a forgotten
//! quote reads "relation does not exist".

use super::{Convention, Findings, plural};
use crate::diagnostic::Diagnostic;
use crate::ir::{Model, plain};

pub(super) const CONVENTION: Convention = Convention { name: "table_is_snake_case", check };

fn check(model: &Model, findings: &mut Findings) {
    for (what, name) in [("table", &model.table), ("schema", &model.schema)] {
        let Some(name) = name.as_ref().filter(|name| !is_snake_case(&name.value)) else { continue };
        if name.value.is_empty() {
            let instead = match what {
                "table" => plural(&to_snake_case(&plain(&model.ident))),
                _ => "public".to_owned(),
            };
            findings.push(
                Diagnostic::new(name.at, format!("the {what} name is empty"))
                    .why("PostgreSQL would refuse the table")
                    .fix(format!("write `{what} = \"{instead}\"`")),
            );
        } else {
            findings.push(
                Diagnostic::new(
                    name.at,
                    format!("the {what} name `{}` is not in snake case", name.value),
                )
                .why("PostgreSQL folds names to lower case, so every query would have to quote it")
                .fix(format!("write `{what} = \"{}\"`", to_snake_case(&name.value))),
            );
        }
    }
}

/// Lower case letters, digits and underscores; a letter or an underscore first.
pub(super) fn is_snake_case(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// The nearest name in snake case.
pub(crate) fn to_snake_case(name: &str) -> String {
    let mut snake = String::new();
    let mut before: Option<char> = None;
    let mut characters = name.chars().peekable();
    while let Some(c) = characters.next() {
        if c.is_uppercase() {
            let starts_word = before.is_some_and(|b| b.is_lowercase() || b.is_ascii_digit())
                || (before.is_some_and(char::is_uppercase)
                    && characters.peek().is_some_and(|next| next.is_lowercase()));
            if starts_word && !snake.ends_with('_') {
                snake.push('_');
            }
            snake.extend(c.to_lowercase().filter(char::is_ascii));
        } else if c.is_ascii_lowercase() || c.is_ascii_digit() {
            snake.push(c);
        } else if !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        before = Some(c);
    }
    let trimmed = snake.trim_matches('_');
    match trimmed.chars().next() {
        None => "name".to_owned(),
        Some(c) if c.is_ascii_digit() => format!("_{trimmed}"),
        Some(_) => trimmed.to_owned(),
    }
}
