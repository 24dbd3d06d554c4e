//! The predicates and the tree say the same of the same values.

use proptest::num::{f32, f64};
use proptest::prelude::*;
use uuid::Uuid;

use super::{row, sample, someone};
use crate::access::predicates::{self as m, Float, Int};
use crate::access::{Auth, KnownRows, Operand, Ordered, Truth, Value, evaluate};
use crate::schema::{Expr, Operator};
use crate::types::Id;

/// Holds all six comparisons against each other.
fn agree<L: Operand, R: Operand>(
    left: &(&L, Value),
    right: &(&R, Value),
) -> Result<(), TestCaseError>
where
    L::Value: Ordered<R::Value>,
{
    for (operator, typed) in [
        (Operator::Eq, m::eq(left.0, right.0)),
        (Operator::Ne, m::ne(left.0, right.0)),
        (Operator::Lt, m::lt(left.0, right.0)),
        (Operator::Le, m::le(left.0, right.0)),
        (Operator::Gt, m::gt(left.0, right.0)),
        (Operator::Ge, m::ge(left.0, right.0)),
    ] {
        prop_assert_eq!(left.1.compare(operator, &right.1), typed, "{:?}", operator);
        prop_assert_eq!(right.1.compare(mirrored(operator), &left.1), typed, "{:?}", operator);
    }
    Ok(())
}

/// The same question from the other side.
fn mirrored(operator: Operator) -> Operator {
    match operator {
        Operator::Eq | Operator::Ne => operator,
        Operator::Lt => Operator::Gt,
        Operator::Le => Operator::Ge,
        Operator::Gt => Operator::Lt,
        Operator::Ge => Operator::Le,
    }
}

/// A copy beside itself as a value.
macro_rules! both {
    ($value:expr) => {
        &(&$value, Value::from($value.clone()))
    };
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_numbers(a in -3_i16..3, b in any::<Option<i32>>(), c in f32::ANY, d in f64::ANY) {
        agree(both!(a), both!(b))?;
        agree(both!(b), &(&Int(2), Value::Int(2)))?;
        agree(both!(c), both!(d))?;
        agree(both!(c), &(&Float(1.5), Value::Float(1.5)))?;
        agree(both!(d), &(&Int(i64::from(a)), Value::from(a)))?;
        agree(both!(f64::from(c)), both!(c))?;
    }

    #[test]
    fn on_texts_and_keys(a in ".{0,3}", b in ".{0,3}", c in any::<u128>(), d in any::<u128>()) {
        agree(both!(a), both!(b.as_str()))?;
        let (c, d) = (Uuid::from_u128(c), Id::<u8>::from_uuid(Uuid::from_u128(d)));
        agree(both!(c), both!(d))?;
        agree(both!(d), both!(d))?;
        agree(both!(a.as_bytes().to_vec()), both!(b.as_bytes().to_vec()))?;
    }

    #[test]
    fn on_claims(claim in sample::claim(), a in -3_i64..3, b in f64::ANY, c in any::<bool>()) {
        let value = Value::from(claim.clone());
        let claim = &(&&claim, value);
        agree(claim, both!(a))?;
        agree(claim, &(&Int(a), Value::Int(a)))?;
        agree(claim, both!(b))?;
        agree(claim, both!(c))?;
        agree(claim, both!("x"))?;
        agree(claim, both!(Uuid::from_u128(1)))?;
        prop_assert_eq!(claim.1.holds(), m::holds(claim.0));
        prop_assert_eq!(Truth::from(claim.1.is_null()), m::is_none(claim.0));
    }

    #[test]
    fn on_a_whole_rule(a in any::<Option<bool>>(), b in any::<Option<i32>>(), auth in sample::auth()) {
        use super::{any, compare, field, not, text};
        let typed = m::holds(&a)
            .or(m::gt(&b, &Int(0)).not())
            .or(m::eq(&auth.claim(&["org", "role"]), &"x"));
        let tree = any([
            Expr::Holds(field("a")),
            not(compare(field("b"), Operator::Gt, crate::schema::Operand::Literal(
                crate::schema::Literal::Int(0),
            ))),
            compare(
                crate::schema::Operand::Claim(vec!["org".into(), "role".into()].into()),
                Operator::Eq,
                text("x"),
            ),
        ]);
        let facts = KnownRows::row([("a", Value::from(a)), ("b", Value::from(b))]);
        prop_assert_eq!(evaluate(&tree, &auth, &facts), typed);
    }
}

#[test]
fn one_of_a_list() {
    use super::{field, text};
    let listed = Expr::In(field("status"), vec![text("draft"), text("published")].into());
    let ask = |facts: KnownRows| evaluate(&listed, &someone(), &facts);
    assert_eq!(ask(row("status", "draft")), Truth::True);
    assert_eq!(ask(row("status", "gone")), Truth::False);
    assert_eq!(ask(row("status", Value::Null)), Truth::Unknown);
}

#[test]
fn sql_is_unknown_unless_someone_knows() {
    let sql = Expr::Sql("true".into());
    assert_eq!(evaluate(&sql, &someone(), &KnownRows::default()), Truth::Unknown);
    assert!(Auth::service().allows(evaluate(&sql, &Auth::service(), &KnownRows::default())));
}

#[test]
fn values_that_never_meet_are_unknown() {
    assert_eq!(Value::from("1").compare(Operator::Eq, &Value::Int(1)), Truth::Unknown);
    assert_eq!(Value::from(vec![1]).compare(Operator::Lt, &vec![2].into()), Truth::Unknown);
    assert_eq!(Value::from(vec![1]).compare(Operator::Eq, &vec![1].into()), Truth::True);
    assert_eq!(Value::from(vec![1]).compare(Operator::Eq, &vec![1, 2].into()), Truth::False);
}
