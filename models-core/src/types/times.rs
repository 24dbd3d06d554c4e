//! Moments, dates, times of day and lengths of time.
//!
//! A database can hold values that chrono does not have: a moment called
//! `infinity`, the time `24:00`, an interval of months. Reading them is an
//! error. sqlx panics on years beyond chrono's range (PostgreSQL's end in
//! 294,276, chrono's in 262,142) and on `infinity`, and turns `24:00` into
//! `00:00`; so the numbers are read here. Nanoseconds are cut to microseconds,
//! except in a [`TimeDelta`], where sqlx refuses them.
//!
//! Firestore stores a moment to the microsecond, from year 1 to year 9999;
//! nanoseconds are cut as well. Dates and times of day are texts that sort like
//! them.

#[cfg(feature = "firestore")]
use std::io::Write;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
#[cfg(feature = "firestore")]
use chrono::{Datelike, Timelike};

#[cfg(feature = "firestore")]
use super::document::{
    DocumentCodec, FieldError, FieldErrorKind, RawValue, ReadContext, ValueKind, ValueReader,
    ValueWriter, text,
};
use crate::schema::Type;

field_type! {
    DateTime<Utc>, Type::Timestamp;
    NaiveDateTime, Type::LocalTimestamp;
    NaiveDate, Type::Date;
    NaiveTime, Type::Time;
    TimeDelta, Type::Interval;
}

/// Columns, which hold times as numbers.
#[cfg(feature = "sqlx")]
mod numbers {
    use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
    use sqlx::postgres::types::PgInterval;
    use sqlx::postgres::{PgTypeInfo, PgValueRef};
    use sqlx::{Decode, Postgres};

    use crate::types::row::{self, RowCodec};
    use crate::types::{FieldType, ReadError};

    /// A type of time, by the number in its binary format.
    pub(in crate::types) trait BinaryTime:
        FieldType + sqlx::Type<Postgres>
    {
        /// What its bytes hold.
        type Raw: for<'r> Decode<'r, Postgres>;

        /// The value, when chrono has it.
        fn from_raw(raw: Self::Raw) -> Result<Self, ReadError>;
    }

    /// [`RowCodec`] of a [`BinaryTime`].
    macro_rules! row_by_number {
        ($($rust:ty),+) => {$(
                    impl RowCodec for $rust {
                fn accepts(column: &PgTypeInfo) -> bool {
                    <Self as sqlx::Type<Postgres>>::compatible(column)
                }

                fn read(value: PgValueRef<'_>) -> Result<Self, ReadError> {
                    row::binary::<Self>(&value)?;
                    let raw = <Self as BinaryTime>::Raw::decode(value);
                    Self::from_raw(raw.map_err(ReadError::value::<Self>)?)
                }
            }
        )+};
    }

    row_by_number!(DateTime<Utc>, NaiveDateTime, NaiveDate, NaiveTime, TimeDelta);

    /// PostgreSQL counts from 2000-01-01, chrono from 1970-01-01.
    const EPOCH_IN_DAYS: i64 = 10_957;

    impl BinaryTime for NaiveDateTime {
        /// Microseconds since the epoch.
        type Raw = i64;

        fn from_raw(raw: i64) -> Result<Self, ReadError> {
            from_micros::<Self>(raw).map(|moment| moment.naive_utc())
        }
    }

    impl BinaryTime for DateTime<Utc> {
        /// Microseconds since the epoch.
        type Raw = i64;

        fn from_raw(raw: i64) -> Result<Self, ReadError> {
            from_micros::<Self>(raw)
        }
    }

    fn from_micros<T: FieldType>(raw: i64) -> Result<DateTime<Utc>, ReadError> {
        let since_1970 = TimeDelta::days(EPOCH_IN_DAYS) + TimeDelta::microseconds(raw);
        DateTime::UNIX_EPOCH.checked_add_signed(since_1970).ok_or_else(|| match raw {
            i64::MAX => ReadError::out_of_range::<T>(&"infinity"),
            i64::MIN => ReadError::out_of_range::<T>(&"-infinity"),
            _ => ReadError::out_of_range::<T>(&raw),
        })
    }

    impl BinaryTime for NaiveDate {
        /// Days since the epoch.
        type Raw = i32;

        fn from_raw(raw: i32) -> Result<Self, ReadError> {
            let since_1970 = TimeDelta::days(EPOCH_IN_DAYS + i64::from(raw));
            DateTime::UNIX_EPOCH.date_naive().checked_add_signed(since_1970).ok_or_else(
                || match raw {
                    i32::MAX => ReadError::out_of_range::<Self>(&"infinity"),
                    i32::MIN => ReadError::out_of_range::<Self>(&"-infinity"),
                    _ => ReadError::out_of_range::<Self>(&raw),
                },
            )
        }
    }

    impl BinaryTime for NaiveTime {
        /// Microseconds since midnight, the end of the day included.
        type Raw = i64;

        fn from_raw(raw: i64) -> Result<Self, ReadError> {
            match Self::MIN.overflowing_add_signed(TimeDelta::microseconds(raw)) {
                (time, 0) => Ok(time),
                _ => Err(ReadError::out_of_range::<Self>(&raw)),
            }
        }
    }

    impl BinaryTime for TimeDelta {
        type Raw = PgInterval;

        fn from_raw(raw: PgInterval) -> Result<Self, ReadError> {
            match raw {
                PgInterval { months: 0, days: 0, microseconds } => {
                    Ok(Self::microseconds(microseconds))
                }
                PgInterval { months, days, .. } => Err(ReadError::Calendar { months, days }),
            }
        }
    }
}

#[cfg(feature = "sqlx")]
pub(super) use numbers::BinaryTime;

