//! # `precision_is_for_decimals`
//!
//! `precision(p, s)` stands on a `Decimal`.
//!
//! No other type keeps a stated number of digits: a `f64` with two digits
//! behind the point is still a binary fraction, and an integer has none.

use super::{Verdict, holds};
use crate::schema::ValueClass;
use crate::types::FieldTypeInfo;

/// Refuses `precision(..)` on anything but a `Decimal`.
#[must_use]
pub const fn precision_is_for_decimals(field: FieldTypeInfo) -> Verdict<'static> {
    if !matches!(holds(field).class(), ValueClass::Decimal) {
        return Some(
            "`precision` on a type without digits\n  why: only `Decimal` keeps a stated number of them\n  fix: leave it out, or make the field a `Decimal`\n  convention: precision_is_for_decimals",
        );
    }
    None
}
