//! Moments, dates, times of day and intervals.
//!
//! sqlx panics on a value beyond chrono's range (PostgreSQL's years go up to
//! 294,276, chrono's to 262,142), `infinity` among them, and turns the time
//! `24:00` into `00:00`. So the numbers are read here.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use sqlx::postgres::types::PgInterval;
use sqlx::postgres::{PgTypeInfo, PgValueRef};
use sqlx::{Decode, Postgres, Type};

use super::{ReadError, binary};
use crate::types::FieldType;

/// A type of time.
pub(crate) trait Time: FieldType + Type<Postgres> {
    /// What its bytes hold.
    type Raw: for<'r> Decode<'r, Postgres>;

    /// The value, when chrono has it.
    fn from_raw(raw: Self::Raw) -> Result<Self, ReadError>;
}

/// What sqlx accepts.
pub(crate) fn accepts<T: Time>(kind: &PgTypeInfo) -> bool {
    T::compatible(kind)
}

/// The value, when chrono has it.
pub(crate) fn read<T: Time>(value: PgValueRef<'_>) -> Result<T, ReadError> {
    binary::<T>(&value)?;
    T::from_raw(T::Raw::decode(value).map_err(ReadError::value::<T>)?)
}

/// PostgreSQL counts from 2000-01-01, chrono from 1970-01-01.
const EPOCH_IN_DAYS: i64 = 10_957;

impl Time for NaiveDateTime {
    /// Microseconds since the epoch.
    type Raw = i64;

    fn from_raw(raw: i64) -> Result<Self, ReadError> {
        moment::<Self>(raw).map(|moment| moment.naive_utc())
    }
}

impl Time for DateTime<Utc> {
    /// Microseconds since the epoch.
    type Raw = i64;

    fn from_raw(raw: i64) -> Result<Self, ReadError> {
        moment::<Self>(raw)
    }
}

fn moment<T: FieldType>(raw: i64) -> Result<DateTime<Utc>, ReadError> {
    let since_1970 = TimeDelta::days(EPOCH_IN_DAYS) + TimeDelta::microseconds(raw);
    DateTime::UNIX_EPOCH.checked_add_signed(since_1970).ok_or_else(|| match raw {
        i64::MAX => ReadError::out_of_range::<T>(&"infinity"),
        i64::MIN => ReadError::out_of_range::<T>(&"-infinity"),
        _ => ReadError::out_of_range::<T>(&raw),
    })
}

impl Time for NaiveDate {
    /// Days since the epoch.
    type Raw = i32;

    fn from_raw(raw: i32) -> Result<Self, ReadError> {
        let since_1970 = TimeDelta::days(EPOCH_IN_DAYS + i64::from(raw));
        DateTime::UNIX_EPOCH.date_naive().checked_add_signed(since_1970).ok_or_else(|| match raw {
            i32::MAX => ReadError::out_of_range::<Self>(&"infinity"),
            i32::MIN => ReadError::out_of_range::<Self>(&"-infinity"),
            _ => ReadError::out_of_range::<Self>(&raw),
        })
    }
}

impl Time for NaiveTime {
    /// Microseconds since midnight, the end of the day included.
    type Raw = i64;

    fn from_raw(raw: i64) -> Result<Self, ReadError> {
        match Self::MIN.overflowing_add_signed(TimeDelta::microseconds(raw)) {
            (time, 0) => Ok(time),
            _ => Err(ReadError::out_of_range::<Self>(&raw)),
        }
    }
}

impl Time for TimeDelta {
    type Raw = PgInterval;

    fn from_raw(raw: PgInterval) -> Result<Self, ReadError> {
        match raw {
            PgInterval { months: 0, days: 0, microseconds } => Ok(Self::microseconds(microseconds)),
            PgInterval { months, days, .. } => Err(ReadError::Calendar { months, days }),
        }
    }
}
