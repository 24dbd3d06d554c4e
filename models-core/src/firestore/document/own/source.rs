//! Reading a model from a [`Document`].

use std::collections::btree_map;
use std::slice;

use chrono::DateTime;

use super::{Document, Fields, Value};
use crate::firestore::document::form::ReadDocument;
use crate::firestore::document::gather::{Unknown, gather};
use crate::firestore::document::{DocumentError, DocumentModel};
use crate::types::document::{Given, Kind, Outcome, Problem, Source, Step};

impl<'a> Source for &'a Value {
    type Text = &'a str;
    type Bytes = &'a [u8];
    type Name = &'a str;
    type Items = Items<'a>;
    type Fields = Entries<'a>;

    fn open(self) -> Outcome<Given<Self>> {
        Ok(match self {
            Value::Null => Given::Null,
            Value::Boolean(value) => Given::Boolean(*value),
            Value::Integer(value) => Given::Integer(*value),
            Value::Double(value) => Given::Double(*value),
            Value::Timestamp(value) => Given::Timestamp {
                seconds: value.timestamp(),
                nanos: value.timestamp_subsec_nanos().cast_signed(),
            },
            Value::String(value) => Given::Text(value.as_str()),
            Value::Bytes(value) => Given::Bytes(value.as_slice()),
            Value::Reference(name) => Given::Reference(name.as_str()),
            Value::GeoPoint { latitude, longitude } => {
                Given::GeoPoint { latitude: *latitude, longitude: *longitude }
            }
            Value::Array(items) => Given::Array(Items(items.iter())),
            Value::Map(fields) => Given::Map(Entries(fields.iter())),
        })
    }
}

/// The elements of a list.
#[derive(Clone, Debug)]
pub struct Items<'a>(slice::Iter<'a, Value>);

impl<'a> Iterator for Items<'a> {
    type Item = Outcome<&'a Value>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(Ok)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

/// The entries of a map.
#[derive(Clone, Debug)]
pub struct Entries<'a>(btree_map::Iter<'a, String, Value>);

impl<'a> Iterator for Entries<'a> {
    type Item = Outcome<(&'a str, &'a Value)>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| Ok((name.as_str(), value)))
    }
}

impl Value {
    /// A value of any form.
    pub(in crate::firestore) fn of<S: Source>(given: Given<S>) -> Outcome<Self> {
        Ok(match given {
            Given::Null => Self::Null,
            Given::Boolean(value) => Self::Boolean(value),
            Given::Integer(value) => Self::Integer(value),
            Given::Double(value) => Self::Double(value),
            Given::Timestamp { seconds, nanos } => {
                let moment = DateTime::from_timestamp(seconds, nanos.cast_unsigned());
                Self::Timestamp(moment.ok_or_else(|| {
                    Problem::out_of_range(&seconds, "it is from year 1 to year 9999")
                })?)
            }
            Given::Text(text) => Self::String(text.into()),
            Given::Bytes(bytes) => Self::Bytes(bytes.into()),
            Given::Reference(name) => Self::Reference(name.into()),
            Given::GeoPoint { latitude, longitude } => Self::GeoPoint { latitude, longitude },
            Given::Array(items) => {
                let item = |(index, item): (usize, Outcome<S>)| {
                    let value = item.and_then(Source::open).and_then(Self::of);
                    value.map_err(|problem| problem.within(Step::Index(index)))
                };
                Self::Array(items.enumerate().map(item).collect::<Outcome<_>>()?)
            }
            Given::Map(entries) => {
                let mut fields = Fields::new();
                for entry in entries {
                    let (name, value) = entry?;
                    let name: String = name.into();
                    match value.open().and_then(Self::of) {
                        Ok(value) => fields.insert(name, value),
                        Err(problem) => return Err(problem.within(Step::Key(name))),
                    };
                }
                Self::Map(fields)
            }
            other @ Given::Other => return Err(Problem::kind(other.kind(), Kind::Map)),
        })
    }
}

impl ReadDocument for &Document {
    fn read<M: DocumentModel>(self, unknown: &mut Unknown) -> Result<M, DocumentError> {
        let made = self
            .create_time
            .map(|moment| (moment.timestamp(), moment.timestamp_subsec_nanos().cast_signed()));
        gather::<M, &Value>(&self.name, made, Entries(self.fields.iter()), unknown)
    }
}
