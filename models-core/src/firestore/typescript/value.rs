//! What a new document has in a field that its writer leaves out.

use super::Sdk;
use crate::firestore::text::quote::Quoted;
use crate::schema::{Default, Field, Literal, Type};

/// The largest whole number below which all others can be told apart.
const SAFE: u64 = (1 << 53) - 1;

/// A default, as an expression.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// It is the same whenever it is asked for, so that a document from before
    /// the field existed has it too.
    Constant(String),
    /// The moment of the write: to a document from before the field existed,
    /// the one when it was made.
    Now,
}

/// A default that does not fit the type of its field.
#[derive(Debug)]
pub(super) struct Unfit;

/// The default of a field; `None` where its writer has to name one. What only
/// a database knows, the signed-in user and SQL, is such.
pub(super) fn default(field: &Field) -> Result<Option<Value>, Unfit> {
    let value = match &field.default {
        Some(Default::Now) if field.kind == Type::Timestamp => Value::Now,
        // The day and its time depend on a zone, which is not known here.
        None | Some(Default::Uid | Default::Sql(_) | Default::Now) => return Ok(None),
        Some(Default::Empty) => match field.kind {
            Type::Array(_) | Type::Json => Value::Constant("[]".to_owned()),
            Type::Map(_) => Value::Constant("{}".to_owned()),
            _ => return Err(Unfit),
        },
        Some(Default::Value(literal)) => Value::Constant(constant(literal, &field.kind)?),
    };
    Ok(Some(value))
}

fn constant(literal: &Literal, kind: &Type) -> Result<String, Unfit> {
    match (literal, kind) {
        (Literal::Bool(value), Type::Bool) => Ok(value.to_string()),
        (
            Literal::Int(number),
            Type::I16 | Type::I32 | Type::I64 | Type::F32 | Type::F64 | Type::Interval,
        ) if number.unsigned_abs() <= SAFE => Ok(number.to_string()),
        (Literal::Float(number), Type::F32 | Type::F64) if number.is_finite() => {
            Ok(format!("{number:?}"))
        }
        (Literal::Int(number), Type::Decimal) => Ok(Quoted(&number.to_string()).to_string()),
        (Literal::Float(number), Type::Decimal) if number.is_finite() => {
            Ok(Quoted(&number.to_string()).to_string())
        }
        (Literal::Text(label), Type::Enum(of)) if of.labels.contains(label) => {
            Ok(Quoted(label).to_string())
        }
        (
            Literal::Text(text),
            Type::Text
            | Type::Uuid
            | Type::Uid
            | Type::DocumentId
            | Type::Network
            | Type::Date
            | Type::Time,
        ) => Ok(Quoted(text).to_string()),
        // As in a table, the text is JSON.
        (Literal::Text(text), Type::Json) => Ok(format!("JSON.parse({})", Quoted(text))),
        _ => Err(Unfit),
    }
}

/// The moment of a write, by the server's clock.
pub(super) const fn server_time(sdk: Sdk) -> &'static str {
    match sdk {
        Sdk::Web => "firestore.serverTimestamp()",
        Sdk::Admin => "firestore.FieldValue.serverTimestamp()",
    }
}
