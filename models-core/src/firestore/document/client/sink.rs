//! Writing a model into the client's document.

use std::collections::HashMap;

use firestore::gcloud_sdk::google::firestore::v1::value::ValueType;
use firestore::gcloud_sdk::google::firestore::v1::{ArrayValue, Document, MapValue, Value};
use firestore::gcloud_sdk::google::r#type::LatLng;
use firestore::gcloud_sdk::prost_types::Timestamp;

use crate::firestore::document::form::WriteDocument;
use crate::firestore::document::{Body, Database, DocumentError, DocumentModel, lookup, path};
use crate::types::FieldType;
use crate::types::document::{Outcome, Place, Problem, Sink, Step, name_is_legal};

/// A value that is being written.
#[derive(Clone, Copy)]
struct One<'d> {
    database: &'d Database,
    place: Place,
}

impl Sink for One<'_> {
    /// Nothing, where the value is left out.
    type Done = Option<ValueType>;

    fn place(&self) -> Place {
        self.place
    }

    fn absent(self) -> Option<ValueType> {
        None
    }

    fn null(self) -> Option<ValueType> {
        Some(ValueType::NullValue(0))
    }

    fn boolean(self, value: bool) -> Option<ValueType> {
        Some(ValueType::BooleanValue(value))
    }

    fn integer(self, value: i64) -> Option<ValueType> {
        Some(ValueType::IntegerValue(value))
    }

    fn double(self, value: f64) -> Option<ValueType> {
        Some(ValueType::DoubleValue(value))
    }

    fn timestamp(self, seconds: i64, nanos: i32) -> Option<ValueType> {
        Some(ValueType::TimestampValue(Timestamp { seconds, nanos }))
    }

    fn text(self, value: &str) -> Option<ValueType> {
        Some(ValueType::StringValue(value.to_owned()))
    }

    fn bytes(self, value: &[u8]) -> Option<ValueType> {
        Some(ValueType::BytesValue(value.to_owned()))
    }

    fn reference(self, path: &str) -> Option<ValueType> {
        Some(ValueType::ReferenceValue(self.database.name(path)))
    }

    fn geo_point(self, latitude: f64, longitude: f64) -> Option<ValueType> {
        Some(ValueType::GeoPointValue(LatLng { latitude, longitude }))
    }

    fn vector(
        self,
        numbers: impl ExactSizeIterator<Item = f64> + DoubleEndedIterator,
    ) -> Option<ValueType> {
        let values = numbers.map(|number| value(ValueType::DoubleValue(number))).collect();
        let name = ValueType::StringValue("__vector__".to_owned());
        Some(ValueType::MapValue(MapValue {
            fields: HashMap::from([
                ("__type__".to_owned(), value(name)),
                ("value".to_owned(), value(ValueType::ArrayValue(ArrayValue { values }))),
            ]),
        }))
    }

    fn array<'v, T: FieldType + 'v>(
        self,
        items: impl ExactSizeIterator<Item = &'v T> + DoubleEndedIterator,
    ) -> Outcome<Option<ValueType>> {
        let mut values = Vec::with_capacity(items.len());
        for (index, item) in items.enumerate() {
            let one = Self { place: self.place.element(), ..self };
            let stored = item.store(one).map_err(|problem| problem.within(Step::Index(index)))?;
            values.extend(stored.map(value));
        }
        Ok(Some(ValueType::ArrayValue(ArrayValue { values })))
    }

    fn map<'v, T: FieldType + 'v>(
        self,
        entries: impl ExactSizeIterator<Item = (&'v str, &'v T)> + DoubleEndedIterator,
    ) -> Outcome<Option<ValueType>> {
        let mut fields = HashMap::with_capacity(entries.len());
        for (key, entry) in entries {
            let one = Self { place: self.place.entry(), ..self };
            let stored = name_is_legal(key).and_then(|()| entry.store(one));
            let stored = stored.map_err(|problem| problem.within(Step::Key(key.into())))?;
            fields.extend(stored.map(|stored| (key.to_owned(), value(stored))));
        }
        Ok(Some(ValueType::MapValue(MapValue { fields })))
    }
}

pub(super) fn value(kind: ValueType) -> Value {
    Value { value_type: Some(kind) }
}

/// The fields that are being written.
struct All<'d> {
    fields: HashMap<String, Value>,
    problems: Vec<Problem>,
    one: One<'d>,
}

impl Body for All<'_> {
    fn key<T: FieldType>(&mut self, _: &'static str, _: usize, _: &T) {}

    fn put<T: FieldType>(&mut self, name: &'static str, field: &T) {
        match field.store(self.one) {
            Ok(Some(stored)) => drop(self.fields.insert(name.to_owned(), value(stored))),
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
        let fields = HashMap::with_capacity(lookup::fields(M::DESCRIPTION).len());
        let one = One { database, place: Place::default() };
        let mut all = All { fields, problems: Vec::new(), one };
        let name = path::name(model, database, above, &mut all.problems);
        model.walk(&mut all);
        DocumentError::unless_sound::<M>(&name, all.problems)?;
        Ok(Self { name, fields: all.fields, create_time: None, update_time: None })
    }
}
