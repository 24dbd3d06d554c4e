//! What is known of the rows, for the evaluation of a tree.

use std::collections::BTreeMap;

use super::{Truth, Value};
use crate::schema::{ModelRef, Operator};

/// The row that a rule decides about, and the rows that it may look up.
pub trait RowLookup {
    /// The value of a field of the row, by its Rust name.
    fn field(&self, name: &str) -> Value;

    /// Whether there is a row of `model` whose fields equal these values. None
    /// of the values is absent. Unknown when the rows of `model` are not known.
    fn exists(&self, model: &ModelRef, wanted: &[(&str, Value)]) -> Truth;

    /// The value of a raw condition, in SQL or in the rules language; unknown by
    /// default.
    fn raw(&self, _text: &str) -> Truth {
        Truth::Unknown
    }
}

/// A row: values by the Rust names of its fields. A field without an entry is
/// absent.
pub type Row = BTreeMap<String, Value>;

/// A row, and rows of other models by the names of their structs.
///
/// ```
/// use models_core::access::{RowLookup, KnownRows, Value};
/// let row = KnownRows::row([("title", Value::from("A")), ("stars", Value::from(3))]);
/// assert_eq!(row.field("stars"), Value::Int(3));
/// assert_eq!(row.field("subtitle"), Value::Null);
/// ```
#[derive(Clone, Debug, Default)]
pub struct KnownRows {
    row: Row,
    others: BTreeMap<String, Vec<Row>>,
}

impl KnownRows {
    /// This row, and nothing else.
    #[must_use]
    pub fn row<K: Into<String>>(fields: impl IntoIterator<Item = (K, Value)>) -> Self {
        Self { row: named(fields), others: BTreeMap::new() }
    }

    /// Adds a row of another model.
    #[must_use]
    pub fn with_row<K: Into<String>>(
        mut self,
        model: impl Into<String>,
        fields: impl IntoIterator<Item = (K, Value)>,
    ) -> Self {
        self.others.entry(model.into()).or_default().push(named(fields));
        self
    }

    /// Declares that another model has no rows but those added so far.
    #[must_use]
    pub fn with_no_more(mut self, model: impl Into<String>) -> Self {
        self.others.entry(model.into()).or_default();
        self
    }
}

fn named<K: Into<String>>(fields: impl IntoIterator<Item = (K, Value)>) -> Row {
    fields.into_iter().map(|(name, value)| (name.into(), value)).collect()
}

impl RowLookup for KnownRows {
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
