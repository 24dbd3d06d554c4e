//! What a new document has in a field that its writer leaves out.

use super::Sdk;
use crate::firestore::text::quote::JsonText;
use crate::schema::{Default, DocumentForm, Field, Literal, Type, ValueClass};

/// The largest whole number below which all others can be told apart.
const SAFE: u64 = (1 << 53) - 1;

/// A default, as an expression.
#[derive(Clone, Debug)]
pub(super) enum DefaultValue {
    /// It is the same whenever it is asked for, so that a document from before
    /// the field existed has it too.
    Constant(String),
    /// The moment of the write: to a document from before the field existed,
    /// the one when it was made.
    Now,
}

/// A default that does not fit the type of its field.
#[derive(Debug)]
pub(super) struct DefaultMismatch;

/// The default of a field; `None` where its writer has to name one. What only
/// a database knows, the signed-in user and SQL, is such.
pub(super) fn default(field: &Field) -> Result<Option<DefaultValue>, DefaultMismatch> {
    let value = match &field.default {
        Some(Default::Now) if field.kind.class() == ValueClass::Moment => DefaultValue::Now,
        // The day and its time depend on a zone, which is not known here.
        None | Some(Default::Uid | Default::Sql(_) | Default::Now) => return Ok(None),
        Some(Default::Empty) => match field.kind.form().ok_or(DefaultMismatch)? {
            DocumentForm::List | DocumentForm::Any => DefaultValue::Constant("[]".to_owned()),
            DocumentForm::Map => DefaultValue::Constant("{}".to_owned()),
            _ => return Err(DefaultMismatch),
        },
        Some(Default::Value(literal)) => DefaultValue::Constant(constant(literal, &field.kind)?),
    };
    Ok(Some(value))
}

fn constant(literal: &Literal, kind: &Type) -> Result<String, DefaultMismatch> {
    match (literal, kind.form().ok_or(DefaultMismatch)?) {
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
            Ok(JsonText(&number.to_string()).to_string())
        }
        (Literal::Float(number), DocumentForm::Decimal) if number.is_finite() => {
            Ok(JsonText(&number.to_string()).to_string())
        }
        (Literal::Text(label), DocumentForm::Label)
            if kind.labels().is_some_and(|of| of.labels.contains(label)) =>
        {
            Ok(JsonText(label).to_string())
        }
        (Literal::Text(text), DocumentForm::Text) => Ok(JsonText(text).to_string()),
        // As in a table, the text is JSON.
        (Literal::Text(text), DocumentForm::Any) => Ok(format!("JSON.parse({})", JsonText(text))),
        _ => Err(DefaultMismatch),
    }
}

/// The moment of a write, by the server's clock.
pub(super) const fn server_time(sdk: Sdk) -> &'static str {
    match sdk {
        Sdk::Web => "firestore.serverTimestamp()",
        Sdk::Admin => "firestore.FieldValue.serverTimestamp()",
    }
}
