//! The tables that both printers get.

use backend_models::schema::Type;

/// How many tables the ratios are about.
pub const TABLES: usize = 1_000;

/// A column: its name, its type, and whether it may be absent.
pub(crate) type Column = (&'static str, Type, bool);

/// Fourteen, as in the compile-time benchmarks; the first three are keys.
pub(crate) const COLUMNS: [Column; 14] = [
    ("id", Type::Uuid, false),
    ("parent_id", Type::Uuid, false),
    ("owner_id", Type::Uuid, false),
    ("title", Type::Text, false),
    ("body", Type::Text, false),
    ("email", Type::Text, false),
    ("score", Type::I32, false),
    ("total", Type::I64, false),
    ("ratio", Type::F64, false),
    ("active", Type::Bool, false),
    ("note", Type::Text, true),
    ("rank", Type::I32, true),
    ("created_at", Type::Timestamp, false),
    ("updated_at", Type::Timestamp, false),
];

/// The name of a table.
pub(crate) fn table(number: usize) -> String {
    format!("table_{number:05}")
}

/// The number of the table that `parent_id` refers to.
pub(crate) fn parent(number: usize) -> usize {
    number / 8
}