/// The first and the last second that Firestore stores.
#[cfg(feature = "firestore")]
const SECONDS: std::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;
#[cfg(feature = "firestore")]
const YEARS: &str = "it is from year 1 to year 9999";

#[cfg(feature = "firestore")]
impl DocumentCodec for DateTime<Utc> {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        let seconds = self.timestamp();
        if !SECONDS.contains(&seconds) {
            return Err(FieldError::out_of_range(self, YEARS));
        }
        // A leap second has more than a thousand milliseconds; it is cut, too.
        let micros = self.timestamp_subsec_micros().min(999_999);
        Ok(to.timestamp(seconds, micros.cast_signed() * 1_000))
    }

    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        let RawValue::Timestamp { seconds, nanos } = value else {
            return Err(FieldError::wrong_kind(value.kind(), ValueKind::Timestamp));
        };
        let moment = u32::try_from(nanos).ok().and_then(|n| Self::from_timestamp(seconds, n));
        moment
            .filter(|_| SECONDS.contains(&seconds) && nanos < 1_000_000_000)
            .ok_or_else(|| FieldError::out_of_range(&format_args!("{seconds}s {nanos}ns"), YEARS))
    }
}

/// `2026-11-25`
#[cfg(feature = "firestore")]
impl DocumentCodec for NaiveDate {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        if !(1..=9_999).contains(&self.year()) {
            return Err(FieldError::out_of_range(self, YEARS));
        }
        let (year, month, day) = (self.year(), self.month(), self.day());
        Ok(to.text(format(&mut [0; 16], format_args!("{year:04}-{month:02}-{day:02}"))))
    }

    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        let text = text(value)?;
        let text = text.as_ref();
        date(text).ok_or_else(|| FieldError::malformed(text, "a date, such as 2026-01-31"))
    }
}

#[cfg(feature = "firestore")]
fn date(text: &str) -> Option<NaiveDate> {
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = digits(year.as_array::<4>()?)?;
    let year = i32::try_from(year).ok().filter(|year| *year >= 1)?;
    NaiveDate::from_ymd_opt(year, digits(&[*m1, *m2])?, digits(&[*d1, *d2])?)
}

/// `18:30:00`, with microseconds where there are any.
#[cfg(feature = "firestore")]
impl DocumentCodec for NaiveTime {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        let (hour, minute, second) = (self.hour(), self.minute(), self.second());
        let micros = (self.nanosecond() / 1_000).min(999_999);
        let mut buffer = [0; 16];
        Ok(to.text(match micros {
            0 => format(&mut buffer, format_args!("{hour:02}:{minute:02}:{second:02}")),
            _ => format(&mut buffer, format_args!("{hour:02}:{minute:02}:{second:02}.{micros:06}")),
        }))
    }

    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        let text = text(value)?;
        let text = text.as_ref();
        time(text).ok_or_else(|| {
            FieldError::malformed(text, "a time of day, such as 18:30:00 or 18:30:00.250000")
        })
    }
}

#[cfg(feature = "firestore")]
fn time(text: &str) -> Option<NaiveTime> {
    let (whole, micros) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, micros(fraction.as_bytes())?),
        None => (text, 0),
    };
    let [h1, h2, b':', m1, m2, b':', s1, s2] = whole.as_bytes() else { return None };
    let (hour, minute) = (digits(&[*h1, *h2])?, digits(&[*m1, *m2])?);
    NaiveTime::from_hms_micro_opt(hour, minute, digits(&[*s1, *s2])?, micros)
}

/// One to six digits after the point: other writers may leave zeros out.
#[cfg(feature = "firestore")]
fn micros(fraction: &[u8]) -> Option<u32> {
    let mut padded = [b'0'; 6];
    padded.get_mut(..fraction.len()).filter(|digits| !digits.is_empty())?.copy_from_slice(fraction);
    digits(&padded)
}

/// The number that is written in digits alone.
#[cfg(feature = "firestore")]
fn digits<const N: usize>(text: &[u8; N]) -> Option<u32> {
    text.iter().try_fold(0, |number: u32, digit| {
        let digit = char::from(*digit).to_digit(10)?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// Microseconds; nanoseconds are cut.
#[cfg(feature = "firestore")]
impl DocumentCodec for TimeDelta {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        let micros = self.num_microseconds();
        micros.map(|micros| to.integer(micros)).ok_or_else(|| {
            FieldError::out_of_range(self, "it is up to 292,471 years, in microseconds")
        })
    }

    fn read<R: ValueReader>(
        value: RawValue<R>,
        context: &ReadContext<'_>,
    ) -> Result<Self, FieldError> {
        <i64 as DocumentCodec>::read(value, context).map(Self::microseconds)
    }
}

/// Documents store no time without a zone; a model with one does not compile.
#[cfg(feature = "firestore")]
impl DocumentCodec for NaiveDateTime {
    fn write<W: ValueWriter>(&self, _: W) -> Result<W::Output, FieldError> {
        Err(FieldError::new(FieldErrorKind::Unsupported))
    }

    fn read<R: ValueReader>(_: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        Err(FieldError::new(FieldErrorKind::Unsupported))
    }
}

/// Writes one of these texts into a buffer that holds the longest of them, so
/// that nothing is allocated.
#[cfg(feature = "firestore")]
fn format<'b>(buffer: &'b mut [u8; 16], text: std::fmt::Arguments<'_>) -> &'b str {
    let mut rest = &mut buffer[..];
    // A buffer that is long enough does not fail.
    let _ = rest.write_fmt(text);
    let length = 16 - rest.len();
    let written = buffer.get(..length).unwrap_or_default();
    std::str::from_utf8(written).unwrap_or_default()
}
