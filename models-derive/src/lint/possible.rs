//! Which truth values a condition may have, before the row is known.
//!
//! The core has the same for the printers, over its own tree; here it is
//! asked before there is one. True, false or unknown, after Kleene: a
//! comparison with an absent value is unknown, and only what is true allows.

use crate::ir::{Comparison, Expr, Literal, Operand, Operator};

/// A kind of client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caller {
    Anonymous,
    User,
}

impl Caller {
    pub(super) const ALL: [Self; 2] = [Self::Anonymous, Self::User];

    fn role(self) -> &'static str {
        match self {
            Self::Anonymous => "anon",
            Self::User => "authenticated",
        }
    }
}

/// A set of truth values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TruthSet(u8);

impl TruthSet {
    const NONE: Self = Self(0);
    pub(super) const FALSE: Self = Self(1);
    const UNKNOWN: Self = Self(2);
    pub(super) const TRUE: Self = Self(4);
    const DECIDED: Self = Self(1 | 4);
    const ANY: Self = Self(1 | 2 | 4);

    pub(super) fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn is(holds: bool) -> Self {
        if holds { Self::TRUE } else { Self::FALSE }
    }

    fn not(self) -> Self {
        let swap = |from: Self, to: Self| if self.contains(from) { to } else { Self::NONE };
        swap(Self::TRUE, Self::FALSE)
            .union(swap(Self::FALSE, Self::TRUE))
            .union(swap(Self::UNKNOWN, Self::UNKNOWN))
    }

    /// Every pair of values: false is the smallest, true the largest.
    fn pairs(self, other: Self, join: fn(u8, u8) -> u8) -> Self {
        let singles = [Self::FALSE, Self::UNKNOWN, Self::TRUE];
        let of = |set: Self| singles.into_iter().filter(move |value| set.contains(*value));
        of(self)
            .flat_map(|left| of(other).map(move |right| Self(join(left.0, right.0))))
            .fold(Self::NONE, Self::union)
    }
}

/// What the condition may be for this caller.
pub(super) fn possible(expr: &Expr, caller: Caller) -> TruthSet {
    match expr {
        Expr::Anyone(_) => TruthSet::TRUE,
        Expr::Authenticated(_) => TruthSet::is(caller == Caller::User),
        Expr::Nobody(_) | Expr::Service(_) => TruthSet::FALSE,
        Expr::And(all) => all
            .iter()
            .map(|part| possible(part, caller))
            .fold(TruthSet::TRUE, |left, right| left.pairs(right, u8::min)),
        Expr::Or(any) => any
            .iter()
            .map(|part| possible(part, caller))
            .fold(TruthSet::FALSE, |left, right| left.pairs(right, u8::max)),
        Expr::Not(_, inner) => possible(inner, caller).not(),
        Expr::Compare(Comparison { left, operator, right, .. }) => {
            compared(left, *operator, right, caller)
        }
        Expr::IsNone(value) => absent(value, caller),
        Expr::IsSome(value) => absent(value, caller).not(),
        Expr::In(value, items, _) => items
            .iter()
            .map(|item| compared(value, Operator::Eq, item, caller))
            .fold(TruthSet::FALSE, |left, right| left.pairs(right, u8::max)),
        Expr::Holds(value) if absent(value, caller) == TruthSet::TRUE => TruthSet::UNKNOWN,
        Expr::Exists(membership)
            if membership
                .conditions
                .iter()
                .any(|c| absent(&c.equals, caller) == TruthSet::TRUE) =>
        {
            TruthSet::FALSE
        }
        Expr::Holds(_) | Expr::Exists(_) | Expr::Sql(_) | Expr::Rules(_) => TruthSet::ANY,
    }
}

/// Whether the rule can let this caller through at all.
pub(super) fn can_allow(expr: &Expr, caller: Caller) -> bool {
    possible(expr, caller).contains(TruthSet::TRUE)
}

/// Whether the value is absent.
fn absent(value: &Operand, caller: Caller) -> TruthSet {
    match (value, caller) {
        (Operand::Uid(_) | Operand::Email(_) | Operand::Claim(_), Caller::Anonymous) => {
            TruthSet::TRUE
        }
        (Operand::Uid(_), Caller::User)
        | (Operand::Role(_) | Operand::Now(_) | Operand::Literal(_), _) => TruthSet::FALSE,
        (Operand::Email(_) | Operand::Claim(_), Caller::User) | (Operand::Field(_), _) => {
            TruthSet::DECIDED
        }
    }
}

fn compared(left: &Operand, operator: Operator, right: &Operand, caller: Caller) -> TruthSet {
    if [left, right].iter().any(|value| absent(value, caller) == TruthSet::TRUE) {
        return TruthSet::UNKNOWN;
    }
    match (text(left, caller), operator, text(right, caller)) {
        (Some(left), Operator::Eq, Some(right)) => TruthSet::is(left == right),
        (Some(left), Operator::Ne, Some(right)) => TruthSet::is(left != right),
        _ => TruthSet::ANY,
    }
}

fn text(value: &Operand, caller: Caller) -> Option<&str> {
    match value {
        Operand::Role(_) => Some(caller.role()),
        Operand::Literal(literal) => match &literal.value {
            Literal::Text(text) => Some(text),
            Literal::Bool(_) | Literal::Int(_) | Literal::Float(_) | Literal::Variant(_) => None,
        },
        Operand::Field(_)
        | Operand::Uid(_)
        | Operand::Email(_)
        | Operand::Claim(_)
        | Operand::Now(_) => None,
    }
}
