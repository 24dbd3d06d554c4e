//! Writing a model into a [`Document`].

use chrono::DateTime;

use super::{Document, Fields, Value};
use crate::firestore::document::form::WriteDocument;
use crate::firestore::document::{Body, Database, DocumentError, DocumentModel, path};
use crate::types::FieldType;
use crate::types::document::{Outcome, Place, Problem, Sink, Step, name_is_legal};

/// A value that is being written.
#[derive(Clone, Copy)]
pub(in crate::firestore) struct One<'d> {
    database: &'d Database,
    place: Place,
}

impl<'d> One<'d> {
    pub(in crate::firestore) fn new(database: &'d Database) -> Self {
        Self { database, place: Place::default() }
    }

    /// An element of a list that is here.
    pub(in crate::firestore) fn element(self) -> Self {
        Self { place: self.place.element(), ..self }
    }
}

impl Sink for One<'_> {
    /// Nothing, where the value is left out.
    type Done = Option<Value>;

    fn place(&self) -> Place {
        self.place
    }

    fn absent(self) -> Option<Value> {
        None
    }

    fn null(self) -> Option<Value> {
        Some(Value::Null)
    }

    fn boolean(self, value: bool) -> Option<Value> {
        Some(Value::Boolean(value))
    }

    fn integer(self, value: i64) -> Option<Value> {
        Some(Value::Integer(value))
    }

    fn double(self, value: f64) -> Option<Value> {
        Some(Value::Double(value))
    }

    fn timestamp(self, seconds: i64, nanos: i32) -> Option<Value> {
        DateTime::from_timestamp(seconds, nanos.cast_unsigned()).map(Value::Timestamp)
    }

    fn text(self, value: &str) -> Option<Value> {
        Some(Value::String(value.to_owned()))
    }

    fn bytes(self, value: &[u8]) -> Option<Value> {
        Some(Value::Bytes(value.to_owned()))
    }

    fn reference(self, path: &str) -> Option<Value> {
        Some(Value::Reference(self.database.name(path)))
    }

    fn geo_point(self, latitude: f64, longitude: f64) -> Option<Value> {
        Some(Value::GeoPoint { latitude, longitude })
    }

    fn vector(
        self,
        numbers: impl ExactSizeIterator<Item = f64> + DoubleEndedIterator,
    ) -> Option<Value> {
        Some(Value::vector(numbers))
    }

    fn array<'v, T: FieldType + 'v>(
        self,
        items: impl ExactSizeIterator<Item = &'v T> + DoubleEndedIterator,
    ) -> Outcome<Option<Value>> {
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.enumerate() {
            let one = Self { place: self.place.element(), ..self };
            list.extend(item.store(one).map_err(|problem| problem.within(Step::Index(index)))?);
        }
        Ok(Some(Value::Array(list)))
    }

    fn map<'v, T: FieldType + 'v>(
        self,
        entries: impl ExactSizeIterator<Item = (&'v str, &'v T)> + DoubleEndedIterator,
    ) -> Outcome<Option<Value>> {
        let mut map = Fields::new();
        for (key, value) in entries {
            let one = Self { place: self.place.entry(), ..self };
            let value = name_is_legal(key).and_then(|()| value.store(one));
            if let Some(value) = value.map_err(|problem| problem.within(Step::Key(key.into())))? {
                map.insert(key.to_owned(), value);
            }
        }
        Ok(Some(Value::Map(map)))
    }
}

/// The fields that are being written.
struct All<'d> {
    fields: Fields,
    problems: Vec<Problem>,
    one: One<'d>,
}

impl Body for All<'_> {
    fn key<T: FieldType>(&mut self, _: &'static str, _: usize, _: &T) {}

    fn put<T: FieldType>(&mut self, name: &'static str, value: &T) {
        match value.store(self.one) {
            Ok(Some(value)) => drop(self.fields.insert(name.to_owned(), value)),
            Ok(None) => {}
            Err(problem) => self.problems.push(problem.within(Step::Field(name.into()))),
        }
    }
}

impl WriteDocument for Document {
    fn write<M: DocumentModel>(
        model: &M,
        database: &Database,
        above: Option<&str>,
    ) -> Result<Self, DocumentError> {
        let mut all = All { fields: Fields::new(), problems: Vec::new(), one: One::new(database) };
        let name = path::name(model, database, above, &mut all.problems);
        model.walk(&mut all);
        DocumentError::unless_sound::<M>(&name, all.problems)?;
        Ok(Self { name, fields: all.fields, create_time: None, update_time: None })
    }
}
