//! Ranges of days and of moments.
//!
//! A column can hold ranges that a [`Range`] cannot: the empty one, those
//! without an end or with one at `infinity`. A table refuses them, and reading
//! one is an error.

use std::fmt;

use chrono::{DateTime, NaiveDate, SubsecRound as _, Utc};

#[cfg(feature = "firestore")]
use super::document::{
    DocumentCodec, FieldError, FieldErrorKind, RawValue, ReadContext, ValueReader, ValueWriter,
};
use crate::schema::Type;

/// Days or moments from one to another: the first belongs to the range, the
/// second does not, and it is later.
///
/// In PostgreSQL a `daterange` or a `tstzrange`; Firestore has no such value.
/// With `#[model(exclude(room_id, during))]` no two rows of a room overlap.
///
/// ```
/// use chrono::NaiveDate;
/// use models_core::types::{Range, RangeError};
///
/// let day = |day| NaiveDate::from_ymd_opt(2026, 5, day).unwrap();
/// let stay = Range::new(day(3), day(5))?;
/// assert!(stay.contains(day(4)) && !stay.contains(day(5)));
/// assert!(!stay.overlaps(&Range::new(day(5), day(7))?));
/// assert_eq!(Range::new(day(3), day(3)), Err(RangeError));
/// # Ok::<(), RangeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Range<T> {
    start: T,
    end: T,
}

/// The end of a range is not after its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeError;

/// A type that a [`Range`] can be of: [`NaiveDate`] or [`DateTime<Utc>`].
#[diagnostic::on_unimplemented(
    message = "there is no column for a range of `{Self}`",
    label = "neither `NaiveDate` nor `DateTime<Utc>`"
)]
pub trait RangeBound: Copy + Ord + fmt::Display + private::Bound {}

impl RangeBound for NaiveDate {}
impl RangeBound for DateTime<Utc> {}

mod private {
    /// What the crate knows of a bound.
    pub trait Bound {
        /// As the database stores it.
        #[must_use]
        fn stored(self) -> Self;
    }
}

impl private::Bound for NaiveDate {
    fn stored(self) -> Self {
        self
    }
}

impl private::Bound for DateTime<Utc> {
    fn stored(self) -> Self {
        self.trunc_subsecs(6)
    }
}

impl<T: RangeBound> Range<T> {
    /// The range from `start` up to, and without, `end`. Nanoseconds are cut to
    /// microseconds, as PostgreSQL stores them.
    ///
    /// # Errors
    /// When `end` is not after `start`: such a range would hold nothing.
    pub fn new(start: T, end: T) -> Result<Self, RangeError> {
        let (start, end) = (start.stored(), end.stored());
        if start < end { Ok(Self { start, end }) } else { Err(RangeError) }
    }

    /// The first day or moment.
    #[must_use]
    pub const fn start(&self) -> T {
        self.start
    }

    /// The first day or moment after it.
    #[must_use]
    pub const fn end(&self) -> T {
        self.end
    }

    /// Whether the day or the moment belongs to it.
    #[must_use]
    pub fn contains(&self, value: T) -> bool {
        self.start <= value && value < self.end
    }

    /// Whether something belongs to both: what an exclusion refuses.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl<T: RangeBound> TryFrom<std::ops::Range<T>> for Range<T> {
    type Error = RangeError;

    fn try_from(range: std::ops::Range<T>) -> Result<Self, RangeError> {
        Self::new(range.start, range.end)
    }
}

impl<T> From<Range<T>> for std::ops::Range<T> {
    fn from(range: Range<T>) -> Self {
        range.start..range.end
    }
}

/// `[2026-05-03, 2026-05-05)`
impl<T: fmt::Display> fmt::Display for Range<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}, {})", self.start, self.end)
    }
}

impl<T: fmt::Debug> fmt::Debug for Range<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}..{:?}", self.start, self.end)
    }
}

impl fmt::Display for RangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a range has to end after it starts")
    }
}

impl std::error::Error for RangeError {}

