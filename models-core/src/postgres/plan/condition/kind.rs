//! What SQL compares otherwise than the table says, and how it orders texts.

use crate::postgres::plan::model::table_model::TableModel;
use crate::schema::{Comparand, Operand, Operator};

/// What an operand is, seen from a row of `stored`. `None` for a field that has
/// no column.
pub(crate) fn of<'a>(operand: &'a Operand, stored: TableModel<'a>) -> Option<Comparand<'a>> {
    Comparand::of(operand, |field| stored.column(field).map(|column| &column.field.kind))
}

/// Whether SQL compares two values so: those that compare in Rust, and two
/// numbers that are written.
pub(crate) fn compares(left: Comparand<'_>, operator: Operator, right: Comparand<'_>) -> bool {
    let is_written = |side| matches!(side, Comparand::Number(_));
    left.compares(operator, right) || (is_written(left) && is_written(right))
}

/// Whether two values can stand in one list, which has one type: beside a
/// claim, which is read as that, and beside the caller, who is a UUID or a text.
pub(crate) fn joins(one: Comparand<'_>, other: Comparand<'_>) -> bool {
    let differ = |one, other| one == Comparand::Caller && is_text_of_a_caller(other);
    compares(one, Operator::Eq, other) && !differ(one, other) && !differ(other, one)
}

/// Whether the caller is read as a text beside it.
pub(crate) const fn is_text_of_a_caller(other: Comparand<'_>) -> bool {
    matches!(other, Comparand::UserId | Comparand::DocumentId)
}

/// Whether a collation has a say in its order.
pub(crate) const fn is_collated(kind: Comparand<'_>) -> bool {
    match kind {
        Comparand::Text
        | Comparand::Role
        | Comparand::Written(_)
        | Comparand::UserId
        | Comparand::DocumentId => true,
        Comparand::Bool
        | Comparand::Whole
        | Comparand::Float
        | Comparand::Decimal
        | Comparand::Number(_)
        | Comparand::Label(_)
        | Comparand::Uuid
        | Comparand::Caller
        | Comparand::Moment
        | Comparand::Other(_)
        | Comparand::Claim => false,
    }
}
