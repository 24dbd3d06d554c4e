//! Digits belong to decimal numbers.

use super::type_of;
use crate::schema::Type;
use crate::types::FieldType;

/// Refuses `precision(..)` on anything but a `Decimal`.
#[track_caller]
pub const fn precision_is_for_decimals<T: FieldType>() {
    if !matches!(type_of::<T>(), Type::Decimal) {
        panic!(
            "`precision` on a type without digits\n  why: only `Decimal` keeps a stated number of them\n  fix: leave it out, or make the field a `Decimal`"
        );
    }
}
