//! Access rules, as they were written.

use proc_macro2::Span;
use syn::{Ident, Path};

use super::{Literal, Located};
use crate::diagnostic::Extent;

/// The four commands; `None` where one was not stated.
#[derive(Clone, Debug, Default)]
pub(crate) struct Access {
    pub(crate) select: Option<Rule>,
    pub(crate) insert: Option<Rule>,
    pub(crate) update: Option<Rule>,
    pub(crate) delete: Option<Rule>,
    /// The whole attribute, or the struct's name when there is none.
    pub(crate) at: Option<Extent>,
    /// It could not be read, so a missing rule is not an error.
    pub(crate) poisoned: bool,
}

impl Access {
    /// The stated rules with the names of their commands.
    pub(crate) fn rules(&self) -> impl Iterator<Item = (&'static str, &Rule)> {
        [
            ("select", &self.select),
            ("insert", &self.insert),
            ("update", &self.update),
            ("delete", &self.delete),
        ]
        .into_iter()
        .filter_map(|(command, rule)| rule.as_ref().map(|rule| (command, rule)))
    }
}

/// The rule of one command.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) allow: Expr,
    /// `anyone(reason = "..")`
    pub(crate) reason: Option<Located<String>>,
    pub(crate) at: Extent,
}

/// A condition. Every leaf knows where it stands.
#[derive(Clone, Debug)]
pub(crate) enum Expr {
    Anyone(Extent),
    Authenticated(Extent),
    Nobody(Extent),
    Service(Extent),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    /// From the `!` on.
    Not(Extent, Box<Expr>),
    Compare(Comparison),
    IsNone(Operand),
    IsSome(Operand),
    In(Operand, Vec<Operand>, Extent),
    Holds(Operand),
    Exists(Membership),
    Sql(Located<String>),
    Rules(Located<String>),
}

impl Expr {
    /// Where it stands; parentheses around it are left out.
    pub(crate) fn at(&self) -> Extent {
        match self {
            Self::Anyone(at) | Self::Authenticated(at) | Self::Nobody(at) | Self::Service(at) => {
                *at
            }
            Self::And(parts) | Self::Or(parts) => match parts.as_slice() {
                [first, .., last] => first.at().to(last.at()),
                [one] => one.at(),
                [] => Span::call_site().into(),
            },
            Self::Not(at, inner) => at.to(inner.at()),
            Self::Compare(comparison) => comparison.at,
            Self::IsNone(operand) | Self::IsSome(operand) | Self::Holds(operand) => operand.at(),
            Self::In(_, _, at) => *at,
            Self::Exists(membership) => membership.at,
            Self::Sql(text) | Self::Rules(text) => text.at,
        }
    }

    /// This condition and every one inside it.
    pub(crate) fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
        visit(self);
        match self {
            Self::And(all) | Self::Or(all) => all.iter().for_each(|expr| expr.walk(visit)),
            Self::Not(_, inner) => inner.walk(visit),
            Self::Anyone(_)
            | Self::Authenticated(_)
            | Self::Nobody(_)
            | Self::Service(_)
            | Self::Compare(_)
            | Self::IsNone(_)
            | Self::IsSome(_)
            | Self::In(..)
            | Self::Holds(_)
            | Self::Exists(_)
            | Self::Sql(_)
            | Self::Rules(_) => {}
        }
    }

    /// Every value in the condition.
    pub(crate) fn operands(&self) -> Vec<&Operand> {
        let mut found = Vec::new();
        self.walk(&mut |expr| match expr {
            Self::Compare(comparison) => found.extend([&comparison.left, &comparison.right]),
            Self::IsNone(operand) | Self::IsSome(operand) | Self::Holds(operand) => {
                found.push(operand);
            }
            Self::In(operand, list, _) => {
                found.push(operand);
                found.extend(list);
            }
            Self::Exists(membership) => {
                found.extend(membership.conditions.iter().map(|condition| &condition.equals));
            }
            Self::Anyone(_)
            | Self::Authenticated(_)
            | Self::Nobody(_)
            | Self::Service(_)
            | Self::And(_)
            | Self::Or(_)
            | Self::Not(..)
            | Self::Sql(_)
            | Self::Rules(_) => {}
        });
        found
    }
}

/// Two values side by side.
#[derive(Clone, Debug)]
pub(crate) struct Comparison {
    pub(crate) left: Operand,
    pub(crate) operator: Operator,
    pub(crate) right: Operand,
    pub(crate) at: Extent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// A value in a condition.
#[derive(Clone, Debug)]
pub(crate) enum Operand {
    /// A field of the row.
    Field(Ident),
    Literal(Located<Literal>),
    Uid(Extent),
    Role(Extent),
    Email(Extent),
    Claim(Located<Vec<String>>),
    Now(Extent),
}

impl Operand {
    pub(crate) fn at(&self) -> Extent {
        match self {
            Self::Field(ident) => ident.span().into(),
            Self::Literal(literal) => literal.at,
            Self::Uid(at) | Self::Role(at) | Self::Email(at) | Self::Now(at) => *at,
            Self::Claim(claim) => claim.at,
        }
    }

    /// Whether it depends on the caller, and not on the row.
    pub(crate) fn is_about_the_user(&self) -> bool {
        matches!(self, Self::Uid(_) | Self::Role(_) | Self::Email(_) | Self::Claim(_))
    }
}

/// `exists(Model { field: value, .. })`
#[derive(Clone, Debug)]
pub(crate) struct Membership {
    pub(crate) model: Path,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) at: Extent,
}

/// `field: value`, or `field` alone for a field of the same name.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub(crate) field: Ident,
    pub(crate) equals: Operand,
}
