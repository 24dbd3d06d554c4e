//! What rules do not check, so that it can be reported.

use std::fmt;

use crate::schema::{Access, Expr, ModelDef, Operand};

/// Something that the rules of a collection do not check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// The model.
    pub model: String,
    /// What is not checked, such as ``the elements of `tags` ``.
    pub what: String,
}

impl fmt::Display for Unchecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.model, self.what)
    }
}

/// What the rules of a model assume.
pub(crate) fn of_the_model(model: &ModelDef) -> impl Iterator<Item = &'static str> {
    let Access { select, insert, update, delete } = &model.access;
    let rules = [select, insert, update, delete];
    let any = |is: fn(&Expr) -> bool| rules.iter().any(|rule| holds_somewhere(&rule.allow, is));
    let is_below = model.collection.as_ref().is_some_and(|model| model.path.parent.is_some());
    let makes = !matches!(insert.allow, Expr::Nobody | Expr::Service);
    let found = [
        (is_below && makes, "whether the document above exists"),
        (any(names_an_address), "whether the address of `auth.email()` is verified"),
        (any(|expr| matches!(expr, Expr::Rules(_))), "what functions in `rules(..)` cost"),
    ];
    found.into_iter().filter_map(|(holds, what)| holds.then_some(what))
}

fn names_an_address(expr: &Expr) -> bool {
    let is_one = |operand: &Operand| matches!(operand, Operand::Email);
    match expr {
        Expr::Compare(comparison) => is_one(&comparison.left) || is_one(&comparison.right),
        Expr::In(operand, options) => is_one(operand) || options.iter().any(is_one),
        Expr::Exists(membership) => {
            membership.conditions.iter().any(|condition| is_one(&condition.equals))
        }
        Expr::IsNone(operand) | Expr::IsSome(operand) | Expr::Holds(operand) => is_one(operand),
        Expr::Anyone
        | Expr::Authenticated
        | Expr::Nobody
        | Expr::Service
        | Expr::And(_)
        | Expr::Or(_)
        | Expr::Not(_)
        | Expr::Sql(_)
        | Expr::Rules(_) => false,
    }
}

/// Whether the predicate is true of the condition or of one inside it.
fn holds_somewhere(expr: &Expr, is: fn(&Expr) -> bool) -> bool {
    is(expr)
        || match expr {
            Expr::And(parts) | Expr::Or(parts) => {
                parts.iter().any(|part| holds_somewhere(part, is))
            }
            Expr::Not(inner) => holds_somewhere(inner, is),
            Expr::Anyone
            | Expr::Authenticated
            | Expr::Nobody
            | Expr::Service
            | Expr::Compare(_)
            | Expr::IsNone(_)
            | Expr::IsSome(_)
            | Expr::Holds(_)
            | Expr::In(..)
            | Expr::Exists(_)
            | Expr::Sql(_)
            | Expr::Rules(_) => false,
        }
}

/// What the check of a field's type cannot see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unseen {
    /// Whether a decimal number has too many digits for its type.
    Digits,
    /// What the type says of itself: before and behind the name of the field.
    Type([&'static str; 2]),
    /// The elements of a list.
    Elements,
    /// The values of a map.
    Values,
    /// Whether there is a document of this id.
    Existence,
    /// A value rule.
    Rule(&'static str),
    /// Whether it repeats the field that it is a copy of.
    Copy,
}

impl Unseen {
    /// A description for this field.
    pub(crate) fn of(self, field: &str) -> String {
        match self {
            Self::Digits => format!("whether a decimal holds all digits of `{field}`"),
            Self::Type([before, behind]) => format!("{before}{field}{behind}"),
            Self::Elements => format!("the elements of `{field}`"),
            Self::Values => format!("the values in `{field}`"),
            Self::Existence => format!("whether the document of `{field}` exists"),
            Self::Rule(rule) => format!("the rule `{rule}` of `{field}`"),
            Self::Copy => format!("whether `{field}` repeats its source"),
        }
    }
}
