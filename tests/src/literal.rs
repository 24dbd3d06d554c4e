//! Values in SQL.

use models_core::access::Value;

/// The value, as a constant of its column's type.
pub fn literal(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(it) => it.to_string(),
        Value::Int(it) => format!("'{it}'"),
        Value::Float(it) => format!("'{it:?}'"),
        Value::Decimal(it) => it.to_string(),
        Value::Text(it) => quoted(it),
        Value::Uuid(it) => format!("'{it}'"),
        Value::Timestamp(it) => format!("'{}'", it.to_rfc3339()),
        Value::LocalTimestamp(it) => format!("'{it}'"),
        Value::Date(it) => format!("'{it}'"),
        Value::Time(it) => format!("'{it}'"),
        Value::Interval(it) => format!("'{} microseconds'", it.num_microseconds().unwrap()),
        Value::Bytes(it) => {
            let digits: Vec<String> = it.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("'\\x{}'", digits.concat())
        }
        Value::List(it) if it.is_empty() => "'{}'".to_owned(),
        Value::List(it) => {
            let items: Vec<String> = it.iter().map(literal).collect();
            let kind = if matches!(it[0], Value::Text(_)) { "text" } else { "float8" };
            format!("array[{}]::{kind}[]", items.join(", "))
        }
        Value::Json(it) => quoted(&it.to_string()),
        Value::Network(it) => format!("'{it}'"),
        other => panic!("no literal for {other:?}"),
    }
}

/// A text; a backslash is one where strings conform to the standard.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
