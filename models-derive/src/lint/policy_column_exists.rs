//! # `policy_column_exists`
//!
//! A rule names fields of its own struct, by their names in Rust.
//!
//! A word that is mistyped (`athenticated`) reads as a field too, so both are
//! suggested. A variant is written with its enum (`PostStatus::Published`),
//! the caller is `auth.uid()`, the moment is `now()`, and a row of another
//! model is asked for with `exists(..)`.

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::ir::{Expr, Model, Operand, plain};
use crate::language::{RULE_WORDS, VALUES};

pub(super) const CONVENTION: Convention = Convention { name: "policy_column_exists", check };

fn check(model: &Model, findings: &mut Findings) {
    for (command, rule) in model.access.rules() {
        let alone = alone(&rule.allow);
        for operand in rule.allow.operands() {
            if let Some(field) = model.own_field(operand) {
                findings.push(
                    Diagnostic::new(operand.at(), "a field is named alone")
                        .why(format!("the policy for `{command}` reads fields of its own row"))
                        .fix(format!("write `{}`", field.name)),
                );
            }
            if let Operand::Field(ident) = operand
                && model.field(ident).is_none()
            {
                let is_alone = alone.iter().any(|other| std::ptr::eq(*other, operand));
                findings.push(
                    Diagnostic::new(
                        ident.span(),
                        format!("`{}` has no field `{}`", model.ident, plain(ident)),
                    )
                    .why(format!("the policy for `{command}` reads fields of its own row"))
                    .fix(instead(model, &plain(ident), is_alone)),
                );
            }
        }
    }
}

/// Values that stand where a word could.
fn alone(condition: &Expr) -> Vec<&Operand> {
    let mut found = Vec::new();
    condition.walk(&mut |expr| {
        if let Expr::Holds(operand) = expr {
            found.push(operand);
        }
    });
    found
}

/// What was meant.
fn instead(model: &Model, name: &str, alone: bool) -> String {
    let column = model.fields.iter().find(|field| field.column_name() == name);
    if let Some(field) = column {
        return format!("write `{}`: a field is named as in Rust", field.name);
    }
    if !alone && RULE_WORDS.contains(name) {
        return format!(
            "`{name}` is a rule of its own; a role is a text: `auth.role() == \"authenticated\"`"
        );
    }
    let words = RULE_WORDS.names().filter(|_| alone).map(|word| -> &str { word });
    let known = model.field_names().chain(words);
    let synonym = VALUES.mistake(name).or_else(|| RULE_WORDS.mistake(name).filter(|_| alone));
    let meant = match synonym {
        Some(synonym) => synonym.meant,
        None => did_you_mean(name, known),
    };
    if let Some(meant) = meant {
        return format!("write `{meant}`");
    }
    if name.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '_') {
        return "write the value of the constant: a rule reads none".to_owned();
    }
    if name.starts_with(char::is_uppercase) {
        return format!("a variant is written with its enum: `Enum::{name}`");
    }
    let fields: Vec<String> = model.field_names().map(|name| format!("`{name}`")).collect();
    format!("known: {}", fields.join(", "))
}
