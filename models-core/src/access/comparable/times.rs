//! Moments, dates and times of day, to the microsecond: that is what a
//! database keeps of them.

use std::cmp::Ordering;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

use super::ordered;

ordered!(DateTime<Utc>, DateTime<Utc>, |left, right| {
    Some(left.timestamp_micros().cmp(&right.timestamp_micros()))
});

ordered!(NaiveDateTime, NaiveDateTime, |left, right| {
    Some(left.and_utc().timestamp_micros().cmp(&right.and_utc().timestamp_micros()))
});

ordered!(NaiveDate, NaiveDate, |left, right| Some(left.cmp(right)));

ordered!(NaiveTime, NaiveTime, |left, right| Some(time_of_day(*left).cmp(&time_of_day(*right))));

ordered!(TimeDelta, TimeDelta, |left, right| {
    Some(match (left.num_microseconds(), right.num_microseconds()) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => left.cmp(right),
    })
});

/// Seconds since midnight, and microseconds since that second.
fn time_of_day(time: NaiveTime) -> (u32, u32) {
    (time.num_seconds_from_midnight(), time.nanosecond() / 1_000)
}
