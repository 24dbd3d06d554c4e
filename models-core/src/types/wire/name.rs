//! The server's word for a type, for messages.

use crate::schema::Type;
use crate::types::FieldType;

/// The word for the type of a field.
pub(super) fn of<T: FieldType>() -> String {
    word(&T::TYPE)
}

/// As the catalog and sqlx call it.
fn word(kind: &Type) -> String {
    let word = match kind {
        Type::Bool => "bool",
        Type::I16 => "int2",
        Type::I32 => "int4",
        Type::I64 => "int8",
        Type::F32 => "float4",
        Type::F64 => "float8",
        Type::Decimal => "numeric",
        Type::Text | Type::Uid | Type::DocumentId => "text",
        Type::Reference => "reference",
        Type::GeoPoint => "point",
        Type::Map(_) => "map",
        Type::Uuid => "uuid",
        Type::Timestamp => "timestamptz",
        Type::LocalTimestamp => "timestamp",
        Type::Date => "date",
        Type::Time => "time",
        Type::Interval => "interval",
        Type::Json => "jsonb",
        Type::Bytes => "bytea",
        Type::Network => "inet",
        Type::Enum(known) if known.native => &known.name,
        Type::Enum(known) => return format!("text (a label of {})", known.name),
        Type::Vector(n) => return format!("vector({n})"),
        Type::HalfVector(n) => return format!("halfvec({n})"),
        Type::SparseVector(n) => return format!("sparsevec({n})"),
        Type::BitVector(n) => return format!("bit({n})"),
        Type::Array(element) => return format!("{}[]", word_of_element(element)),
    };
    word.to_owned()
}

/// A list of labels is a list of texts.
fn word_of_element(element: &Type) -> String {
    match element {
        Type::Enum(known) if !known.native => "text".to_owned(),
        other => word(other),
    }
}
