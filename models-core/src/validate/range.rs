//! Numbers, dates and moments between two others.

use std::cmp::Ordering;

use crate::access::{Operand, Ordered, Truth};

/// A value that a range may be about.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "this rule is about numbers",
    note = "texts have `length(..)` and `pattern`, lists have `items(..)`"
)]
pub trait Number {
    /// Whether it is a number at all: not `NaN`.
    fn is_number(&self) -> bool {
        true
    }

    /// Whether it is neither infinite nor `NaN`.
    fn is_finite(&self) -> bool {
        true
    }

    /// Whether a whole number divides it.
    fn is_multiple_of(&self, _divisor: i64) -> bool {
        false
    }
}

macro_rules! whole {
    ($($rust:ty),+) => {$(
        impl Number for $rust {
            fn is_multiple_of(&self, divisor: i64) -> bool {
                divisor != 0 && i64::from(*self).checked_rem(divisor).is_none_or(|rest| rest == 0)
            }
        }
    )+};
}

whole!(i16, i32, i64);

macro_rules! fraction {
    ($($rust:ty),+) => {$(
        impl Number for $rust {
            fn is_number(&self) -> bool {
                !self.is_nan()
            }

            fn is_finite(&self) -> bool {
                <$rust>::is_finite(*self)
            }
        }
    )+};
}

fraction!(f32, f64);

#[cfg(feature = "decimal")]
impl Number for rust_decimal::Decimal {}

/// A number, date or moment that can be held against an end of a range.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no range",
    label = "`range` is about numbers, dates and moments, and its ends are written as such",
    note = "a whole number takes whole ends, a date `\"2020-01-31\"`, a moment `\"2020-01-31T12:00:00Z\"`",
    note = "texts have `length(..)` and `pattern`, lists have `items(..)`"
)]
pub trait Ranged<L> {
    /// Which comes first, the value or the end; `None` for what is no number.
    fn beside(&self, end: &L) -> Option<Ordering>;
}

// One for each, and not one for all numbers: what is none has one error then.
macro_rules! ranged {
    ($($rust:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl<L> Ranged<L> for $rust
        where
            Self: Ordered<L>,
        {
            fn beside(&self, end: &L) -> Option<Ordering> {
                self.order(end).filter(|_| self.is_number())
            }
        }
    )+};
}

ranged!(i16, i32, i64, f32, f64);

#[cfg(feature = "decimal")]
ranged!(rust_decimal::Decimal);

/// Whether a value, if there is one, is on the right side of an end.
fn keeps<T: Operand + ?Sized, L>(value: &T, end: &L, keeps: impl FnOnce(Ordering) -> bool) -> bool
where
    T::Value: Ranged<L>,
{
    value.value().is_none_or(|value| value.beside(end).is_some_and(keeps))
}

/// `range(min = ..)`
pub fn at_least<T: Operand + ?Sized, L>(value: &T, end: &L) -> bool
where
    T::Value: Ranged<L>,
{
    keeps(value, end, Ordering::is_ge)
}

/// `range(above = ..)`
pub fn above<T: Operand + ?Sized, L>(value: &T, end: &L) -> bool
where
    T::Value: Ranged<L>,
{
    keeps(value, end, Ordering::is_gt)
}

/// `range(max = ..)`
pub fn at_most<T: Operand + ?Sized, L>(value: &T, end: &L) -> bool
where
    T::Value: Ranged<L>,
{
    keeps(value, end, Ordering::is_le)
}

/// `range(below = ..)`
pub fn below<T: Operand + ?Sized, L>(value: &T, end: &L) -> bool
where
    T::Value: Ranged<L>,
{
    keeps(value, end, Ordering::is_lt)
}

/// Whether a relation is kept: not false.
#[must_use]
pub const fn kept(relation: Truth) -> bool {
    !matches!(relation, Truth::False)
}

/// `finite`
pub fn finite<T: Operand + ?Sized>(value: &T) -> bool
where
    T::Value: Number,
{
    value.value().is_none_or(Number::is_finite)
}

/// `multiple_of = 5`
pub fn multiple_of<T: Operand + ?Sized>(value: &T, divisor: i64) -> bool
where
    T::Value: Number,
{
    value.value().is_none_or(|value| value.is_multiple_of(divisor))
}
