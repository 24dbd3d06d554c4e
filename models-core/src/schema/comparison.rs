//! What compares with what: one table for the printers of conditions. The traits
//! in `access`, by which rustc checks derived predicates, agree with it.

use super::{EnumType, Literal, Operand, Operator, Type, TypeParameter, ValueClass};

/// What an operand of a condition is, as far as comparing it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparand<'a> {
    /// True or false.
    Bool,
    /// A whole number of any size.
    Whole,
    /// A float of any size.
    Float,
    /// A decimal number.
    Decimal,
    /// A number that is written in a condition.
    Number(&'a Literal),
    /// A text that is written in a condition: characters, or the label of an enum.
    Written(&'a str),
    /// Characters.
    Text,
    /// The role of the caller, as text.
    Role,
    /// A label of an enum.
    Label(&'a EnumType),
    /// A UUID.
    Uuid,
    /// The caller: known by a UUID, or by another text.
    Caller,
    /// The id of a user, as text.
    UserId,
    /// The id of a document, as text.
    DocumentId,
    /// A moment.
    Moment,
    /// A claim: JSON, whose type is known only at run time.
    Claim,
    /// A value of any other type.
    Other(&'a Type),
}

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparability {
    /// They do not.
    None,
    /// With `==` and `!=`.
    Equality,
    /// Also with `<`, `<=`, `>` and `>=`.
    Order,
}

impl<'a> Comparand<'a> {
    /// What an operand is. `field` finds the type of a field of the row.
    pub fn of(operand: &'a Operand, field: impl FnOnce(&str) -> Option<&'a Type>) -> Option<Self> {
        Some(match operand {
            Operand::Field(name) => Self::of_type(field(name)?),
            Operand::Literal(literal) => Self::of_literal(literal),
            Operand::Uid => Self::Caller,
            Operand::Role => Self::Role,
            Operand::Email => Self::Text,
            Operand::Claim(_) => Self::Claim,
            Operand::Now => Self::Moment,
        })
    }

    /// What a field of this type is.
    #[must_use]
    pub const fn of_type(kind: &'a Type) -> Self {
        match (kind.class(), kind.parameter()) {
            (ValueClass::Label, TypeParameter::Labels(of)) => Self::Label(of),
            (ValueClass::Bool, _) => Self::Bool,
            (ValueClass::Whole, _) => Self::Whole,
            (ValueClass::Float, _) => Self::Float,
            (ValueClass::Decimal, _) => Self::Decimal,
            (ValueClass::Text, _) => Self::Text,
            (ValueClass::Uuid, _) => Self::Uuid,
            (ValueClass::UserId, _) => Self::UserId,
            (ValueClass::DocumentId, _) => Self::DocumentId,
            (ValueClass::Moment, _) => Self::Moment,
            (
                ValueClass::Label
                | ValueClass::LocalMoment
                | ValueClass::Json
                | ValueClass::List
                | ValueClass::Own,
                _,
            ) => Self::Other(kind),
        }
    }

    /// What a literal is.
    #[must_use]
    pub fn of_literal(literal: &'a Literal) -> Self {
        match literal {
            Literal::Bool(_) => Self::Bool,
            Literal::Int(_) | Literal::Float(_) => Self::Number(literal),
            Literal::Text(text) => Self::Written(text),
        }
    }

    /// How it compares with another: the table, in both directions.
    #[must_use]
    pub fn compared_with(self, other: Self) -> Comparability {
        if self.pairs_with(other) || other.pairs_with(self) {
            self.own().min(other.own())
        } else {
            Comparability::None
        }
    }

    /// Whether the operator compares the two.
    #[must_use]
    pub fn compares(self, operator: Operator, other: Self) -> bool {
        let needed = match operator {
            Operator::Eq | Operator::Ne => Comparability::Equality,
            Operator::Lt | Operator::Le | Operator::Gt | Operator::Ge => Comparability::Order,
        };
        self.compared_with(other) >= needed
    }

    /// Which others it compares with; each pair is listed once.
    fn pairs_with(self, other: Self) -> bool {
        match self {
            Self::Bool
            | Self::Whole
            | Self::Float
            | Self::Decimal
            | Self::Label(_)
            | Self::Uuid
            | Self::UserId
            | Self::DocumentId
            | Self::Moment
            | Self::Other(_) => self == other,
            // A whole number would be rounded for a float, and a float for a
            // decimal: only literals mix.
            Self::Number(Literal::Float(_)) => matches!(other, Self::Float | Self::Decimal),
            Self::Number(_) => matches!(other, Self::Whole | Self::Float | Self::Decimal),
            Self::Text | Self::Role => {
                matches!(other, Self::Text | Self::Role | Self::UserId | Self::DocumentId)
            }
            Self::Written(_) => matches!(
                other,
                Self::Written(_)
                    | Self::Text
                    | Self::Role
                    | Self::Label(_)
                    | Self::UserId
                    | Self::DocumentId
            ),
            Self::Caller => {
                matches!(other, Self::Caller | Self::Uuid | Self::UserId | Self::DocumentId)
            }
            // A token cannot hold types that JSON lacks.
            Self::Claim => !matches!(other, Self::Claim | Self::Moment | Self::Other(_)),
        }
    }

    /// How two of its own kind compare.
    fn own(self) -> Comparability {
        match self {
            Self::Label(_) => Comparability::Equality,
            Self::Other(kind) => own(kind),
            Self::Bool
            | Self::Whole
            | Self::Float
            | Self::Decimal
            | Self::Number(_)
            | Self::Written(_)
            | Self::Text
            | Self::Role
            | Self::Uuid
            | Self::Caller
            | Self::UserId
            | Self::DocumentId
            | Self::Moment
            | Self::Claim => Comparability::Order,
        }
    }
}

/// How two values of a type compare; two lists as their elements do, without an
/// order.
fn own(kind: &Type) -> Comparability {
    match kind.element() {
        Some(element) => own(element).min(Comparability::Equality),
        None => kind.def().compared,
    }
}
