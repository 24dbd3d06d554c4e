//! Moments, dates, times of day, lengths of time.
//!
//! Firestore keeps a moment to the microsecond, from year 1 to year 9999:
//! nanoseconds are cut, as they are in PostgreSQL. Dates and times of day are
//! texts whose order is theirs.

use std::fmt::Write;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

use super::text::text;
use super::{Given, Kind, Origin, Outcome, Problem, Reason, Sink, Source, Stored};

/// The first and the last second that Firestore has.
const SECONDS: std::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;
const YEARS: &str = "it is from year 1 to year 9999";

impl Stored for DateTime<Utc> {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        let seconds = self.timestamp();
        if !SECONDS.contains(&seconds) {
            return Err(Problem::out_of_range(self, YEARS));
        }
        // A leap second has more than a thousand milliseconds; it is cut, too.
        let micros = self.timestamp_subsec_micros().min(999_999);
        Ok(to.timestamp(seconds, micros.cast_signed() * 1_000))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        let Given::Timestamp { seconds, nanos } = given else {
            return Err(Problem::kind(given.kind(), Kind::Timestamp));
        };
        let moment = u32::try_from(nanos).ok().and_then(|n| Self::from_timestamp(seconds, n));
        moment
            .filter(|_| SECONDS.contains(&seconds) && nanos < 1_000_000_000)
            .ok_or_else(|| Problem::out_of_range(&format_args!("{seconds}s {nanos}ns"), YEARS))
    }
}

/// `2026-11-25`
impl Stored for NaiveDate {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        if !(1..=9_999).contains(&self.year()) {
            return Err(Problem::out_of_range(self, YEARS));
        }
        let mut written = Buffer::default();
        // A buffer that is long enough does not fail.
        let _ = write!(written, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day());
        Ok(to.text(written.as_str()))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        let text = text(given)?;
        let text = text.as_ref();
        date(text).ok_or_else(|| Problem::malformed(text, "a date, such as 2026-01-31"))
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = digits(year.as_array::<4>()?)?;
    let year = i32::try_from(year).ok().filter(|year| *year >= 1)?;
    NaiveDate::from_ymd_opt(year, digits(&[*m1, *m2])?, digits(&[*d1, *d2])?)
}

/// `18:30:00`, with microseconds where there are any.
impl Stored for NaiveTime {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        let mut written = Buffer::default();
        let _ = write!(written, "{:02}:{:02}:{:02}", self.hour(), self.minute(), self.second());
        let micros = (self.nanosecond() / 1_000).min(999_999);
        if micros > 0 {
            let _ = write!(written, ".{micros:06}");
        }
        Ok(to.text(written.as_str()))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        let text = text(given)?;
        let text = text.as_ref();
        time(text).ok_or_else(|| {
            Problem::malformed(text, "a time of day, such as 18:30:00 or 18:30:00.250000")
        })
    }
}

fn time(text: &str) -> Option<NaiveTime> {
    let (whole, micros) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, micros(fraction.as_bytes())?),
        None => (text, 0),
    };
    let [h1, h2, b':', m1, m2, b':', s1, s2] = whole.as_bytes() else { return None };
    let (hour, minute) = (digits(&[*h1, *h2])?, digits(&[*m1, *m2])?);
    NaiveTime::from_hms_micro_opt(hour, minute, digits(&[*s1, *s2])?, micros)
}

/// One to six digits behind the point: others than we may leave zeros out.
fn micros(fraction: &[u8]) -> Option<u32> {
    let mut padded = [b'0'; 6];
    padded.get_mut(..fraction.len()).filter(|digits| !digits.is_empty())?.copy_from_slice(fraction);
    digits(&padded)
}

/// The number that is written in digits alone.
fn digits<const N: usize>(text: &[u8; N]) -> Option<u32> {
    text.iter().try_fold(0, |number: u32, digit| {
        let digit = char::from(*digit).to_digit(10)?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// Microseconds; nanoseconds are cut.
impl Stored for TimeDelta {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        let micros = self.num_microseconds();
        micros.map(|micros| to.integer(micros)).ok_or_else(|| {
            Problem::out_of_range(self, "it is up to 292,471 years, in microseconds")
        })
    }

    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
        i64::take(given, of).map(Self::microseconds)
    }
}

/// It is no moment, so no document keeps it; a model with one is refused while
/// it compiles.
impl Stored for NaiveDateTime {
    fn put<S: Sink>(&self, _: S) -> Outcome<S::Done> {
        Err(Problem::new(Reason::NotKept))
    }

    fn take<S: Source>(_: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        Err(Problem::new(Reason::NotKept))
    }
}

/// Room for the longest of these texts, so that none is allocated.
#[derive(Default)]
struct Buffer {
    bytes: [u8; 16],
    length: usize,
}

impl Buffer {
    fn as_str(&self) -> &str {
        let written = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }
}

impl Write for Buffer {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(std::fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}
