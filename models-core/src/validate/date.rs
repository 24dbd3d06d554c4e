//! Dates and timestamps as the limits of a range, read by the compiler.

use std::cmp::Ordering;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::range::HasRange;

/// A date in a rule: `"2020-01-31"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateLimit {
    /// Days, of which 1 is the first of January of the year 1.
    number: i32,
}

/// A timestamp in a rule: `"2020-01-31T12:00:00Z"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimestampLimit {
    /// Microseconds since 1970.
    micros: i64,
}

/// The date in RFC 3339's form, of the years 1 to 9999.
///
/// # Panics
/// When the text is not one: this is how a constant becomes a compile error.
#[must_use]
#[track_caller]
#[allow(clippy::panic, reason = "this is how a constant becomes a compile error")]
pub const fn date_limit(text: &str) -> DateLimit {
    let text = text.as_bytes();
    match date(text) {
        Some(number) if text.len() == 10 => DateLimit { number },
        _ => panic!(
            "this is not a date\n  why: the range would end nowhere\n  fix: write year, month and day of a date that exists, as in `\"2020-01-31\"`"
        ),
    }
}

/// The timestamp in RFC 3339's form, of the years 1 to 9999.
///
/// # Panics
/// When the text is not one: this is how a constant becomes a compile error.
#[must_use]
#[track_caller]
#[allow(clippy::panic, reason = "this is how a constant becomes a compile error")]
pub const fn timestamp_limit(text: &str) -> TimestampLimit {
    match micros(text.as_bytes()) {
        Some(micros) => TimestampLimit { micros },
        None => panic!(
            "this is not a timestamp\n  why: the range would end nowhere, or elsewhere in each time zone\n  fix: write date, time of day and zone, to the microsecond at most, as in `\"2020-01-31T12:00:00Z\"`"
        ),
    }
}

