//! Which values SQL can hold side by side, as the Rust side of a rule does.

use crate::postgres::plan::model::table_model::TableModel;
use crate::schema::{EnumType, Literal, Operand, Operator, Type, TypeParameter, ValueClass};

/// What an operand is, as far as comparing it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind<'a> {
    /// True or false.
    Bool,
    /// A whole number of any size.
    Whole,
    /// A float of any size.
    Fraction,
    /// A decimal number.
    Decimal,
    /// A whole number that is written in a rule.
    Int,
    /// A number with a fraction that is written in a rule.
    Float,
    /// Characters.
    Text,
    /// A text that is written in a rule: characters, or the label of an enum.
    Written,
    /// A label that is stored as text.
    Label(&'a EnumType),
    /// A label of the server's own enum type.
    Native(&'a EnumType),
    /// A UUID.
    Uuid,
    /// Whoever asks: a UUID, or the text of one beside a column of texts.
    Caller,
    /// The id of a user as text.
    Subject,
    /// A moment.
    Moment,
    /// Any other column: it compares with its like.
    Other(&'a Type),
    /// JSON of a type that nobody knows before it is there.
    Claim,
}

impl<'a> Kind<'a> {
    /// What an operand is, seen from a row of `stored`. `None` for a field
    /// that has no column.
    pub(crate) fn of(operand: &'a Operand, stored: TableModel<'a>) -> Option<Self> {
        Some(match operand {
            Operand::Field(field) => Self::of_type(&stored.column(field)?.field.kind),
            Operand::Literal(Literal::Bool(_)) => Self::Bool,
            Operand::Literal(Literal::Int(_)) => Self::Int,
            Operand::Literal(Literal::Float(_)) => Self::Float,
            Operand::Literal(Literal::Text(_)) => Self::Written,
            Operand::Uid => Self::Caller,
            Operand::Role | Operand::Email => Self::Text,
            Operand::Claim(_) => Self::Claim,
            Operand::Now => Self::Moment,
        })
    }

    /// What a column of this type is.
    pub(crate) fn of_type(kind: &'a Type) -> Self {
        match (kind.class(), kind.parameter()) {
            (ValueClass::Label, TypeParameter::Labels(of)) if of.native => Self::Native(of),
            (ValueClass::Label, TypeParameter::Labels(of)) => Self::Label(of),
            (ValueClass::Bool, _) => Self::Bool,
            (ValueClass::Whole, _) => Self::Whole,
            (ValueClass::Float, _) => Self::Fraction,
            (ValueClass::Decimal, _) => Self::Decimal,
            (ValueClass::Text | ValueClass::DocumentId, _) => Self::Text,
            (ValueClass::Uuid, _) => Self::Uuid,
            (ValueClass::UserId, _) => Self::Subject,
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

    /// Whether two values can be asked this of. What Rust's side of a rule
    /// refuses is refused here too.
    pub(crate) fn compares(self, operator: Operator, other: Self) -> bool {
        let ordered = match operator {
            Operator::Eq | Operator::Ne => false,
            Operator::Lt | Operator::Le | Operator::Gt | Operator::Ge => true,
        };
        (self.meets(other) || other.meets(self))
            && !(ordered && (self.has_no_order() || other.has_no_order()))
    }

    /// Whether two values can stand in one list, which has one type: beside a
    /// claim, which is read as that, and beside whoever asks.
    pub(crate) fn joins(self, other: Self) -> bool {
        let is_two = |one, other| one == Self::Caller && other == Self::Subject;
        self.compares(Operator::Eq, other) && !is_two(self, other) && !is_two(other, self)
    }

    fn meets(self, other: Self) -> bool {
        match self {
            Self::Claim => !matches!(other, Self::Claim | Self::Moment | Self::Other(_)),
            Self::Written => {
                matches!(other, Self::Written | Self::Text | Self::Label(_) | Self::Native(_))
            }
            // Whole numbers would be rounded beside a float, and floats beside
            // a decimal.
            Self::Int | Self::Float if matches!(other, Self::Int | Self::Float) => true,
            Self::Int => matches!(other, Self::Whole | Self::Fraction | Self::Decimal),
            Self::Float => matches!(other, Self::Fraction | Self::Decimal),
            Self::Bool
            | Self::Whole
            | Self::Fraction
            | Self::Decimal
            | Self::Text
            | Self::Label(_)
            | Self::Native(_)
            | Self::Uuid
            | Self::Moment
            | Self::Other(_) => self == other,
            Self::Caller => matches!(other, Self::Caller | Self::Uuid | Self::Subject),
            Self::Subject => matches!(other, Self::Subject | Self::Text | Self::Written),
        }
    }

    fn has_no_order(self) -> bool {
        match self {
            Self::Label(_) | Self::Native(_) => true,
            Self::Other(kind) => !kind.def().ordered,
            Self::Bool
            | Self::Whole
            | Self::Fraction
            | Self::Decimal
            | Self::Int
            | Self::Float
            | Self::Text
            | Self::Written
            | Self::Uuid
            | Self::Caller
            | Self::Subject
            | Self::Moment
            | Self::Claim => false,
        }
    }

    /// Whether a collation has a say in its order.
    pub(crate) const fn is_collated(self) -> bool {
        match self {
            Self::Text | Self::Written | Self::Subject => true,
            Self::Bool
            | Self::Whole
            | Self::Fraction
            | Self::Decimal
            | Self::Int
            | Self::Float
            | Self::Label(_)
            | Self::Native(_)
            | Self::Uuid
            | Self::Caller
            | Self::Moment
            | Self::Other(_)
            | Self::Claim => false,
        }
    }
}
