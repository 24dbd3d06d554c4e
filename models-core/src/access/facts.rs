//! What is known of the rows, for the evaluation of a tree.

use std::collections::BTreeMap;

use super::{Truth, Value};
use crate::schema::{ModelRef, Operator};

/// The row that is asked about, and the rows that a rule may look for.
pub trait Facts {
    /// The value of a field of the row, by its Rust name.
    fn field(&self, name: &str) -> Value;

    /// Whether there is a row of `model` whose fields equal these values, none
    /// of which is absent. Unknown when the rows of `model` are not known.
    fn exists(&self, model: &ModelRef, wanted: &[(&str, Value)]) -> Truth;

    /// What raw text, in SQL or in the rules language, says of the row;
    /// unknown, unless someone knows.
    fn raw(&self, _text: &str) -> Truth {
        Truth::Unknown
    }
}

/// A row: values by the Rust names of its fields. A field that is not named
/// is absent.
pub type Row = BTreeMap<String, Value>;

/// A row, and rows of other models by the names of their structs.
///
/// ```
/// use models_core::access::{Facts, Given, Value};
/// let row = Given::row([("title", Value::from("A")), ("stars", Value::from(3))]);
/// assert_eq!(row.field("stars"), Value::Int(3));
/// assert_eq!(row.field("subtitle"), Value::Null);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Given {
    row: Row,
    others: BTreeMap<String, Vec<Row>>,
}

impl Given {
    /// This row, and nothing else.
    #[must_use]
    pub fn row<K: Into<String>>(fields: impl IntoIterator<Item = (K, Value)>) -> Self {
        Self { row: named(fields), others: BTreeMap::new() }
    }

    /// And one row of another model.
    #[must_use]
    pub fn and<K: Into<String>>(
        mut self,
        model: impl Into<String>,
        fields: impl IntoIterator<Item = (K, Value)>,
    ) -> Self {
        self.others.entry(model.into()).or_default().push(named(fields));
        self
    }

    /// And no rows of another model but those given before.
    #[must_use]
    pub fn and_no_more(mut self, model: impl Into<String>) -> Self {
        self.others.entry(model.into()).or_default();
        self
    }
}

fn named<K: Into<String>>(fields: impl IntoIterator<Item = (K, Value)>) -> Row {
    fields.into_iter().map(|(name, value)| (name.into(), value)).collect()
}

impl Facts for Given {
    fn field(&self, name: &str) -> Value {
        self.row.get(name).cloned().unwrap_or(Value::Null)
    }

    fn exists(&self, model: &ModelRef, wanted: &[(&str, Value)]) -> Truth {
        let Some(rows) = self.others.get(model.model.as_ref()) else {
            return Truth::Unknown;
        };
        let matches = |row: &Row| {
            wanted.iter().all(|(field, value)| {
                row.get(*field).is_some_and(|own| own.compare(Operator::Eq, value).is_true())
            })
        };
        rows.iter().any(matches).into()
    }
}
