//! Numbers, as PostgreSQL compares them.

use std::cmp::Ordering;

use super::ordered;
use crate::access::predicates::{Float, Int};

/// Two floats: `NaN` equals itself and is greater than every number, zero has
/// no sign.
fn float_order(left: f64, right: f64) -> Ordering {
    left.partial_cmp(&right).unwrap_or_else(|| left.is_nan().cmp(&right.is_nan()))
}

/// The nearest float: how PostgreSQL converts a whole number to `double precision`.
#[expect(clippy::cast_precision_loss, reason = "PostgreSQL rounds here too")]
const fn rounded(int: i64) -> f64 {
    int as f64
}

/// A float and a whole number, without rounding either.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked before")]
pub(super) fn int_float_order(int: i64, float: f64) -> Ordering {
    const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;
    if float.is_nan() || float >= TWO_TO_63 {
        Ordering::Less
    } else if float < -TWO_TO_63 {
        Ordering::Greater
    } else {
        int.cmp(&(float.trunc() as i64)).then_with(|| float_order(0.0, float.fract()))
    }
}

/// Two whole numbers of any size.
macro_rules! whole {
    ($($left:ty: $($right:ty),+;)+) => {$($(
        ordered!($left, $right, |left, right| Some(i64::from(*left).cmp(&i64::from(*right))));
    )+)+};
}

whole! {
    i16: i16, i32, i64;
    i32: i16, i32, i64;
    i64: i16, i32, i64;
}

/// A whole number and one that is written in the rule.
macro_rules! whole_literal {
    ($($left:ty),+) => {$(
        ordered!(both $left, Int, |left, right| Some(i64::from(*left).cmp(&right.0)));
    )+};
}

whole_literal!(i16, i32, i64);

/// Two floats of any size: the narrow one is widened, so an `f32` of 0.1 is
/// not the literal 0.1, in SQL as here.
macro_rules! fraction {
    ($($left:ty: $($right:ty),+;)+) => {$($(
        ordered!($left, $right, |left, right| Some(float_order((*left).into(), (*right).into())));
    )+)+};
}

fraction! {
    f32: f32, f64;
    f64: f32, f64;
}

/// A float and a number that is written in the rule.
macro_rules! fraction_literal {
    ($($left:ty),+) => {$(
        ordered!(both $left, Int, |left, right| {
            Some(float_order((*left).into(), rounded(right.0)))
        });
        ordered!(both $left, Float, |left, right| Some(float_order((*left).into(), right.0)));
    )+};
}

fraction_literal!(f32, f64);

ordered!(bool, bool, |left, right| Some(left.cmp(right)));

#[cfg(feature = "decimal")]
mod decimal {
    use std::cmp::Ordering;

    use rust_decimal::Decimal;

    use super::ordered;
    use crate::access::predicates::{Float, Int};

    /// A decimal and a float by its shortest digits, which is how a literal is
    /// printed into SQL; beyond a decimal's range only the sign matters.
    fn decimal_order(decimal: Decimal, float: f64) -> Ordering {
        let digits = float.to_string();
        if let Ok(float) = Decimal::from_str_exact(&digits) {
            return decimal.cmp(&float);
        }
        // More digits than a decimal has: the float lies behind the last of
        // those that it has, and is equal to none.
        let is_less = match Decimal::from_str_exact(cut(&digits)) {
            Ok(cut) if float < 0.0 => decimal < cut,
            Ok(cut) => decimal <= cut,
            Err(_) => float.is_nan() || float > 0.0,
        };
        if is_less { Ordering::Less } else { Ordering::Greater }
    }

    /// The digits, with no more of them behind the point than a decimal has.
    fn cut(digits: &str) -> &str {
        let places = usize::try_from(Decimal::MAX_SCALE).unwrap_or_default();
        let end = digits.find('.').map_or(digits.len(), |point| point + 1 + places);
        digits.get(..end).unwrap_or(digits)
    }

    ordered!(Decimal, Decimal, |left, right| Some(left.cmp(right)));
    ordered!(both Decimal, Int, |left, right| Some(left.cmp(&right.0.into())));
    ordered!(both Decimal, Float, |left, right| Some(decimal_order(*left, right.0)));
}
