//! Two values side by side.

use super::claim::claim;
use super::kind;
use super::translator::Translator;
use super::value::{RuleValue, described};
use crate::access;
use crate::firestore::rules::language::{BinaryOp, RulesExpr};
use crate::firestore::{Error, ErrorKind};
use crate::schema::{Comparand, Comparison, Literal, Operand, Operator};

/// The largest whole number up to which floats are exact.
const MAX_EXACT: i64 = 1 << 53;

impl<'a> Translator<'_, 'a> {
    /// Where a comparison is true; or, for `wanted` false, where it is false:
    /// where both values are there, and the opposite is true.
    pub(super) fn comparison(
        &self,
        comparison: &'a Comparison,
        wanted: bool,
    ) -> Result<RulesExpr<'a>, Error> {
        let Comparison { left, operator, right } = comparison;
        let operator = if wanted { *operator } else { opposite(*operator) };
        self.compare(left, operator, right)
    }

    /// Where `left operator right` is true.
    pub(super) fn compare(
        &self,
        left: &'a Operand,
        operator: Operator,
        right: &'a Operand,
    ) -> Result<RulesExpr<'a>, Error> {
        if let Some(decided) = decided(left, operator, right) {
            return Ok(decided);
        }
        let (one, other) = (self.value(left)?, self.value(right)?);
        self.check(&one, operator, &other).map_err(|kind| {
            let (left, right) = (described(left), described(right));
            self.model.error(kind(left, right))
        })?;
        if one.is_hidden || other.is_hidden {
            return Ok(RulesExpr::Bool(false));
        }
        Ok(compared(one, operator, other))
    }

    #[expect(clippy::unused_self, reason = "reads as part of the above")]
    fn check(
        &self,
        one: &RuleValue<'a>,
        operator: Operator,
        other: &RuleValue<'a>,
    ) -> Result<(), fn(String, String) -> ErrorKind> {
        let is_ordered = !matches!(operator, Operator::Eq | Operator::Ne);
        if is_ordered && kind::is_any_text(one.kind) && kind::is_any_text(other.kind) {
            return Err(|left, right| ErrorKind::Unordered { left, right });
        }
        if !kind::compares(one.kind, operator, other.kind) || is_rounded(one.kind, other.kind) {
            return Err(|left, right| ErrorKind::Incomparable { left, right });
        }
        Ok(())
    }
}

/// Whether a float would meet a whole number that it may not hold exactly.
fn is_rounded(one: Comparand<'_>, other: Comparand<'_>) -> bool {
    let is_beyond = |kind: Comparand<'_>| matches!(kind, Comparand::Number(Literal::Int(int)) if !(-MAX_EXACT..=MAX_EXACT).contains(int));
    (one == Comparand::Float && is_beyond(other)) || (other == Comparand::Float && is_beyond(one))
}

/// What is true where the other is false, if both values are there.
const fn opposite(operator: Operator) -> Operator {
    match operator {
        Operator::Eq => Operator::Ne,
        Operator::Ne => Operator::Eq,
        Operator::Lt => Operator::Ge,
        Operator::Le => Operator::Gt,
        Operator::Gt => Operator::Le,
        Operator::Ge => Operator::Lt,
    }
}

/// The condition for two values that are known when the rules are printed:
/// literals, and the role, which is one of two.
fn decided<'a>(left: &Operand, operator: Operator, right: &Operand) -> Option<RulesExpr<'a>> {
    let written = |operand: &Operand, role: &str| match operand {
        Operand::Literal(literal) => Some(access::Value::from(literal)),
        Operand::Role => Some(access::Value::from(role)),
        Operand::Field(_) | Operand::Uid | Operand::Email | Operand::Claim(_) | Operand::Now => {
            None
        }
    };
    let truth_for = |caller: access::Caller| {
        let role = caller.role();
        Some(written(left, role)?.compare(operator, &written(right, role)?).is_true())
    };
    let nobody = truth_for(access::Caller::Anonymous)?;
    let user = truth_for(access::Caller::User)?;
    Some(match (nobody, user) {
        (true, false) => RulesExpr::auth().eq(RulesExpr::Null),
        (false, true) => RulesExpr::auth().ne(RulesExpr::Null),
        (both, _) => RulesExpr::Bool(both),
    })
}

/// Where this is true of two values that may be compared.
pub(super) fn compared<'a>(
    left: RuleValue<'a>,
    operator: Operator,
    right: RuleValue<'a>,
) -> RulesExpr<'a> {
    let operator = binary(operator);
    match (left.kind, right.kind) {
        (Comparand::Claim, _) => return claim(left, operator, right),
        (_, Comparand::Claim) => return claim(right, operator.flipped(), left),
        _ => {}
    }
    let guards = match operator {
        // `null == null`
        BinaryOp::Eq if left.needs_a_guard && right.needs_a_guard => vec![left.guard()],
        // `null != 1`
        BinaryOp::Ne => vec![left.guard(), right.guard()],
        _ => Vec::new(),
    };
    let comparison = left.expression.binary(operator, right.expression);
    RulesExpr::all(guards.into_iter().chain([comparison]))
}

const fn binary(operator: Operator) -> BinaryOp {
    match operator {
        Operator::Eq => BinaryOp::Eq,
        Operator::Ne => BinaryOp::Ne,
        Operator::Lt => BinaryOp::Lt,
        Operator::Le => BinaryOp::Le,
        Operator::Gt => BinaryOp::Gt,
        Operator::Ge => BinaryOp::Ge,
    }
}
