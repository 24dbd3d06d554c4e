//! The document of the `firestore` crate and of Google's own client:
//! `gcloud_sdk::google::firestore::v1::Document`. It is read by reference, or by
//! value, which takes its texts instead of copying them.

mod convert;

use std::borrow::Borrow;
use std::collections::{HashMap, hash_map};
use std::mem::take;
use std::slice;

use firestore::FirestoreDb;
use firestore::gcloud_sdk::google::firestore::v1::value::ValueType;
use firestore::gcloud_sdk::google::firestore::v1::{ArrayValue, Document, MapValue, Value};
use firestore::gcloud_sdk::google::r#type::LatLng;
use firestore::gcloud_sdk::prost_types::Timestamp;

use super::form::{ReadDocument, WriteDocument};
use super::own::{ParsedEntries, ParsedItems};
use super::read::{UnknownFields, read_document};
use super::tree::{TreeValue, write_tree};
use super::{Database, DocumentError, DocumentModel};
use crate::types::document::{FieldError, RawValue, ValueReader};

/// The database that a client is connected to.
impl From<&FirestoreDb> for Database {
    fn from(client: &FirestoreDb) -> Self {
        Self::at(client.get_documents_path())
    }
}

fn value(value: ValueType) -> Value {
    Value { value_type: Some(value) }
}

impl TreeValue for Value {
    type Fields = HashMap<String, Self>;

    fn null() -> Self {
        value(ValueType::NullValue(0))
    }

    fn boolean(boolean: bool) -> Self {
        value(ValueType::BooleanValue(boolean))
    }

    fn integer(integer: i64) -> Self {
        value(ValueType::IntegerValue(integer))
    }

    fn double(double: f64) -> Self {
        value(ValueType::DoubleValue(double))
    }

    fn timestamp(seconds: i64, nanos: i32) -> Option<Self> {
        Some(value(ValueType::TimestampValue(Timestamp { seconds, nanos })))
    }

    fn text(text: &str) -> Self {
        value(ValueType::StringValue(text.to_owned()))
    }

    fn bytes(bytes: &[u8]) -> Self {
        value(ValueType::BytesValue(bytes.to_owned()))
    }

    fn reference(name: String) -> Self {
        value(ValueType::ReferenceValue(name))
    }

    fn geo_point(latitude: f64, longitude: f64) -> Self {
        value(ValueType::GeoPointValue(LatLng { latitude, longitude }))
    }

    fn array(values: Vec<Self>) -> Self {
        value(ValueType::ArrayValue(ArrayValue { values }))
    }

    fn map(fields: HashMap<String, Self>) -> Self {
        value(ValueType::MapValue(MapValue { fields }))
    }

    fn fields(capacity: usize) -> HashMap<String, Self> {
        HashMap::with_capacity(capacity)
    }

    fn insert(fields: &mut HashMap<String, Self>, name: &str, value: Self) {
        fields.insert(name.to_owned(), value);
    }
}

impl WriteDocument for Document {
    fn write<M: DocumentModel>(
        model: &M,
        database: &Database,
        above: Option<&str>,
    ) -> Result<Self, DocumentError> {
        let (name, fields) = write_tree::<Value, M>(model, database, above)?;
        Ok(Self { name, fields, create_time: None, update_time: None })
    }
}

/// What both ways of reading have in common; `$text` and `$iter` get at what is
/// inside.
macro_rules! parse {
    ($value:expr, $text:expr, $iter:ident) => {
        match $value {
            Some(ValueType::NullValue(_)) => RawValue::Null,
            Some(ValueType::BooleanValue(value)) => RawValue::Boolean(*value),
            Some(ValueType::IntegerValue(value)) => RawValue::Integer(*value),
            Some(ValueType::DoubleValue(value)) => RawValue::Double(*value),
            Some(ValueType::TimestampValue(moment)) => {
                RawValue::Timestamp { seconds: moment.seconds, nanos: moment.nanos }
            }
            Some(ValueType::StringValue(text)) => RawValue::Text($text(text)),
            Some(ValueType::BytesValue(bytes)) => RawValue::Bytes($text(bytes)),
            Some(ValueType::ReferenceValue(name)) => RawValue::Reference($text(name)),
            Some(ValueType::GeoPointValue(point)) => {
                RawValue::GeoPoint { latitude: point.latitude, longitude: point.longitude }
            }
            Some(ValueType::ArrayValue(array)) => {
                RawValue::Array(ParsedItems(array.values.$iter()))
            }
            Some(ValueType::MapValue(map)) => RawValue::Map(ParsedEntries(map.fields.$iter())),
            // Expressions of a query, and an empty message.
            Some(
                ValueType::FieldReferenceValue(_)
                | ValueType::VariableReferenceValue(_)
                | ValueType::FunctionValue(_)
                | ValueType::PipelineValue(_),
            )
            | None => RawValue::Other,
        }
    };
}

/// Reading in place.
impl<'a> ValueReader for &'a Value {
    type Text = &'a str;
    type Bytes = &'a [u8];
    type Name = &'a str;
    type Items = ParsedItems<slice::Iter<'a, Value>>;
    type Fields = ParsedEntries<hash_map::Iter<'a, String, Value>>;

    // So that a type looks for its own kind alone.
    #[inline]
    fn parse(self) -> Result<RawValue<Self>, FieldError> {
        Ok(parse!(&self.value_type, Borrow::borrow, iter))
    }

    fn name(name: &'a str) -> Result<String, FieldError> {
        Ok(name.to_owned())
    }
}

/// Reading what is taken apart.
impl<'a> ValueReader for &'a mut Value {
    type Text = String;
    type Bytes = Vec<u8>;
    type Name = &'a str;
    type Items = ParsedItems<slice::IterMut<'a, Value>>;
    type Fields = ParsedEntries<hash_map::IterMut<'a, String, Value>>;

    #[inline]
    fn parse(self) -> Result<RawValue<Self>, FieldError> {
        Ok(parse!(&mut self.value_type, take, iter_mut))
    }

    fn name(name: &'a str) -> Result<String, FieldError> {
        Ok(name.to_owned())
    }
}

fn created(document: &Document) -> Option<(i64, i32)> {
    document.create_time.as_ref().map(|moment| (moment.seconds, moment.nanos))
}

impl ReadDocument for &Document {
    fn read<M: DocumentModel>(self, unknown: &mut UnknownFields) -> Result<M, DocumentError> {
        let created = created(self);
        read_document::<M, &Value>(&self.name, created, ParsedEntries(self.fields.iter()), unknown)
    }
}

impl ReadDocument for Document {
    fn read<M: DocumentModel>(mut self, unknown: &mut UnknownFields) -> Result<M, DocumentError> {
        let created = created(&self);
        read_document::<M, &mut Value>(
            &self.name,
            created,
            ParsedEntries(self.fields.iter_mut()),
            unknown,
        )
    }
}
