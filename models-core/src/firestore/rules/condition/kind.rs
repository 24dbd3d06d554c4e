//! What the rules language compares otherwise than the table says.

use crate::schema::{Comparand, Operator, Type};

/// Whether the language compares two values as Rust does.
pub(super) fn compares(left: Comparand<'_>, operator: Operator, right: Comparand<'_>) -> bool {
    let is_ordered = match operator {
        Operator::Eq | Operator::Ne => false,
        Operator::Lt | Operator::Le | Operator::Gt | Operator::Ge => true,
    };
    let suits = |side| if is_ordered { has_order(side) } else { has_equality(side) };
    left.compares(operator, right) && suits(left) && suits(right)
}

/// Decimals are texts here. Others compare with their like where that means the
/// same.
fn has_equality(kind: Comparand<'_>) -> bool {
    match kind {
        Comparand::Decimal => false,
        Comparand::Other(kind) => equals(kind),
        _ => true,
    }
}

/// Rust has an order for truth values too.
fn has_order(kind: Comparand<'_>) -> bool {
    match kind {
        Comparand::Bool | Comparand::Decimal => false,
        Comparand::Other(kind) => kind.document().is_some_and(|document| document.ordered),
        _ => true,
    }
}

/// Whether two values of this type are the same in the rules language exactly
/// where they are in Rust. Numbers inside lists are not: there 1 is not 1.0.
fn equals(kind: &Type) -> bool {
    let of_elements = |element: &Type| element.element().is_none() && equals(element);
    kind.document().is_some_and(|document| document.equals)
        && kind.element().is_none_or(of_elements)
}

/// Whether a document holds it as a text that a rule can write down.
pub(super) const fn is_characters(kind: Comparand<'_>) -> bool {
    matches!(
        kind,
        Comparand::Text | Comparand::Label(_) | Comparand::UserId | Comparand::DocumentId
    )
}

/// Whether it is a text that may have any characters. Two of them are in the
/// order of their UTF-16 units, which for some is not that of their bytes, as in
/// Rust; beside a text without such characters both agree.
pub(super) fn is_any_text(kind: Comparand<'_>) -> bool {
    match kind {
        Comparand::Text
        | Comparand::UserId
        | Comparand::DocumentId
        | Comparand::Caller
        | Comparand::Claim => true,
        Comparand::Written(text) => text.chars().any(|c| c >= '\u{E000}'),
        Comparand::Bool
        | Comparand::Whole
        | Comparand::Float
        | Comparand::Decimal
        | Comparand::Number(_)
        | Comparand::Role
        | Comparand::Label(_)
        | Comparand::Uuid
        | Comparand::Moment
        | Comparand::Other(_) => false,
    }
}
