//! Claims: JSON compared with a typed value. With a claim of another type the
//! result is unknown, not an error and not false, so `!=` is not true either.

use uuid::Uuid;

use super::{int_float_order, ordered};
use crate::access::ClaimValue;
use crate::access::predicates::{Float, Int};

ordered!(both ClaimValue, str, |claim, text| Some(claim.as_text()?.cmp(text)));
ordered!(both ClaimValue, bool, |claim, right| Some(claim.as_bool()?.cmp(right)));
ordered!(both ClaimValue, Uuid, |claim, right| Some(claim.as_uuid()?.cmp(right)));

/// A claim and a whole number, without rounding either.
macro_rules! whole {
    ($($int:ty),+) => {$(
        ordered!(both ClaimValue, $int, |claim, right| claim.order(&Int(i64::from(*right))));
    )+};
}

whole!(i16, i32, i64);

ordered!(both ClaimValue, Int, |claim, right| match claim.number()? {
    ClaimNumber::Int(claim) => Some(claim.cmp(&right.0)),
    ClaimNumber::Float(claim) => Some(int_float_order(right.0, claim).reverse()),
});

/// A claim and a float: the claim becomes a float first, as `numeric` does.
macro_rules! fraction {
    ($($float:ty),+) => {$(
        ordered!(both ClaimValue, $float, |claim, right| match claim.number()? {
            ClaimNumber::Int(claim) => Int(claim).order(right),
            ClaimNumber::Float(claim) => claim.order(right),
        });
    )+};
}

fraction!(f32, f64);

ordered!(both ClaimValue, Float, |claim, right| match claim.number()? {
    ClaimNumber::Int(claim) => Some(int_float_order(claim, right.0)),
    ClaimNumber::Float(claim) => claim.order(&right.0),
});

#[cfg(feature = "decimal")]
ordered!(both ClaimValue, rust_decimal::Decimal, |claim, right| match claim.number()? {
    ClaimNumber::Int(claim) => Int(claim).order(right),
    ClaimNumber::Float(claim) => Float(claim).order(right),
});

/// A claim that is a number.
enum ClaimNumber {
    Int(i64),
    Float(f64),
}

impl ClaimValue {
    /// The number in this claim; `None` for `NaN` and infinity, which JSON lacks.
    fn number(&self) -> Option<ClaimNumber> {
        match self {
            Self::Int(int) => Some(ClaimNumber::Int(*int)),
            Self::Float(float) if float.is_finite() => Some(ClaimNumber::Float(*float)),
            _ => None,
        }
    }
}
