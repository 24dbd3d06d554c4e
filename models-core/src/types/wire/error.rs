//! Why a column's value cannot be read.

use sqlx::TypeInfo as _;
use sqlx::ValueRef as _;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgValueRef;

use super::name;
use crate::schema::{EnumType, Text};
use crate::types::{FieldType, VectorError};

/// Why a column's value cannot be read.
///
/// It arrives inside [`sqlx::Error::ColumnDecode`], which names the column:
///
/// ```
/// use models_core::types::wire::ReadError;
/// fn is_missing(error: &sqlx::Error) -> bool {
///     let sqlx::Error::ColumnDecode { source, .. } = error else { return false };
///     matches!(source.downcast_ref(), Some(ReadError::Null { .. }))
/// }
/// # assert!(!is_missing(&sqlx::Error::RowNotFound));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The column holds another kind of values.
    #[error("the column is {found}, but the field needs {expected}")]
    Kind {
        /// The column's type, in the server's words.
        found: String,
        /// The type that was expected, in the same words.
        expected: String,
    },
    /// The value is absent.
    #[error("the value is NULL, but the field is no Option; {expected} was expected")]
    Null {
        /// The type that was expected.
        expected: String,
    },
    /// No variant of the enum has this label.
    #[error("{found:?} is no label of the enum {name}, which has {}", listed(labels))]
    Label {
        /// What is stored.
        found: String,
        /// The enum's name in the database.
        name: Text,
        /// The labels that it has.
        labels: Vec<Text>,
    },
    /// A moment, date or time that chrono cannot hold, such as `infinity`.
    #[error("{found} is a valid {expected} in PostgreSQL, but not in chrono")]
    OutOfRange {
        /// The value; numbers count microseconds or days from 2000-01-01, or
        /// microseconds from midnight.
        found: String,
        /// The type that was expected.
        expected: String,
    },
    /// An interval of days or months, which have no fixed length.
    #[error(
        "the interval has {months} months and {days} days, which have no fixed length: \
         a TimeDelta holds an interval of hours and smaller units"
    )]
    Calendar {
        /// Its months.
        months: i32,
        /// Its days.
        days: i32,
    },
    /// A vector of another length.
    #[error(transparent)]
    Vector(#[from] VectorError),
    /// The row comes from an unprepared query (`raw_sql`), which sends text.
    #[error("rows of an unprepared query (`raw_sql`) are text; ask for {expected} with `query`")]
    Unprepared {
        /// The type that was expected.
        expected: String,
    },
    /// Anything else, as sqlx or serde says it.
    #[error("not a valid {expected}: {source}")]
    Value {
        /// The type that was expected.
        expected: String,
        /// What is wrong.
        source: BoxDynError,
    },
}

impl ReadError {
    pub(super) fn kind<T: FieldType>(value: &PgValueRef<'_>) -> Self {
        let found = value.type_info().name().to_lowercase();
        Self::Kind { found, expected: name::of::<T>() }
    }

    pub(super) fn null<T: FieldType>() -> Self {
        Self::Null { expected: name::of::<T>() }
    }

    pub(super) fn label(found: &str, known: EnumType) -> Self {
        Self::Label { found: found.to_owned(), name: known.name, labels: known.labels.into_owned() }
    }

    pub(super) fn out_of_range<T: FieldType>(found: &impl ToString) -> Self {
        Self::OutOfRange { found: found.to_string(), expected: name::of::<T>() }
    }

    /// Keeps one of its own that went through sqlx.
    pub(super) fn value<T: FieldType>(source: BoxDynError) -> Self {
        match source.downcast::<Self>() {
            Ok(own) => *own,
            Err(source) => Self::Value { expected: name::of::<T>(), source },
        }
    }
}

/// `draft, published and archived`
fn listed(labels: &[Text]) -> String {
    match labels {
        [] => "none".to_owned(),
        [only] => only.to_string(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
