//! Why a column's value cannot be read.

use sqlx::TypeInfo as _;
use sqlx::ValueRef as _;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgValueRef;

use crate::schema::{EnumType, Text, Type, TypeParameter};
use crate::types::{FieldType, VectorError};

/// Why a column's value cannot be read.
///
/// It arrives inside [`sqlx::Error::ColumnDecode`], which names the column:
///
/// ```
/// use models_core::types::ReadError;
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
    #[error("the value is NULL, but the field is not an Option; expected {expected}")]
    Null {
        /// The type that was expected.
        expected: String,
    },
    /// No variant of the enum has this label.
    #[error("{found:?} is not a label of the enum {name}, which has {}", listed(labels))]
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
    /// Anything else, as sqlx or serde reports it.
    #[error("not a valid {expected}: {source}")]
    Value {
        /// The type that was expected.
        expected: String,
        /// What is wrong.
        source: BoxDynError,
    },
}

impl ReadError {
    pub(in crate::types) fn kind<T: FieldType>(value: &PgValueRef<'_>) -> Self {
        let found = value.type_info().name().to_lowercase();
        Self::Kind { found, expected: expected::<T>() }
    }

    pub(in crate::types) fn unprepared<T: FieldType>() -> Self {
        Self::Unprepared { expected: expected::<T>() }
    }

    pub(in crate::types) fn null<T: FieldType>() -> Self {
        Self::Null { expected: expected::<T>() }
    }

    pub(in crate::types) fn label(found: &str, known: EnumType) -> Self {
        Self::Label { found: found.to_owned(), name: known.name, labels: known.labels.into_owned() }
    }

    pub(in crate::types) fn out_of_range<T: FieldType>(found: &impl ToString) -> Self {
        Self::OutOfRange { found: found.to_string(), expected: expected::<T>() }
    }

    /// What sqlx reports, or an error of this type that went through sqlx.
    pub(in crate::types) fn value<T: FieldType>(source: BoxDynError) -> Self {
        match source.downcast::<Self>() {
            Ok(own) => *own,
            Err(source) => Self::Value { expected: expected::<T>(), source },
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

/// The type of a field, as the catalog and sqlx call it.
fn expected<T: FieldType>() -> String {
    type_name(&T::TYPE)
}

fn type_name(kind: &Type) -> String {
    let name = column_name(kind);
    match kind.parameter() {
        TypeParameter::None | TypeParameter::Values(_) => name.to_owned(),
        TypeParameter::Labels(labels) if labels.native => labels.name.to_string(),
        TypeParameter::Labels(labels) => format!("{name} (a label of {})", labels.name),
        TypeParameter::Dimensions(n) => format!("{name}({n})"),
        TypeParameter::Elements(element) => format!("{}[]", element_name(element)),
    }
}

/// A list of labels is a list of texts.
fn element_name(element: &Type) -> String {
    match element.parameter() {
        TypeParameter::Labels(labels) if !labels.native => column_name(element).to_owned(),
        _ => type_name(element),
    }
}

/// The column's type without what is in parentheses. SQL has its own names for
/// some types of the catalog.
fn column_name(kind: &Type) -> &'static str {
    match kind.column().map_or("a type of Firestore's", |column| column.name) {
        "boolean" => "bool",
        "smallint" => "int2",
        "integer" => "int4",
        "bigint" => "int8",
        "real" => "float4",
        "double precision" => "float8",
        name => name,
    }
}