field_type!([] Range<NaiveDate>, Type::DateRange);
field_type!([] Range<DateTime<Utc>>, Type::TimestampRange);

/// As `{ start, end }`.
#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Range<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;

        let mut range = serializer.serialize_struct("Range", 2)?;
        range.serialize_field("start", &self.start)?;
        range.serialize_field("end", &self.end)?;
        range.end()
    }
}

#[cfg(feature = "serde")]
impl<'de, T: RangeBound + serde::Deserialize<'de>> serde::Deserialize<'de> for Range<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let range = std::ops::Range::<T>::deserialize(deserializer)?;
        Self::try_from(range).map_err(serde::de::Error::custom)
    }
}

/// No document stores a range; a model with one in its collection does not
/// compile.
#[cfg(feature = "firestore")]
impl<T> DocumentCodec for Range<T> {
    fn write<W: ValueWriter>(&self, _: W) -> Result<W::Output, FieldError> {
        Err(FieldError::new(FieldErrorKind::Unsupported))
    }

    fn read<R: ValueReader>(_: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        Err(FieldError::new(FieldErrorKind::Unsupported))
    }
}

#[cfg(feature = "sqlx")]
mod row {
    use std::fmt::Debug;
    use std::ops::Bound;

    use chrono::{DateTime, NaiveDate, Utc};
    use sqlx::encode::{Encode, IsNull};
    use sqlx::error::BoxDynError;
    use sqlx::postgres::types::PgRange;
    use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueRef};
    use sqlx::{Decode, Postgres, Type, ValueRef as _};

    use super::{Range, RangeBound};
    use crate::types::row::RowCodec;
    use crate::types::times::BinaryTime;
    use crate::types::{FieldType, ReadError};

    /// Reads the numbers of both ends, and makes times of them: sqlx panics on
    /// those that chrono does not have.
    fn read<T>(value: PgValueRef<'_>) -> Result<Range<T>, ReadError>
    where
        T: RangeBound + BinaryTime,
        Range<T>: FieldType,
        PgRange<T::Raw>: for<'r> Decode<'r, Postgres>,
        T::Raw: Copy + Debug,
    {
        if value.is_null() {
            return Err(ReadError::null::<Range<T>>());
        }
        let read = PgRange::<T::Raw>::decode(value).map_err(ReadError::value::<Range<T>>)?;
        let refused = || ReadError::out_of_range::<Range<T>>(&format_args!("{read:?}"));
        let (Bound::Included(start), Bound::Excluded(end)) = (read.start, read.end) else {
            return Err(refused());
        };
        Range::new(T::from_raw(start)?, T::from_raw(end)?).map_err(|_| refused())
    }

    macro_rules! range {
        ($($bound:ty),+) => {$(
            impl RowCodec for Range<$bound> {
                fn accepts(column: &PgTypeInfo) -> bool {
                    PgRange::<$bound>::compatible(column)
                }

                fn read(value: PgValueRef<'_>) -> Result<Self, ReadError> {
                    read::<$bound>(value)
                }
            }

            impl Encode<'_, Postgres> for Range<$bound> {
                fn encode_by_ref(
                    &self,
                    buffer: &mut PgArgumentBuffer,
                ) -> Result<IsNull, BoxDynError> {
                    PgRange::from(self.start..self.end).encode_by_ref(buffer)
                }
            }
        )+};
    }

    range!(NaiveDate, DateTime<Utc>);
}

sqlx_type!(
    [] Range<NaiveDate>,
    <sqlx::postgres::types::PgRange<NaiveDate> as sqlx::Type<sqlx::Postgres>>::type_info(),
    <sqlx::postgres::types::PgRange<NaiveDate> as sqlx::postgres::PgHasArrayType>::array_type_info()
);
sqlx_type!(
    [] Range<DateTime<Utc>>,
    <sqlx::postgres::types::PgRange<DateTime<Utc>> as sqlx::Type<sqlx::Postgres>>::type_info(),
    <sqlx::postgres::types::PgRange<DateTime<Utc>> as sqlx::postgres::PgHasArrayType>::array_type_info()
);
