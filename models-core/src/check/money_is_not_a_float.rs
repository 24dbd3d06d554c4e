//! # `money_is_not_a_float`
//!
//! A field whose name says that it holds money (`price`, `total_cost`,
//! `balance`, `fee_eur`, ..) is neither an `f32` nor an `f64`.
//!
//! Binary fractions hold no tenth exactly, so sums drift by cents, and two
//! ways to compute the same total disagree. Keep a whole number of the
//! smallest unit (`price_cents: i64`), or a `Decimal` with
//! `#[model(precision(12, 2))]`. A `total` that is not money says so with
//! `allow(money_is_not_a_float, reason = "..")`.

use super::{Verdict, holds};
use crate::schema::ValueClass;
use crate::types::FieldTypeInfo;

/// Refuses a floating-point number; called only for fields named after money.
#[must_use]
pub const fn money_is_not_a_float(field: FieldTypeInfo) -> Verdict<'static> {
    if matches!(holds(field).class(), ValueClass::Float) {
        return Some(
            "money in a floating-point number\n  why: a tenth has no exact binary fraction, so sums drift by cents\n  fix: an `i64` of the smallest unit, or `Decimal` with `#[model(precision(12, 2))]`\n  convention: money_is_not_a_float",
        );
    }
    None
}
