//! Tests of the meaning of rules.

mod agreement;
mod anonymous;
mod auth;
mod claims;
mod comparisons;
mod kleene;
mod membership;
mod numbers;
mod sample;
mod soundness;
#[cfg(feature = "json")]
mod token;

use super::{Auth, KnownRows, Value};
use crate::schema::{Comparison, Expr, Literal, Operand, Operator};
use crate::types::Id;

/// A field.
fn field(name: &'static str) -> Operand {
    Operand::Field(name.into())
}

/// A text that is written in a rule.
fn text(text: &'static str) -> Operand {
    Operand::Literal(Literal::Text(text.into()))
}

/// A comparison.
fn compare(left: Operand, operator: Operator, right: Operand) -> Expr {
    Expr::Compare(Comparison { left, operator, right })
}

/// `field == auth.uid()`
fn own(name: &'static str) -> Expr {
    compare(field(name), Operator::Eq, Operand::Uid)
}

/// The opposite.
fn not(expr: Expr) -> Expr {
    Expr::Not(expr.into())
}

/// Any of these.
fn any<const N: usize>(parts: [Expr; N]) -> Expr {
    Expr::Or(Vec::from(parts).into())
}

/// A row whose only field is this.
fn row(name: &str, value: impl Into<Value>) -> KnownRows {
    KnownRows::row([(name, value.into())])
}

/// Someone who is signed in.
fn someone() -> Auth {
    Auth::user(Id::new())
}
