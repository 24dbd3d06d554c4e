//! How large a write is, so that requests stay within their limit.

use super::{Write, WriteOperation};
use crate::firestore::document::{Fields, Value};

/// About as many bytes as it takes in a request.
pub(in crate::firestore) fn size(write: &Write) -> usize {
    match &write.operation {
        WriteOperation::Update { document, mask, transforms } => {
            let mask: usize = mask.iter().flatten().map(|path| path.len() + 2).sum();
            let transforms: usize = transforms.iter().map(|one| one.field.len() + 16).sum();
            AROUND + document.name.len() + of_fields(&document.fields) + mask + transforms
        }
        WriteOperation::Delete(name) => AROUND + name.len(),
    }
}

/// Lengths and numbers of fields.
const AROUND: usize = 16;

fn of_fields(fields: &Fields) -> usize {
    fields.iter().map(|(name, value)| AROUND + name.len() + of(value)).sum()
}

fn of(value: &Value) -> usize {
    match value {
        Value::Null | Value::Boolean(_) => 2,
        Value::Integer(_) | Value::Double(_) => 9,
        Value::Timestamp(_) | Value::GeoPoint { .. } => 20,
        Value::String(text) | Value::Reference(text) => AROUND + text.len(),
        Value::Bytes(bytes) => AROUND + bytes.len(),
        Value::Array(items) => items.iter().map(|item| AROUND + of(item)).sum(),
        Value::Map(fields) => of_fields(fields),
    }
}
