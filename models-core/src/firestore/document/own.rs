//! Writing into and reading from a [`Document`].

use std::collections::btree_map;
use std::slice;

use chrono::DateTime;

use super::form::{ReadDocument, WriteDocument};
use super::read::{UnknownFields, read_document};
use super::tree::{TreeValue, write_tree};
use super::value::{Document, Fields, Value};
use super::{Database, DocumentError, DocumentModel};
use crate::types::document::{FieldError, RawValue, ValueReader};

impl TreeValue for Value {
    type Fields = Fields;

    fn null() -> Self {
        Self::Null
    }

    fn boolean(value: bool) -> Self {
        Self::Boolean(value)
    }

    fn integer(value: i64) -> Self {
        Self::Integer(value)
    }

    fn double(value: f64) -> Self {
        Self::Double(value)
    }

    fn timestamp(seconds: i64, nanos: i32) -> Option<Self> {
        DateTime::from_timestamp(seconds, nanos.cast_unsigned()).map(Self::Timestamp)
    }

    fn text(value: &str) -> Self {
        Self::String(value.to_owned())
    }

    fn bytes(value: &[u8]) -> Self {
        Self::Bytes(value.to_owned())
    }

    fn reference(name: String) -> Self {
        Self::Reference(name)
    }

    fn geo_point(latitude: f64, longitude: f64) -> Self {
        Self::GeoPoint { latitude, longitude }
    }

    fn array(items: Vec<Self>) -> Self {
        Self::Array(items)
    }

    fn map(entries: Fields) -> Self {
        Self::Map(entries)
    }

    fn fields(_: usize) -> Fields {
        Fields::new()
    }

    fn insert(fields: &mut Fields, name: &str, value: Self) {
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

impl<'a> ValueReader for &'a Value {
    type Text = &'a str;
    type Bytes = &'a [u8];
    type Name = &'a str;
    type Items = ParsedItems<slice::Iter<'a, Value>>;
    type Fields = ParsedEntries<btree_map::Iter<'a, String, Value>>;

    #[inline]
    fn parse(self) -> Result<RawValue<Self>, FieldError> {
        Ok(match self {
            Value::Null => RawValue::Null,
            Value::Boolean(value) => RawValue::Boolean(*value),
            Value::Integer(value) => RawValue::Integer(*value),
            Value::Double(value) => RawValue::Double(*value),
            Value::Timestamp(value) => RawValue::Timestamp {
                seconds: value.timestamp(),
                nanos: value.timestamp_subsec_nanos().cast_signed(),
            },
            Value::String(value) => RawValue::Text(value.as_str()),
            Value::Bytes(value) => RawValue::Bytes(value.as_slice()),
            Value::Reference(name) => RawValue::Reference(name.as_str()),
            Value::GeoPoint { latitude, longitude } => {
                RawValue::GeoPoint { latitude: *latitude, longitude: *longitude }
            }
            Value::Array(items) => RawValue::Array(ParsedItems(items.iter())),
            Value::Map(fields) => RawValue::Map(ParsedEntries(fields.iter())),
        })
    }

    fn name(name: &'a str) -> Result<String, FieldError> {
        Ok(name.to_owned())
    }
}

/// The elements of a list, in a form that has been parsed already.
pub struct ParsedItems<I>(pub(super) I);

impl<V, I: Iterator<Item = V>> Iterator for ParsedItems<I> {
    type Item = Result<V, FieldError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(Ok)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

/// The fields of a document or the entries of a map, in such a form.
pub struct ParsedEntries<I>(pub(super) I);

impl<'a, V, I: Iterator<Item = (&'a String, V)>> Iterator for ParsedEntries<I> {
    type Item = Result<(&'a str, V), FieldError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| Ok((name.as_str(), value)))
    }
}

impl ReadDocument for &Document {
    fn read<M: DocumentModel>(self, unknown: &mut UnknownFields) -> Result<M, DocumentError> {
        let created = self
            .create_time
            .map(|moment| (moment.timestamp(), moment.timestamp_subsec_nanos().cast_signed()));
        read_document::<M, &Value>(&self.name, created, ParsedEntries(self.fields.iter()), unknown)
    }
}
