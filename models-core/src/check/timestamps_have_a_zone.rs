//! # `timestamps_have_a_zone`
//!
//! A moment is a `DateTime<Utc>` (`timestamptz`), never a `NaiveDateTime`
//! (`timestamp`).
//!
//! A time without a zone is a different moment for each reader: a server that
//! moves, a client in another country or the hour that daylight saving
//! repeats change what it means, and nothing in the row tells. A day or a
//! time of day that is meant wherever the reader is, such as a birthday or
//! opening hours, is a `NaiveDate` or a `NaiveTime`.

use super::{Verdict, holds};
use crate::schema::ValueClass;
use crate::types::FieldTypeInfo;

/// Refuses a date and time without a zone.
#[must_use]
pub const fn timestamps_have_a_zone(field: FieldTypeInfo) -> Verdict<'static> {
    if matches!(holds(field).class(), ValueClass::LocalMoment) {
        return Some(
            "a `NaiveDateTime` has no time zone\n  why: it is a different moment for every reader\n  fix: write `DateTime<Utc>`\n  convention: timestamps_have_a_zone",
        );
    }
    None
}
