//! Booleans, numbers, texts and bytes.
//!
//! A double may be stored as an integer: the web's libraries write 2.0 so. The
//! other way round is an error, because a fraction would be lost. A number for
//! an `f32` is rounded to the nearest one.

use super::{Given, Kind, Origin, Outcome, Problem, Sink, Source, Stored};
use crate::types::FieldType;

impl Stored for bool {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.boolean(*self))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        match given {
            Given::Boolean(value) => Ok(value),
            other => Err(Problem::kind(other.kind(), Kind::Boolean)),
        }
    }
}

impl Stored for i64 {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.integer(*self))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        match given {
            Given::Integer(value) => Ok(value),
            other => Err(Problem::kind(other.kind(), Kind::Integer)),
        }
    }
}

/// Integers of fewer bits.
macro_rules! small {
    ($($rust:ty, $limit:literal;)+) => {$(
        impl Stored for $rust {
            fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
                Ok(to.integer(i64::from(*self)))
            }

            fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
                let value = i64::take(given, of)?;
                Self::try_from(value).map_err(|_| Problem::out_of_range(&value, $limit))
            }
        }
    )+};
}

small! {
    i16, "it is from -32768 to 32767";
    i32, "it is from -2147483648 to 2147483647";
}

impl Stored for f64 {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.double(*self))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        match given {
            Given::Double(value) => Ok(value),
            Given::Integer(value) => exact(value)
                .ok_or_else(|| Problem::out_of_range(&value, "a double is exact up to 2^53 only")),
            other => Err(Problem::kind(other.kind(), Kind::Double)),
        }
    }
}

/// The double that equals a whole number.
#[expect(clippy::cast_precision_loss, reason = "within 2^53 there is none")]
fn exact(value: i64) -> Option<f64> {
    const LARGEST: u64 = 1 << 53;
    (value.unsigned_abs() <= LARGEST).then_some(value as f64)
}

impl Stored for f32 {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.double(f64::from(*self)))
    }

    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
        let value = f64::take(given, of)?;
        nearest(value).ok_or_else(|| {
            Problem::out_of_range(&value, "a float of 32 bits is from -3.4e38 to 3.4e38")
        })
    }
}

/// The nearest number of 32 bits, unless that is infinite and the number not.
#[expect(clippy::cast_possible_truncation, reason = "it rounds to the nearest")]
pub(super) fn nearest(value: f64) -> Option<f32> {
    let rounded = value as f32;
    (rounded.is_finite() || !value.is_finite()).then_some(rounded)
}

impl Stored for String {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.text(self))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        match given {
            Given::Text(value) => Ok(value.into()),
            other => Err(Problem::kind(other.kind(), Kind::String)),
        }
    }
}

impl Stored for Vec<u8> {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.bytes(self))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        match given {
            Given::Bytes(value) => Ok(value.into()),
            other => Err(Problem::kind(other.kind(), Kind::Bytes)),
        }
    }
}

/// A field that is missing; a null is read as that, too.
impl<T: FieldType> Stored for Option<T> {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        match self {
            Some(value) => value.store(to),
            None => Ok(to.absent()),
        }
    }

    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
        match given {
            Given::Null => Ok(None),
            given => T::load(given, of).map(Some),
        }
    }
}
