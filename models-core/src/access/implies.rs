//! When one rule implies another.

use crate::schema::{Comparison, Expr, Membership, Operand};

/// Whether `other` is true wherever `rule` is, as far as their
/// structure shows: a `false` may be wrong, a `true` never is.
///
/// ```
/// use models_core::access::implies;
/// use models_core::schema::{Comparison, Expr, Operand, Operator};
/// let own = Expr::Compare(Comparison {
///     left: Operand::Field("author_id".into()),
///     operator: Operator::Eq,
///     right: Operand::Uid,
/// });
/// let either = Expr::Or(vec![Expr::Holds(Operand::Field("open".into())), own.clone()].into());
/// assert!(implies(&own, &either));
/// assert!(implies(&own, &Expr::Authenticated));
/// assert!(!implies(&either, &own));
/// ```
#[must_use]
pub fn implies(rule: &Expr, other: &Expr) -> bool {
    rule == other || holds_by_itself(rule, other) || holds_by_parts(rule, other)
}

/// The other is always true, the rule never is, or one needs a user and so does
/// the other.
fn holds_by_itself(rule: &Expr, other: &Expr) -> bool {
    match other {
        Expr::Anyone => true,
        Expr::Authenticated => needs_a_user(rule),
        Expr::Exists(less) => matches!(rule, Expr::Exists(more) if is_narrower(more, less)),
        Expr::IsSome(there) => compares(rule, there),
        _ => matches!(rule, Expr::Nobody | Expr::Service),
    }
}

fn holds_by_parts(rule: &Expr, other: &Expr) -> bool {
    let divided = match other {
        Expr::And(all) => all.iter().all(|part| implies(rule, part)),
        Expr::Or(any) => any.iter().any(|part| implies(rule, part)),
        _ => false,
    };
    divided
        || match rule {
            Expr::And(all) => all.iter().any(|part| implies(part, other)),
            Expr::Or(any) => any.iter().all(|part| implies(part, other)),
            _ => false,
        }
}

/// Whether it is true only for signed-in users: nobody else has an id, an
/// address or claims, and a comparison with an absent value is unknown.
fn needs_a_user(rule: &Expr) -> bool {
    let is_a_users =
        |operand: &Operand| matches!(operand, Operand::Uid | Operand::Email | Operand::Claim(_));
    match rule {
        Expr::Compare(Comparison { left, right, .. }) => is_a_users(left) || is_a_users(right),
        Expr::IsSome(operand) | Expr::Holds(operand) => is_a_users(operand),
        Expr::Exists(Membership { conditions, .. }) => {
            conditions.iter().any(|condition| is_a_users(&condition.equals))
        }
        Expr::Nobody | Expr::Service => true,
        _ => false,
    }
}

/// Whether it is a comparison of this value, which is true only where the value
/// is present.
fn compares(rule: &Expr, operand: &Operand) -> bool {
    matches!(rule, Expr::Compare(Comparison { left, right, .. })
        if left == operand || right == operand)
}

/// Whether it looks for a row of the same model with at least the same
/// conditions.
fn is_narrower(more: &Membership, less: &Membership) -> bool {
    more.model == less.model
        && less.conditions.iter().all(|condition| more.conditions.contains(condition))
}