/// `2020-01-31`, at the beginning of a text.
const fn date(text: &[u8]) -> Option<i32> {
    let (Some(year), Some(month), Some(day)) =
        (number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
    else {
        return None;
    };
    if !is(text, 4, b'-') || !is(text, 7, b'-') || year == 0 || month == 0 || month > 12 {
        return None;
    }
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if day == 0 || day > length {
        return None;
    }
    // Years begin with March, so that the leap day is the last one.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let before = year * 365 + year / 4 - year / 100 + year / 400;
    Some(before + (153 * month + 2) / 5 + day - 306)
}

/// `2020-01-31T12:00:00.5+01:00`
const fn micros(text: &[u8]) -> Option<i64> {
    let Some(day) = date(text) else { return None };
    let (Some(hour), Some(minute), Some(second)) =
        (number(text, 11, 2), number(text, 14, 2), number(text, 17, 2))
    else {
        return None;
    };
    if !is(text, 10, b'T') || !is(text, 13, b':') || !is(text, 16, b':') {
        return None;
    }
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let (mut at, mut fraction, mut unit) = (19, 0, 1_000_000);
    if is(text, at, b'.') {
        at += 1;
        while let Some(digit) = number(text, at, 1) {
            unit /= 10;
            fraction += digit as i64 * unit;
            at += 1;
        }
        // No digit, or more than the database stores.
        if unit == 1_000_000 || at > 26 {
            return None;
        }
    }
    let Some(offset) = offset(text, at) else { return None };
    let days = (day - DAY_OF_1970) as i64;
    let seconds = days * 86_400 + (hour * 3_600 + minute * 60 + second) as i64 - offset as i64;
    Some(seconds * 1_000_000 + fraction)
}

/// The first of January of 1970.
const DAY_OF_1970: i32 = 719_163;

/// `Z` or `+01:00`, in seconds.
const fn offset(text: &[u8], at: usize) -> Option<i32> {
    if is(text, at, b'Z') && text.len() == at + 1 {
        return Some(0);
    }
    let (Some(hours), Some(minutes)) = (number(text, at + 1, 2), number(text, at + 4, 2)) else {
        return None;
    };
    // PostgreSQL accepts no offset further from UTC.
    if text.len() != at + 6 || !is(text, at + 3, b':') || hours > 14 || minutes > 59 {
        return None;
    }
    let seconds = hours * 3_600 + minutes * 60;
    if is(text, at, b'+') {
        Some(seconds)
    } else if is(text, at, b'-') {
        Some(-seconds)
    } else {
        None
    }
}

const fn is(text: &[u8], at: usize, byte: u8) -> bool {
    at < text.len() && text[at] == byte
}

/// So many digits.
const fn number(text: &[u8], from: usize, digits: usize) -> Option<i32> {
    if from + digits > text.len() {
        return None;
    }
    let (mut at, mut value) = (from, 0);
    while at < from + digits {
        if !text[at].is_ascii_digit() {
            return None;
        }
        value = value * 10 + (text[at] - b'0') as i32;
        at += 1;
    }
    Some(value)
}

#[diagnostic::do_not_recommend]
impl HasRange<DateLimit> for NaiveDate {
    fn compare_to(&self, limit: &DateLimit) -> Option<Ordering> {
        Some(self.num_days_from_ce().cmp(&limit.number))
    }
}

/// To the microsecond, as a database stores it.
#[diagnostic::do_not_recommend]
impl HasRange<TimestampLimit> for DateTime<Utc> {
    fn compare_to(&self, limit: &TimestampLimit) -> Option<Ordering> {
        Some(self.timestamp_micros().cmp(&limit.micros))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Datelike, NaiveDate};
    use proptest::prelude::*;

    use super::{date, micros};

    proptest! {
        #[test]
        fn dates_are_chronos(year in 0_u32..10_000, month in 0_u32..14, day in 0_u32..33) {
            let text = format!("{year:04}-{month:02}-{day:02}");
            let expected = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok().filter(|_| year > 0);
            prop_assert_eq!(date(text.as_bytes()), expected.map(|date| date.num_days_from_ce()));
        }

        #[test]
        fn timestamps_are_chronos(
            seconds in -62_135_596_800_i64..253_402_214_400,
            fraction in 0_u32..1_000_000,
            digits in 0_usize..7,
            minutes in -840_i32..=840,
        ) {
            let fraction = &format!("{fraction:06}")[..digits];
            let dot = if digits > 0 { "." } else { "" };
            let sign = if minutes < 0 { '-' } else { '+' };
            let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
            let local = DateTime::from_timestamp(seconds, 0).unwrap().format("%Y-%m-%dT%H:%M:%S");
            for zone in [format!("{sign}{hours:02}:{rest:02}"), "Z".to_owned()] {
                let text = format!("{local}{dot}{fraction}{zone}");
                let expected = DateTime::parse_from_rfc3339(&text).unwrap().timestamp_micros();
                prop_assert_eq!(micros(text.as_bytes()), Some(expected), "{}", text);
            }
        }
    }

    #[test]
    fn other_texts_are_not_timestamps() {
        for text in [
            "",
            "2020-01-31",
            "2020-01-31T12:00:00",
            "2020-01-31 12:00:00Z",
            "2020-01-31t12:00:00z",
            "2020-01-31T24:00:00Z",
            "2020-01-31T12:60:00Z",
            "2020-01-31T12:00:60Z",
            "2020-01-31T12:00:00.Z",
            "2020-01-31T12:00:00.1234567Z",
            "2020-01-31T12:00:00+01",
            "2020-01-31T12:00:00+0100",
            "2020-01-31T12:00:00+15:00",
            "2020-01-31T12:00:00+01:60",
            "2020-01-31T12:00:00Z ",
            "0000-01-31T12:00:00Z",
            "2020-02-30T12:00:00Z",
            "+020-01-31T12:00:00Z",
            "2020-1-31T12:00:00Z",
        ] {
            assert_eq!(micros(text.as_bytes()), None, "{text}");
        }
    }
}
