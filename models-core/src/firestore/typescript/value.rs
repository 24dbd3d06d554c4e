//! What a new document has in a field that its writer leaves out.

use super::Sdk;
use crate::firestore::text::quote::Quoted;
use crate::schema::{Default, DocumentForm, Field, Literal, Type, ValueClass};

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
        Some(Default::Now) if field.kind.class() == ValueClass::Moment => Value::Now,
        // The day and its time depend on a zone, which is not known here.
        None | Some(Default::Uid | Default::Sql(_) | Default::Now) => return Ok(None),
        Some(Default::Empty) => match field.kind.form().ok_or(Unfit)? {
            DocumentForm::List | DocumentForm::Any => Value::Constant("[]".to_owned()),
            DocumentForm::Map => Value::Constant("{}".to_owned()),
            _ => return Err(Unfit),
        },
        Some(Default::Value(literal)) => Value::Constant(constant(literal, &field.kind)?),
    };
    Ok(Some(value))
}

fn constant(literal: &Literal, kind: &Type) -> Result<String, Unfit> {
    match (literal, kind.form().ok_or(Unfit)?) {
        (Literal::Bool(value), DocumentForm::Boolean) => Ok(value.to_string()),
        (Literal::Int(number), DocumentForm::Integer | DocumentForm::Double)
            if number.unsigned_abs() <= SAFE =>
        {
            Ok(number.to_string())
        }
        (Literal::Float(number), DocumentForm::Double) if number.is_finite() => {
            Ok(format!("{number:?}"))
        }
        (Literal::Int(number), DocumentForm::Decimal) => {
            Ok(Quoted(&number.to_string()).to_string())
        }
        (Literal::Float(number), DocumentForm::Decimal) if number.is_finite() => {
            Ok(Quoted(&number.to_string()).to_string())
        }
        (Literal::Text(label), DocumentForm::Label)
            if kind.labels().is_some_and(|of| of.labels.contains(label)) =>
        {
            Ok(Quoted(label).to_string())
        }
        (Literal::Text(text), DocumentForm::Text) => Ok(Quoted(text).to_string()),
        // As in a table, the text is JSON.
        (Literal::Text(text), DocumentForm::Any) => Ok(format!("JSON.parse({})", Quoted(text))),
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
