//! Numbers, dates and timestamps between two others.

use std::cmp::Ordering;

use crate::access::{Operand, Ordered, Truth};

/// A number.
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

    /// Whether it is a multiple of a whole number.
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

/// A number, date or timestamp that can be compared with a limit of a range.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no range",
    label = "`range` is about numbers, dates and moments, and its ends are written as such",
    note = "a whole number takes whole ends, a date `\"2020-01-31\"`, a moment `\"2020-01-31T12:00:00Z\"`",
    note = "texts have `length(..)` and `pattern`, lists have `items(..)`"
)]
pub trait HasRange<L> {
    /// Whether the value is less or greater than the limit; `None` for `NaN`.
    fn compare_to(&self, limit: &L) -> Option<Ordering>;
}

// One for each, and not one for all numbers: then another type is one error.
macro_rules! ranged {
    ($($rust:ty),+) => {$(
        #[diagnostic::do_not_recommend]
        impl<L> HasRange<L> for $rust
        where
            Self: Ordered<L>,
        {
            fn compare_to(&self, limit: &L) -> Option<Ordering> {
                self.order(limit).filter(|_| self.is_number())
            }
        }
    )+};
}

ranged!(i16, i32, i64, f32, f64);

#[cfg(feature = "decimal")]
ranged!(rust_decimal::Decimal);

/// Whether a value, if there is one, is on the right side of a limit.
fn compare<T: Operand + ?Sized, L>(
    value: &T,
    limit: &L,
    fits: impl FnOnce(Ordering) -> bool,
) -> bool
where
    T::Value: HasRange<L>,
{
    value.value().is_none_or(|value| value.compare_to(limit).is_some_and(fits))
}

/// `range(min = ..)`
pub fn at_least<T: Operand + ?Sized, L>(value: &T, limit: &L) -> bool
where
    T::Value: HasRange<L>,
{
    compare(value, limit, Ordering::is_ge)
}

/// `range(above = ..)`
pub fn above<T: Operand + ?Sized, L>(value: &T, limit: &L) -> bool
where
    T::Value: HasRange<L>,
{
    compare(value, limit, Ordering::is_gt)
}

/// `range(max = ..)`
pub fn at_most<T: Operand + ?Sized, L>(value: &T, limit: &L) -> bool
where
    T::Value: HasRange<L>,
{
    compare(value, limit, Ordering::is_le)
}

/// `range(below = ..)`
pub fn below<T: Operand + ?Sized, L>(value: &T, limit: &L) -> bool
where
    T::Value: HasRange<L>,
{
    compare(value, limit, Ordering::is_lt)
}

/// Whether a relation holds or is unknown.
#[must_use]
pub const fn is_not_false(relation: Truth) -> bool {
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
