//! JSON, as the values that are like it.
//!
//! A whole number of JSON becomes an integer, and comes back as one; every
//! other number is a double, so `1.0` stays apart from `1`. Whole numbers
//! beyond `i64` are refused, because Firestore has none. What JSON has not
//! (moments, bytes, references, points, NaN) is refused when it is read.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};

use super::{Given, Kind, Origin, Outcome, Place, Problem, Reason, Sink, Source, Step, Stored};
use crate::types::{FieldType, Json};

impl Stored for Value {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        match self {
            Self::Null => Ok(to.null()),
            Self::Bool(value) => Ok(to.boolean(*value)),
            Self::String(value) => Ok(to.text(value)),
            Self::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => Ok(to.integer(whole)),
                (None, Some(double)) if number.is_f64() => Ok(to.double(double)),
                _ => Err(Problem::out_of_range(number, "an integer has 64 bits and a sign")),
            },
            Self::Array(items) => {
                to.place().may_be_array()?;
                to.array(items.iter())
            }
            Self::Object(entries) => {
                to.place().may_be_map()?;
                to.map(entries.iter().map(|(key, value)| (key.as_str(), value)))
            }
        }
    }

    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
        read(given, of, Place::default())
    }
}

/// Bounded, so that what a database sends cannot use up the stack.
#[expect(clippy::only_used_in_recursion, reason = "every reader takes it")]
fn read<S: Source>(given: Given<S>, of: &Origin<'_>, place: Place) -> Outcome<Value> {
    match given {
        Given::Null => Ok(Value::Null),
        Given::Boolean(value) => Ok(Value::Bool(value)),
        Given::Integer(value) => Ok(Value::Number(value.into())),
        Given::Double(value) => Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| Problem::out_of_range(&value, "JSON has finite numbers only")),
        Given::Text(text) => Ok(Value::String(text.into())),
        Given::Array(items) => {
            place.may_be_map()?;
            let item = |(index, item): (usize, Outcome<S>)| {
                let value = item.and_then(Source::open);
                let value = value.and_then(|given| read(given, of, place.element()));
                value.map_err(|problem| problem.within(Step::Index(index)))
            };
            items.enumerate().map(item).collect::<Outcome<_>>().map(Value::Array)
        }
        Given::Map(fields) => {
            place.may_be_map()?;
            let mut object = Map::new();
            for field in fields {
                let (name, value) = field?;
                let name: String = name.into();
                match value.open().and_then(|given| read(given, of, place.entry())) {
                    Ok(value) => object.insert(name, value),
                    Err(problem) => return Err(problem.within(Step::Key(name))),
                };
            }
            Ok(Value::Object(object))
        }
        other => Err(Problem::kind(other.kind(), Kind::Map)),
    }
}

/// Through serde. `Json(None)` is a null.
impl<T: Serialize + DeserializeOwned> Stored for Json<T> {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        FieldType::store(&serde_json::to_value(&self.0).map_err(said)?, to)
    }

    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
        serde_json::from_value(read(given, of, Place::default())?).map(Self).map_err(said)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn said(error: serde_json::Error) -> Problem {
    Problem::new(Reason::Json(error.to_string()))
}
