//! Fields that are not indexed unless something needs the index.

use super::limit;
use crate::schema::{Check, Count, Expr, Field, Operand, ValueClass, ValueRule};

/// Whether the field is left out of the indexes that Firestore makes by
/// itself: it is declared so, its values grow with every write, so that all of
/// them go to one end of the index, or they are too long for it.
pub(super) fn is_exempt(field: &Field) -> bool {
    let grows = field.is_created_at() || field.is_updated_at();
    (grows && field.kind.class() == ValueClass::Moment)
        || field.ttl
        || field.unindexed
        || is_long(field)
}

/// Whether it is a text that an index cannot hold whole, by the bound that it
/// is declared to have: of such texts, not even equality could be asked.
fn is_long(field: &Field) -> bool {
    let is_beyond = |rule: &ValueRule| match rule.check {
        Check::Length(Count { max: Some(max), .. }) => max > limit::MAX_TEXT_BYTES,
        _ => false,
    };
    field.kind.def().unbounded && field.rules.iter().any(is_beyond)
}

/// Whether the rule for reading uses this field: a query has to name what the
/// rule uses, so it needs the index.
pub(super) fn is_needed_by(select: &Expr, field: &str) -> bool {
    let is = |operand: &Operand| matches!(operand, Operand::Field(name) if name == field);
    match select {
        Expr::And(all) | Expr::Or(all) => all.iter().any(|part| is_needed_by(part, field)),
        Expr::Not(inner) => is_needed_by(inner, field),
        Expr::Compare(comparison) => is(&comparison.left) || is(&comparison.right),
        Expr::IsNone(operand) | Expr::IsSome(operand) | Expr::Holds(operand) => is(operand),
        Expr::In(operand, options) => is(operand) || options.iter().any(is),
        Expr::Exists(membership) => membership.conditions.iter().any(|one| is(&one.equals)),
        // What it uses is not known.
        Expr::Rules(text) => text.contains(field),
        Expr::Anyone | Expr::Authenticated | Expr::Nobody | Expr::Service | Expr::Sql(_) => false,
    }
}
