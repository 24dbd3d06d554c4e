//! # `money_is_not_a_float`
//!
//! A field whose name says that it holds money (`price`, `total_cost`,
//! `balance`, ..) is no `f32` and no `f64`.
//!
//! Binary fractions hold no tenth exactly, so sums drift by cents, and two
//! ways to compute the same total disagree. Keep a whole number of the
//! smallest unit (`price_cents: i64`), or a `Decimal` with
//! `#[model(precision(12, 2))]`.

use super::type_of;
use crate::schema::Type;
use crate::types::FieldType;

/// Refuses a floating-point number; asked only of fields named after money.
#[track_caller]
pub const fn money_is_not_a_float<T: FieldType>() {
    if matches!(type_of::<T>(), Type::F32 | Type::F64) {
        panic!(
            "money in a floating-point number\n  why: a tenth has no exact binary fraction, so sums drift by cents\n  fix: an `i64` of the smallest unit, or `Decimal` with `#[model(precision(12, 2))]`\n  convention: money_is_not_a_float"
        );
    }
}
