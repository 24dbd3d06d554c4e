//! What the values in a rule are, and which of them compare.

use crate::schema::{EnumType, Literal, Type, TypeParameter, ValueClass};

/// What a value is, as far as comparing it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum RuleType<'a> {
    /// True or false.
    Bool,
    /// A whole number of any size.
    Whole,
    /// A float of any size.
    Fraction,
    /// A number that is written in a rule.
    Number(&'a Literal),
    /// A text that is written in a rule: characters, or the label of an enum.
    Written(&'a str),
    /// Characters.
    Text,
    /// The role that asks.
    Role,
    /// A label.
    Label(&'a EnumType),
    /// A UUID.
    Uuid,
    /// The id of a user.
    Uid,
    /// The id of a document.
    DocumentId,
    /// Whoever asks.
    Caller,
    /// A moment.
    Moment,
    /// Any other field: it compares with its like.
    Other(&'a Type),
    /// What a token says, of a type that nobody knows before it is there.
    Claim,
}

impl<'a> RuleType<'a> {
    /// What a field of this type is.
    pub(super) fn of_type(kind: &'a Type) -> Self {
        match (kind.class(), kind.parameter()) {
            (ValueClass::Label, TypeParameter::Labels(of)) => Self::Label(of),
            (ValueClass::Bool, _) => Self::Bool,
            (ValueClass::Whole, _) => Self::Whole,
            (ValueClass::Float, _) => Self::Fraction,
            (ValueClass::Text, _) => Self::Text,
            (ValueClass::Uuid, _) => Self::Uuid,
            (ValueClass::UserId, _) => Self::Uid,
            (ValueClass::DocumentId, _) => Self::DocumentId,
            (ValueClass::Moment, _) => Self::Moment,
            (
                ValueClass::Label
                | ValueClass::Decimal
                | ValueClass::LocalMoment
                | ValueClass::Json
                | ValueClass::List
                | ValueClass::Own,
                _,
            ) => Self::Other(kind),
        }
    }

    pub(super) fn of_literal(literal: &'a Literal) -> Self {
        match literal {
            Literal::Bool(_) => Self::Bool,
            Literal::Int(_) | Literal::Float(_) => Self::Number(literal),
            Literal::Text(text) => Self::Written(text),
        }
    }

    /// Whether `==` between the two says in the rules language what it says in
    /// Rust. What Rust refuses is refused here too.
    pub(super) fn meets(self, other: Self) -> bool {
        self.before(other) || other.before(self)
    }

    fn before(self, other: Self) -> bool {
        match self {
            Self::Claim => !matches!(other, Self::Claim | Self::Moment | Self::Other(_)),
            Self::Written(_) => matches!(
                other,
                Self::Written(_)
                    | Self::Text
                    | Self::Role
                    | Self::Label(_)
                    | Self::Uid
                    | Self::DocumentId
            ),
            Self::Number(Literal::Float(_)) => matches!(other, Self::Fraction),
            Self::Number(_) => matches!(other, Self::Whole | Self::Fraction),
            Self::Text => matches!(other, Self::Text | Self::Role | Self::Uid | Self::DocumentId),
            Self::Caller => {
                matches!(other, Self::Caller | Self::Uuid | Self::Uid | Self::DocumentId)
            }
            Self::Other(kind) => self == other && has_equals(kind),
            Self::Bool
            | Self::Whole
            | Self::Fraction
            | Self::Role
            | Self::Label(_)
            | Self::Uuid
            | Self::Uid
            | Self::DocumentId
            | Self::Moment => self == other,
        }
    }

    /// Whether it has an order in Rust, and rules have one for it at all.
    pub(super) fn has_order(self) -> bool {
        match self {
            // Rust has one for truth values too; rules have not.
            Self::Bool | Self::Label(_) => false,
            Self::Other(kind) => kind.document().is_some_and(|document| document.ordered),
            Self::Whole
            | Self::Fraction
            | Self::Number(_)
            | Self::Written(_)
            | Self::Text
            | Self::Role
            | Self::Uuid
            | Self::Uid
            | Self::DocumentId
            | Self::Caller
            | Self::Moment
            | Self::Claim => true,
        }
    }

    /// Whether a document holds it as a text that a rule can write down.
    pub(super) const fn is_characters(self) -> bool {
        matches!(self, Self::Text | Self::Label(_) | Self::Uid | Self::DocumentId)
    }

    /// Whether it is a text that may have any characters. Two of them are in
    /// the order of their UTF-16 units, which for some is not that of their
    /// bytes, as in Rust; beside a text without such characters both agree.
    pub(super) fn is_any_text(self) -> bool {
        match self {
            Self::Text | Self::Uid | Self::DocumentId | Self::Caller | Self::Claim => true,
            Self::Written(text) => text.chars().any(|c| c >= '\u{E000}'),
            Self::Bool
            | Self::Whole
            | Self::Fraction
            | Self::Number(_)
            | Self::Role
            | Self::Label(_)
            | Self::Uuid
            | Self::Moment
            | Self::Other(_) => false,
        }
    }
}

/// Whether two values of this type are the same in the rules language exactly
/// where they are in Rust. Numbers inside lists are not: there 1 is not 1.0.
fn has_equals(kind: &Type) -> bool {
    let equals = kind.document().is_some_and(|document| document.equals);
    let of_elements = |element: &Type| element.element().is_none() && has_equals(element);
    equals && kind.element().is_none_or(of_elements)
}
