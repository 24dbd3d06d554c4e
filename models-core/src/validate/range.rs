//! Numbers, dates and moments between two others.

use crate::access::{Operand, Truth};

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
impl Number for chrono::NaiveDate {}
impl Number for chrono::DateTime<chrono::Utc> {}

/// One end of `range(..)`: what is no number is in no range.
pub fn within<T: Operand + ?Sized>(value: &T, end: Truth) -> bool
where
    T::Value: Number,
{
    kept(end) && value.value().is_none_or(Number::is_number)
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
