//! What is known of a value before its row is.

use super::{Caller, Truth, Truths};
use crate::schema::{Literal, Operand, Operator};

/// What is known of an operand when only the kind of caller is.
pub(super) enum Known<'a> {
    /// It has no value.
    Absent,
    /// It has this value.
    Value(Literal),
    /// It has this value, which the rule names.
    Written(&'a Literal),
    /// It has a value.
    Present,
    /// Nothing.
    Nothing,
}

impl<'a> Known<'a> {
    pub(super) fn of(operand: &'a Operand, caller: Caller) -> Self {
        match (operand, caller) {
            (Operand::Literal(literal), _) => Self::Written(literal),
            (Operand::Role, _) => Self::Value(Literal::Text(caller.role().into())),
            (Operand::Uid | Operand::Email | Operand::Claim(_), Caller::Anonymous) => Self::Absent,
            (Operand::Uid, Caller::User) | (Operand::Now, _) => Self::Present,
            (Operand::Email | Operand::Claim(_), Caller::User) | (Operand::Field(_), _) => {
                Self::Nothing
            }
        }
    }

    fn literal(&self) -> Option<&Literal> {
        match self {
            Self::Value(literal) => Some(literal),
            Self::Written(literal) => Some(literal),
            Self::Absent | Self::Present | Self::Nothing => None,
        }
    }

    pub(super) fn is_none(&self) -> Truths {
        match self {
            Self::Absent => Truths::only(Truth::True),
            Self::Value(_) | Self::Written(_) | Self::Present => Truths::only(Truth::False),
            Self::Nothing => Truths::DECIDED,
        }
    }

    pub(super) fn holds(&self) -> Truths {
        match (self, self.literal()) {
            (Self::Absent, _) => Truths::only(Truth::Unknown),
            (_, Some(Literal::Bool(holds))) => Truths::only((*holds).into()),
            _ => Truths::ANY,
        }
    }
}

/// A comparison: unknown beside an absent value, decided between two texts
/// (the role, mostly), and otherwise left open.
pub(super) fn compared(left: &Known<'_>, operator: Operator, right: &Known<'_>) -> Truths {
    if matches!(left, Known::Absent) || matches!(right, Known::Absent) {
        return Truths::only(Truth::Unknown);
    }
    let (Some(Literal::Text(left)), Some(Literal::Text(right))) = (left.literal(), right.literal())
    else {
        return Truths::ANY;
    };
    Truths::only(operator.accepts(left.as_ref().cmp(right.as_ref())).into())
}
