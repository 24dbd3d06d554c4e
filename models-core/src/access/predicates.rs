//! What the derive writes a rule with, all under one path.
//!
//! Each function reads its operands through their options. A missing value
//! makes the result unknown, except in [`is_none`] and [`is_some`].

use super::{Boolean, Comparable, Operand, Ordered};
pub use super::{FloatLiteral as Float, IntLiteral as Int, Truth};
use crate::schema::Operator;

/// `left == right`.
pub fn eq<L: Operand + ?Sized, R: Operand + ?Sized>(left: &L, right: &R) -> Truth
where
    L::Value: Comparable<R::Value>,
{
    match (left.value(), right.value()) {
        (Some(left), Some(right)) => left.equals(right),
        _ => Truth::Unknown,
    }
}

/// `left != right`.
pub fn ne<L: Operand + ?Sized, R: Operand + ?Sized>(left: &L, right: &R) -> Truth
where
    L::Value: Comparable<R::Value>,
{
    eq(left, right).not()
}

/// `left < right`.
pub fn lt<L: Operand + ?Sized, R: Operand + ?Sized>(left: &L, right: &R) -> Truth
where
    L::Value: Ordered<R::Value>,
{
    ordered(left, Operator::Lt, right)
}

/// `left <= right`.
pub fn le<L: Operand + ?Sized, R: Operand + ?Sized>(left: &L, right: &R) -> Truth
where
    L::Value: Ordered<R::Value>,
{
    ordered(left, Operator::Le, right)
}

/// `left > right`.
pub fn gt<L: Operand + ?Sized, R: Operand + ?Sized>(left: &L, right: &R) -> Truth
where
    L::Value: Ordered<R::Value>,
{
    ordered(left, Operator::Gt, right)
}

/// `left >= right`.
pub fn ge<L: Operand + ?Sized, R: Operand + ?Sized>(left: &L, right: &R) -> Truth
where
    L::Value: Ordered<R::Value>,
{
    ordered(left, Operator::Ge, right)
}

/// The value is absent.
pub fn is_none<T: Operand + ?Sized>(operand: &T) -> Truth {
    operand.value().is_none().into()
}

/// The value is present.
pub fn is_some<T: Operand + ?Sized>(operand: &T) -> Truth {
    operand.value().is_some().into()
}

/// The value is `true`.
pub fn holds<T: Operand + ?Sized>(operand: &T) -> Truth
where
    T::Value: Boolean,
{
    operand.value().map_or(Truth::Unknown, T::Value::truth)
}

/// A column that clients cannot change has not changed.
pub fn same<T: PartialEq + ?Sized>(old: &T, new: &T) -> bool {
    old == new
}

fn ordered<L: Operand + ?Sized, R: Operand + ?Sized>(
    left: &L,
    operator: Operator,
    right: &R,
) -> Truth
where
    L::Value: Ordered<R::Value>,
{
    let order = left.value().zip(right.value()).and_then(|(left, right)| left.order(right));
    order.map_or(Truth::Unknown, |order| operator.accepts(order).into())
}
