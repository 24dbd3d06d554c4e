//! Whom a rule can ever allow: its possible values for a kind of caller,
//! whatever the row.

use super::known::{Known, compared};
use super::{Truth, Truths};
use crate::schema::{Comparison, Expr, Membership, Operator};

/// A client, as far as a policy can name it in `TO`. The service role is
/// none: it is above the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caller {
    /// Not signed in: no id, no address, no claims.
    Anonymous,
    /// Signed in: an id, perhaps an address, perhaps claims.
    User,
}

impl Caller {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Anonymous, Self::User];

    /// The role that PostgreSQL knows this caller by, and what `auth.role()` gives.
    #[must_use]
    pub const fn role(self) -> &'static str {
        match self {
            Self::Anonymous => "anon",
            Self::User => "authenticated",
        }
    }
}

/// The values that `expr` may have for this caller, whatever the row, the
/// user and the moment.
///
/// Every value that [`evaluate`](super::evaluate) can give is among them. The
/// converse does not hold: parts of an expression are taken to be independent,
/// so for a user `a || !a` may seem false.
///
/// ```
/// use models_core::access::{Caller, Truth, Truths, possible};
/// use models_core::schema::{Expr, Operand};
/// let signed_in = Expr::IsSome(Operand::Uid);
/// assert_eq!(possible(&signed_in, Caller::Anonymous), Truths::only(Truth::False));
/// assert_eq!(possible(&signed_in, Caller::User), Truths::only(Truth::True));
/// ```
#[must_use]
pub fn possible(expr: &Expr, caller: Caller) -> Truths {
    match expr {
        Expr::Anyone => Truths::only(Truth::True),
        Expr::Authenticated => Truths::only((caller == Caller::User).into()),
        Expr::Nobody | Expr::Service => Truths::only(Truth::False),
        Expr::And(all) => all
            .iter()
            .map(|part| possible(part, caller))
            .fold(Truths::only(Truth::True), Truths::and),
        Expr::Or(any) => any
            .iter()
            .map(|part| possible(part, caller))
            .fold(Truths::only(Truth::False), Truths::or),
        Expr::Not(inner) => possible(inner, caller).not(),
        Expr::Compare(Comparison { left, operator, right }) => {
            compared(&Known::of(left, caller), *operator, &Known::of(right, caller))
        }
        Expr::IsNone(operand) => Known::of(operand, caller).is_none(),
        Expr::IsSome(operand) => Known::of(operand, caller).is_none().not(),
        Expr::In(operand, options) => {
            let value = Known::of(operand, caller);
            options
                .iter()
                .map(|option| compared(&value, Operator::Eq, &Known::of(option, caller)))
                .fold(Truths::only(Truth::False), Truths::or)
        }
        Expr::Holds(operand) => Known::of(operand, caller).holds(),
        Expr::Exists(membership) => matched(membership, caller),
        Expr::Sql(_) | Expr::Rules(_) => Truths::ANY,
    }
}

/// Whether any row could make the rule let this caller through.
///
/// Where it is `false`, a policy need not name the caller's role.
///
/// ```
/// use models_core::access::{Caller, can_allow};
/// use models_core::schema::Expr;
/// assert!(!can_allow(&Expr::Service, Caller::User));
/// ```
#[must_use]
pub fn can_allow(expr: &Expr, caller: Caller) -> bool {
    possible(expr, caller).contains(Truth::True)
}

/// Whether any row could make the rule let someone through who is not signed
/// in: then the policy is for `anon` too.
///
/// ```
/// use models_core::access::can_allow_anonymous;
/// use models_core::schema::Expr;
/// assert!(can_allow_anonymous(&Expr::Anyone));
/// assert!(!can_allow_anonymous(&Expr::Authenticated));
/// ```
#[must_use]
pub fn can_allow_anonymous(expr: &Expr) -> bool {
    can_allow(expr, Caller::Anonymous)
}

/// Whether the rule lets this caller through whatever the row: the caller's
/// role alone decides.
///
/// ```
/// use models_core::access::{Caller, always_allows};
/// use models_core::schema::Expr;
/// assert!(always_allows(&Expr::Authenticated, Caller::User));
/// ```
#[must_use]
pub fn always_allows(expr: &Expr, caller: Caller) -> bool {
    possible(expr, caller) == Truths::only(Truth::True)
}

/// No row equals an absent value, and `exists` says so plainly.
fn matched(membership: &Membership, caller: Caller) -> Truths {
    let absent = membership
        .conditions
        .iter()
        .any(|condition| matches!(Known::of(&condition.equals, caller), Known::Absent));
    if absent { Truths::only(Truth::False) } else { Truths::ANY }
}
