//! A claim beside a value: of another type than that it is unknown, as in Rust.

use super::value::RuleValue;
use crate::firestore::rules::language::{BinaryOp, RulesExpr};
use crate::firestore::rules::pattern::UUID_IN_ANY_CASE;
use crate::schema::{Comparand, UUID_PATTERN};

/// Where `claim operator value` is true.
pub(super) fn claim<'a>(
    claim: RuleValue<'a>,
    operator: BinaryOp,
    value: RuleValue<'a>,
) -> RulesExpr<'a> {
    match value.kind {
        Comparand::Uuid => beside_uuid(claim, operator, value),
        Comparand::Caller => beside_caller(&claim.expression, operator, &value.expression),
        Comparand::Bool => typed("bool", claim, operator, value),
        Comparand::Whole | Comparand::Float | Comparand::Number(_) => {
            typed("number", claim, operator, value)
        }
        Comparand::Written(_)
        | Comparand::Text
        | Comparand::Role
        | Comparand::Label(_)
        | Comparand::UserId
        | Comparand::DocumentId
        | Comparand::Decimal
        | Comparand::Moment
        | Comparand::Other(_)
        | Comparand::Claim => typed("string", claim, operator, value),
    }
}

fn typed<'a>(
    kind: &'static str,
    claim: RuleValue<'a>,
    operator: BinaryOp,
    value: RuleValue<'a>,
) -> RulesExpr<'a> {
    let is_typed = claim.expression.clone().is(kind);
    let guards = match operator {
        BinaryOp::Ne => vec![is_typed, value.guard()],
        BinaryOp::Eq if value.needs_a_guard => vec![value.guard()],
        // Values of different types have no order: an error.
        _ => Vec::new(),
    };
    let comparison = claim.expression.binary(operator, value.expression);
    RulesExpr::all(guards.into_iter().chain([comparison]))
}

/// A UUID in a token may have capital letters.
fn beside_uuid<'a>(
    claim: RuleValue<'a>,
    operator: BinaryOp,
    value: RuleValue<'a>,
) -> RulesExpr<'a> {
    let is_uuid = matches(claim.expression.clone(), UUID_IN_ANY_CASE);
    let guards = match operator {
        BinaryOp::Eq => Vec::new(),
        BinaryOp::Ne => vec![is_uuid, value.guard()],
        _ => vec![is_uuid],
    };
    let comparison = lower(claim.expression).binary(operator, value.expression);
    RulesExpr::all(guards.into_iter().chain([comparison]))
}

/// Whoever asks is known by a UUID or by any other text.
fn beside_caller<'a>(
    claim: &RulesExpr<'a>,
    operator: BinaryOp,
    caller: &RulesExpr<'a>,
) -> RulesExpr<'a> {
    let (claim, caller) = (|| claim.clone(), || caller.clone());
    let known_by_uuid = || matches(caller(), UUID_PATTERN);
    let other_case = || lower(claim()).binary(operator, caller());
    if operator == BinaryOp::Eq {
        let same_uuid = RulesExpr::all([known_by_uuid(), other_case()]);
        return RulesExpr::any([claim().eq(caller()), same_uuid]);
    }
    let other_uuid = RulesExpr::all([matches(claim(), UUID_IN_ANY_CASE), other_case()]);
    RulesExpr::all([
        claim().is("string"),
        claim().ne(caller()),
        RulesExpr::any([known_by_uuid().not(), other_uuid]),
    ])
}

pub(super) fn lower(text: RulesExpr<'_>) -> RulesExpr<'_> {
    text.method("lower", Vec::new())
}

fn matches<'a>(text: RulesExpr<'a>, pattern: &'a str) -> RulesExpr<'a> {
    text.method("matches", vec![RulesExpr::text(pattern)])
}
