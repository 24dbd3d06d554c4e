//! # `policy_column_is_indexed`
//!
//! A column that a rule compares with the caller (`author_id == auth.uid()`,
//! `tenant == auth.claim("tenant")`) or holds against a membership
//! (`exists(Membership { team_id, .. })`) leads a full index.
//!
//! The rule becomes part of every query: without the index, each of them reads
//! the whole table to find the rows that the caller may see. A primary key, a
//! foreign key (whose index is made unasked) and a leading column of a
//! `unique` have one; any other column takes `#[model(index)]`. A partial
//! index does not count, since the policy does not imply its condition.
//!
//! Among conditions that are joined with `&&`, one indexed column is enough.
//! `insert` reads no rows, so it is not asked.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Comparison, Expr, Field, Model, Operand, Operator};

pub(super) const CONVENTION: Convention = Convention { name: "policy_column_is_indexed", check };

/// How PostgreSQL finds the rows that a condition is true for.
enum Lookup<'a> {
    /// Through an index.
    Indexed,
    /// Through these columns, if they had one.
    Scanned(Vec<(&'a Operand, &'a Field)>),
    /// It does not depend on the caller.
    Anyhow,
}

fn check(model: &Model, findings: &mut Findings) {
    if model.table.is_none() {
        return; // Firestore asks a rule of each document that a query finds.
    }
    let mut told: Vec<&str> = Vec::new();
    for (command, rule) in model.access.rules().filter(|(command, _)| *command != "insert") {
        let Lookup::Scanned(columns) = found(model, &rule.allow) else { continue };
        for (operand, field) in columns {
            if told.contains(&field.name.as_str()) || field.poisoned {
                continue;
            }
            told.push(&field.name);
            findings.about(
                &field.name,
                Diagnostic::new(operand.at(), format!("no index leads with `{}`", field.name))
                    .why(format!(
                        "the policy for `{command}` would read the whole table in every query"
                    ))
                    .fix(format!("put `#[model(index)]` on `{}`", field.name)),
            );
        }
    }
}

fn found<'a>(model: &'a Model, expr: &'a Expr) -> Lookup<'a> {
    match expr {
        Expr::And(all) => all.iter().map(|part| found(model, part)).fold(Lookup::Anyhow, both),
        Expr::Or(any) => {
            any.iter().map(|part| found(model, part)).reduce(either).unwrap_or(Lookup::Anyhow)
        }
        Expr::Compare(Comparison { left, operator: Operator::Eq, right, .. }) => {
            equal(model, left, right)
        }
        Expr::In(value, items, _) => items
            .iter()
            .map(|item| equal(model, value, item))
            .reduce(either)
            .unwrap_or(Lookup::Anyhow),
        Expr::Exists(membership) => membership
            .conditions
            .iter()
            .map(|condition| through(model, &condition.equals))
            .fold(Lookup::Anyhow, both),
        Expr::Anyone(_)
        | Expr::Authenticated(_)
        | Expr::Nobody(_)
        | Expr::Service(_)
        | Expr::Not(..)
        | Expr::Compare(_)
        | Expr::IsNone(_)
        | Expr::IsSome(_)
        | Expr::Holds(_)
        | Expr::Sql(_)
        | Expr::Rules(_) => Lookup::Anyhow,
    }
}

/// A column beside something about the caller.
fn equal<'a>(model: &'a Model, left: &'a Operand, right: &'a Operand) -> Lookup<'a> {
    if right.is_about_the_user() {
        through(model, left)
    } else if left.is_about_the_user() {
        through(model, right)
    } else {
        Lookup::Anyhow
    }
}

fn through<'a>(model: &'a Model, operand: &'a Operand) -> Lookup<'a> {
    let Operand::Field(ident) = operand else { return Lookup::Anyhow };
    match model.field(ident) {
        Some(field) if model.leads_an_index(field) => Lookup::Indexed,
        Some(field) => Lookup::Scanned(vec![(operand, field)]),
        None => Lookup::Anyhow,
    }
}

/// Joined with `&&`: one index is enough.
fn both<'a>(left: Lookup<'a>, right: Lookup<'a>) -> Lookup<'a> {
    match (left, right) {
        (Lookup::Indexed, _) | (_, Lookup::Indexed) => Lookup::Indexed,
        (Lookup::Anyhow, other) | (other, Lookup::Anyhow) => other,
        (Lookup::Scanned(columns), Lookup::Scanned(_)) => Lookup::Scanned(columns),
    }
}

/// Joined with `||`: every alternative needs its own.
fn either<'a>(left: Lookup<'a>, right: Lookup<'a>) -> Lookup<'a> {
    match (left, right) {
        (Lookup::Scanned(mut columns), Lookup::Scanned(more)) => {
            columns.extend(more);
            Lookup::Scanned(columns)
        }
        (Lookup::Scanned(columns), _) | (_, Lookup::Scanned(columns)) => Lookup::Scanned(columns),
        (Lookup::Indexed, Lookup::Indexed) => Lookup::Indexed,
        (Lookup::Anyhow, _) | (_, Lookup::Anyhow) => Lookup::Anyhow,
    }
}
