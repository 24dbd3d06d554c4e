//! Reading a model from the client's document: by reference, or by value, which
//! takes its texts instead of copying them.

use std::borrow::Borrow;
use std::collections::hash_map;
use std::mem::take;
use std::slice;

use firestore::gcloud_sdk::google::firestore::v1::value::ValueType;
use firestore::gcloud_sdk::google::firestore::v1::{Document, Value};
use firestore::gcloud_sdk::prost_types::Timestamp;

use crate::firestore::document::form::ReadDocument;
use crate::firestore::document::gather::{Unknown, gather};
use crate::firestore::document::{DocumentError, DocumentModel};
use crate::types::document::{Given, Outcome, Source};

/// What both ways of reading say alike; `$text` and `$iter` are how one of them
/// gets at what is inside.
macro_rules! given {
    ($value:expr, $text:expr, $iter:ident) => {
        match $value {
            Some(ValueType::NullValue(_)) => Given::Null,
            Some(ValueType::BooleanValue(value)) => Given::Boolean(*value),
            Some(ValueType::IntegerValue(value)) => Given::Integer(*value),
            Some(ValueType::DoubleValue(value)) => Given::Double(*value),
            Some(ValueType::TimestampValue(moment)) => {
                Given::Timestamp { seconds: moment.seconds, nanos: moment.nanos }
            }
            Some(ValueType::StringValue(text)) => Given::Text($text(text)),
            Some(ValueType::BytesValue(bytes)) => Given::Bytes($text(bytes)),
            Some(ValueType::ReferenceValue(name)) => Given::Reference($text(name)),
            Some(ValueType::GeoPointValue(point)) => {
                Given::GeoPoint { latitude: point.latitude, longitude: point.longitude }
            }
            Some(ValueType::ArrayValue(array)) => Given::Array(Items(array.values.$iter())),
            Some(ValueType::MapValue(map)) => Given::Map(Entries(map.fields.$iter())),
            // Expressions of a query, and a message that holds nothing.
            Some(
                ValueType::FieldReferenceValue(_)
                | ValueType::VariableReferenceValue(_)
                | ValueType::FunctionValue(_)
                | ValueType::PipelineValue(_),
            )
            | None => Given::Other,
        }
    };
}

/// Reading in place.
impl<'a> Source for &'a Value {
    type Text = &'a str;
    type Bytes = &'a [u8];
    type Name = &'a str;
    type Items = Items<slice::Iter<'a, Value>>;
    type Fields = Entries<hash_map::Iter<'a, String, Value>>;

    // So that a type looks at its own kinds alone.
    #[inline]
    fn open(self) -> Outcome<Given<Self>> {
        Ok(given!(&self.value_type, Borrow::borrow, iter))
    }
}

/// Reading what is taken apart.
impl<'a> Source for &'a mut Value {
    type Text = String;
    type Bytes = Vec<u8>;
    type Name = &'a str;
    type Items = Items<slice::IterMut<'a, Value>>;
    type Fields = Entries<hash_map::IterMut<'a, String, Value>>;

    fn open(self) -> Outcome<Given<Self>> {
        Ok(given!(&mut self.value_type, take, iter_mut))
    }
}

/// The elements of a list.
pub struct Items<I>(I);

impl<V, I: Iterator<Item = V>> Iterator for Items<I> {
    type Item = Outcome<V>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(Ok)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

/// The fields of a document, or the entries of a map.
pub struct Entries<I>(I);

impl<'a, V, I: Iterator<Item = (&'a String, V)>> Iterator for Entries<I> {
    type Item = Outcome<(&'a str, V)>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| Ok((name.as_str(), value)))
    }
}

fn made(moment: Option<&Timestamp>) -> Option<(i64, i32)> {
    moment.map(|moment| (moment.seconds, moment.nanos))
}

impl ReadDocument for &Document {
    fn read<M: DocumentModel>(self, unknown: &mut Unknown) -> Result<M, DocumentError> {
        let made = made(self.create_time.as_ref());
        gather::<M, &Value>(&self.name, made, Entries(self.fields.iter()), unknown)
    }
}

impl ReadDocument for Document {
    fn read<M: DocumentModel>(mut self, unknown: &mut Unknown) -> Result<M, DocumentError> {
        let made = made(self.create_time.as_ref());
        gather::<M, &mut Value>(&self.name, made, Entries(self.fields.iter_mut()), unknown)
    }
}
