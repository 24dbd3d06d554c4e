//! The value of a tree for one caller and one row.

use super::{Auth, RowLookup, Truth, Value};
use crate::schema::{Comparison, Expr, Membership, Operand, Operator};

/// The value of `expr` for this caller and these rows.
///
/// It agrees with the predicate that the derive writes from the same rule, and
/// with the policy in the database. [`Auth::allows`] decides whether a value
/// allows, because the service role is above the rules.
///
/// It differs from a predicate in one case: `exists` with an absent value is
/// false even where the other rows are not known, because no row equals an
/// absent value.
///
/// ```
/// use models_core::access::{Auth, KnownRows, Truth, Value, evaluate};
/// use models_core::schema::{Comparison, Expr, Operand, Operator};
/// use models_core::types::Id;
/// let own = Expr::Compare(Comparison {
///     left: Operand::Field("author_id".into()),
///     operator: Operator::Eq,
///     right: Operand::Uid,
/// });
/// let author = Id::new();
/// let post = KnownRows::row([("author_id", Value::from(author))]);
/// assert_eq!(evaluate(&own, &Auth::user(author), &post), Truth::True);
/// assert_eq!(evaluate(&own, &Auth::user(Id::new()), &post), Truth::False);
/// assert_eq!(evaluate(&own, &Auth::anonymous(), &post), Truth::Unknown);
/// ```
#[must_use]
pub fn evaluate(expr: &Expr, auth: &Auth, rows: &dyn RowLookup) -> Truth {
    let value = |operand: &Operand| value(operand, auth, rows);
    match expr {
        Expr::Anyone => Truth::True,
        Expr::Authenticated => auth.is_authenticated(),
        Expr::Nobody | Expr::Service => Truth::False,
        Expr::And(all) => {
            all.iter().map(|part| evaluate(part, auth, rows)).fold(Truth::True, Truth::and)
        }
        Expr::Or(any) => {
            any.iter().map(|part| evaluate(part, auth, rows)).fold(Truth::False, Truth::or)
        }
        Expr::Not(inner) => evaluate(inner, auth, rows).not(),
        Expr::Compare(Comparison { left, operator, right }) => {
            value(left).compare(*operator, &value(right))
        }
        Expr::IsNone(operand) => value(operand).is_null().into(),
        Expr::IsSome(operand) => (!value(operand).is_null()).into(),
        Expr::In(operand, options) => {
            let wanted = value(operand);
            options
                .iter()
                .map(|option| wanted.compare(Operator::Eq, &value(option)))
                .fold(Truth::False, Truth::or)
        }
        Expr::Holds(operand) => value(operand).holds(),
        Expr::Exists(membership) => exists(membership, auth, rows),
        Expr::Sql(text) | Expr::Rules(text) => rows.raw(text),
    }
}

/// The value of an operand for this caller and this row.
fn value(operand: &Operand, auth: &Auth, rows: &dyn RowLookup) -> Value {
    match operand {
        Operand::Field(name) => rows.field(name),
        Operand::Literal(literal) => literal.into(),
        Operand::Uid => auth.subject().into(),
        Operand::Role => auth.role().into(),
        Operand::Email => auth.email().into(),
        Operand::Claim(path) => auth.claim(path).cloned().into(),
        Operand::Now => auth.now().into(),
    }
}

fn exists(membership: &Membership, auth: &Auth, rows: &dyn RowLookup) -> Truth {
    let wanted: Vec<(&str, Value)> = membership
        .conditions
        .iter()
        .map(|condition| (condition.field.as_ref(), value(&condition.equals, auth, rows)))
        .collect();
    if wanted.iter().any(|(_, value)| value.is_null()) {
        return Truth::False;
    }
    rows.exists(&membership.model, &wanted)
}
