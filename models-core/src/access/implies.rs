//! When one rule says enough for another.

use crate::schema::{Comparison, Expr, Membership, Operand};

/// Whether `other` is true wherever `rule` is, as far as can be seen without
/// trying: a `false` may be wrong, a `true` never is.
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
    rule == other || whatever_is_asked(rule, other) || by_its_parts(rule, other)
}

/// The other is always true, the rule never is, or it asks for a user.
fn whatever_is_asked(rule: &Expr, other: &Expr) -> bool {
    match other {
        Expr::Anyone => true,
        Expr::Authenticated => asks_for_a_user(rule),
        Expr::Exists(less) => matches!(rule, Expr::Exists(more) if is_narrower(more, less)),
        Expr::IsSome(there) => compares(rule, there),
        _ => matches!(rule, Expr::Nobody | Expr::Service),
    }
}

fn by_its_parts(rule: &Expr, other: &Expr) -> bool {
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

/// Whether it is true for those alone who are signed in: nobody else has an
/// id, an address or claims, and a comparison with what is absent is unknown.
fn asks_for_a_user(rule: &Expr) -> bool {
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

/// Whether it is a comparison of this value: true only where it is there.
fn compares(rule: &Expr, operand: &Operand) -> bool {
    matches!(rule, Expr::Compare(Comparison { left, right, .. })
        if left == operand || right == operand)
}

/// Whether it asks for the same row, and as much of it or more.
fn is_narrower(more: &Membership, less: &Membership) -> bool {
    more.model == less.model
        && less.conditions.iter().all(|condition| more.conditions.contains(condition))
}
