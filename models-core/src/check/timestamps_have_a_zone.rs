//! # `timestamps_have_a_zone`
//!
//! A moment is a `DateTime<Utc>` (`timestamptz`), never a `NaiveDateTime`
//! (`timestamp`).
//!
//! A time without a zone is a different moment for each reader: a server that
//! moves, a client in another country or the hour that daylight saving
//! repeats change what it means, and nothing in the row tells.

use super::type_of;
use crate::schema::Type;
use crate::types::FieldType;

/// Refuses a date and time without a zone.
#[track_caller]
pub const fn timestamps_have_a_zone<T: FieldType>() {
    if matches!(type_of::<T>(), Type::LocalTimestamp) {
        panic!(
            "a `NaiveDateTime` has no time zone\n  why: it is a different moment for every reader\n  fix: write `DateTime<Utc>`\n  convention: timestamps_have_a_zone"
        );
    }
}

/// Refuses a `created_at` that is no moment.
#[track_caller]
pub const fn has_created_at<T: FieldType>() {
    if !matches!(type_of::<T>(), Type::Timestamp) || T::NULLABLE {
        panic!(
            "`created_at` is not a `DateTime<Utc>`\n  why: the server writes the moment of making into it, in every row\n  fix: write `pub created_at: DateTime<Utc>`\n  convention: has_created_at"
        );
    }
}

/// Refuses an `updated_at` that is no moment.
#[track_caller]
pub const fn has_updated_at<T: FieldType>() {
    if !matches!(type_of::<T>(), Type::Timestamp) || T::NULLABLE {
        panic!(
            "`updated_at` is not a `DateTime<Utc>`\n  why: the server writes the moment of the last change into it, in every row\n  fix: write `pub updated_at: DateTime<Utc>`\n  convention: has_updated_at"
        );
    }
}
