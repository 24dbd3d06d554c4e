//! Whom a condition can let in: its possible values for a kind of caller and
//! any row. All printers use it.

use super::{Comparison, Expr, Literal, Membership, Operand, Operator, Truth, TruthSet};

/// A kind of client, as a policy names it in `TO`. The service role is not one:
/// it is above the rules.
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

    /// The caller's role in PostgreSQL, which is the value of `auth.role()`.
    #[must_use]
    pub const fn role(self) -> &'static str {
        match self {
            Self::Anonymous => "anon",
            Self::User => "authenticated",
        }
    }
}

/// The values that `expr` may have for this caller, for any row, user and
/// moment.
///
/// Every value that [`evaluate`](crate::access::evaluate) can give is among them. The
/// converse does not hold: the parts of an expression are taken to be
/// independent, so `a || !a` may be false.
///
/// ```
/// use models_core::schema::{Caller, Expr, Operand, Truth, TruthSet, possible};
/// let signed_in = Expr::IsSome(Operand::Uid);
/// assert_eq!(possible(&signed_in, Caller::Anonymous), TruthSet::only(Truth::False));
/// assert_eq!(possible(&signed_in, Caller::User), TruthSet::only(Truth::True));
/// ```
#[must_use]
pub fn possible(expr: &Expr, caller: Caller) -> TruthSet {
    match expr {
        Expr::Anyone => TruthSet::only(Truth::True),
        Expr::Authenticated => TruthSet::only((caller == Caller::User).into()),
        Expr::Nobody | Expr::Service => TruthSet::only(Truth::False),
        Expr::And(all) => all
            .iter()
            .map(|part| possible(part, caller))
            .fold(TruthSet::only(Truth::True), TruthSet::and),
        Expr::Or(any) => any
            .iter()
            .map(|part| possible(part, caller))
            .fold(TruthSet::only(Truth::False), TruthSet::or),
        Expr::Not(inner) => possible(inner, caller).not(),
        Expr::Compare(Comparison { left, operator, right }) => {
            compared(Known::of(left, caller), *operator, Known::of(right, caller))
        }
        Expr::IsNone(operand) => Known::of(operand, caller).is_none(),
        Expr::IsSome(operand) => Known::of(operand, caller).is_none().not(),
        Expr::In(operand, options) => {
            let value = Known::of(operand, caller);
            options
                .iter()
                .map(|option| compared(value, Operator::Eq, Known::of(option, caller)))
                .fold(TruthSet::only(Truth::False), TruthSet::or)
        }
        Expr::Holds(operand) => Known::of(operand, caller).holds(),
        Expr::Exists(membership) => matched(membership, caller),
        Expr::Sql(_) | Expr::Rules(_) => TruthSet::ANY,
    }
}

/// Whether any row could make the rule let this caller through.
///
/// Where it is `false`, a policy need not name the caller's role.
///
/// ```
/// use models_core::schema::{Expr, Caller, can_allow};
/// assert!(!can_allow(&Expr::Service, Caller::User));
/// ```
#[must_use]
pub fn can_allow(expr: &Expr, caller: Caller) -> bool {
    possible(expr, caller).contains(Truth::True)
}

/// Whether any row could make the rule let someone through who is not signed
/// in. Then the policy also names `anon`.
///
/// ```
/// use models_core::schema::{Expr, can_allow_anonymous};
/// assert!(can_allow_anonymous(&Expr::Anyone));
/// assert!(!can_allow_anonymous(&Expr::Authenticated));
/// ```
#[must_use]
pub fn can_allow_anonymous(expr: &Expr) -> bool {
    can_allow(expr, Caller::Anonymous)
}

/// Whether the rule lets this caller through for every row: the caller's role
/// alone decides.
///
/// ```
/// use models_core::schema::{Expr, Caller, always_allows};
/// assert!(always_allows(&Expr::Authenticated, Caller::User));
/// ```
#[must_use]
pub fn always_allows(expr: &Expr, caller: Caller) -> bool {
    possible(expr, caller) == TruthSet::only(Truth::True)
}

/// No row equals an absent value: then `exists` is false, not unknown.
fn matched(membership: &Membership, caller: Caller) -> TruthSet {
    let absent = membership
        .conditions
        .iter()
        .any(|condition| matches!(Known::of(&condition.equals, caller), Known::Absent));
    if absent { TruthSet::only(Truth::False) } else { TruthSet::ANY }
}

/// What is known of an operand when only the kind of caller is.
#[derive(Clone, Copy)]
enum Known<'a> {
    /// It has no value.
    Absent,
    /// It is the caller's role, which is this.
    Role(&'static str),
    /// It has this value, which the rule names.
    Written(&'a Literal),
    /// It has a value.
    Present,
    /// It may have a value or not.
    Unknown,
}

impl<'a> Known<'a> {
    fn of(operand: &'a Operand, caller: Caller) -> Self {
        match (operand, caller) {
            (Operand::Literal(literal), _) => Self::Written(literal),
            (Operand::Role, _) => Self::Role(caller.role()),
            (Operand::Uid | Operand::Email | Operand::Claim(_), Caller::Anonymous) => Self::Absent,
            (Operand::Uid, Caller::User) | (Operand::Now, _) => Self::Present,
            (Operand::Email | Operand::Claim(_), Caller::User) | (Operand::Field(_), _) => {
                Self::Unknown
            }
        }
    }

    fn text(self) -> Option<&'a str> {
        match self {
            Self::Role(text) => Some(text),
            Self::Written(Literal::Text(text)) => Some(text),
            Self::Written(Literal::Bool(_) | Literal::Int(_) | Literal::Float(_))
            | Self::Absent
            | Self::Present
            | Self::Unknown => None,
        }
    }

    fn is_none(self) -> TruthSet {
        match self {
            Self::Absent => TruthSet::only(Truth::True),
            Self::Role(_) | Self::Written(_) | Self::Present => TruthSet::only(Truth::False),
            Self::Unknown => TruthSet::DECIDED,
        }
    }

    fn holds(self) -> TruthSet {
        match self {
            Self::Absent => TruthSet::only(Truth::Unknown),
            Self::Written(Literal::Bool(holds)) => TruthSet::only((*holds).into()),
            Self::Role(_) | Self::Written(_) | Self::Present | Self::Unknown => TruthSet::ANY,
        }
    }
}

/// A comparison: unknown beside an absent value, decided between two texts
/// (the role, mostly), and otherwise left open.
fn compared(left: Known<'_>, operator: Operator, right: Known<'_>) -> TruthSet {
    if matches!(left, Known::Absent) || matches!(right, Known::Absent) {
        return TruthSet::only(Truth::Unknown);
    }
    match (left.text(), right.text()) {
        (Some(left), Some(right)) => TruthSet::only(operator.accepts(left.cmp(right)).into()),
        _ => TruthSet::ANY,
    }
}
