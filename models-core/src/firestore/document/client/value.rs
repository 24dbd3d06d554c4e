//! Our values as the client's, and its documents as ours.

use chrono::{DateTime, Utc};
use firestore::gcloud_sdk::google::firestore::v1::value::ValueType;
use firestore::gcloud_sdk::google::firestore::v1::{self, ArrayValue, MapValue};
use firestore::gcloud_sdk::google::r#type::LatLng;
use firestore::gcloud_sdk::prost_types::Timestamp;

use super::sink::value;
use crate::firestore::document::{Document, Fields, Value};
use crate::types::document::{Outcome, Problem, Source, Step};

impl From<Value> for v1::Value {
    fn from(own: Value) -> Self {
        value(match own {
            Value::Null => ValueType::NullValue(0),
            Value::Boolean(value) => ValueType::BooleanValue(value),
            Value::Integer(value) => ValueType::IntegerValue(value),
            Value::Double(value) => ValueType::DoubleValue(value),
            Value::Timestamp(moment) => ValueType::TimestampValue(timestamp(moment)),
            Value::String(value) => ValueType::StringValue(value),
            Value::Bytes(value) => ValueType::BytesValue(value),
            Value::Reference(name) => ValueType::ReferenceValue(name),
            Value::GeoPoint { latitude, longitude } => {
                ValueType::GeoPointValue(LatLng { latitude, longitude })
            }
            Value::Array(items) => ValueType::ArrayValue(array(items)),
            Value::Map(own) => ValueType::MapValue(MapValue { fields: fields(own) }),
        })
    }
}

pub(super) fn array(items: Vec<Value>) -> ArrayValue {
    ArrayValue { values: items.into_iter().map(Into::into).collect() }
}

fn fields(own: Fields) -> std::collections::HashMap<String, v1::Value> {
    own.into_iter().map(|(name, value)| (name, value.into())).collect()
}

pub(super) fn timestamp(moment: DateTime<Utc>) -> Timestamp {
    Timestamp { seconds: moment.timestamp(), nanos: moment.timestamp_subsec_nanos().cast_signed() }
}

impl From<Document> for v1::Document {
    fn from(own: Document) -> Self {
        Self {
            name: own.name,
            fields: fields(own.fields),
            create_time: own.create_time.map(timestamp),
            update_time: own.update_time.map(timestamp),
        }
    }
}

/// Any document that Firestore keeps; not what a query computes.
impl TryFrom<v1::Value> for Value {
    type Error = Problem;

    fn try_from(mut value: v1::Value) -> Outcome<Self> {
        (&mut value).open().and_then(Self::of)
    }
}

/// Any document that Firestore keeps; not what a query computes.
impl TryFrom<v1::Document> for Document {
    type Error = Problem;

    fn try_from(document: v1::Document) -> Outcome<Self> {
        let moment = |time: Option<Timestamp>| {
            let time = time.and_then(|time| Some((time.seconds, time.nanos.try_into().ok()?)));
            time.and_then(|(seconds, nanos)| DateTime::from_timestamp(seconds, nanos))
        };
        let mut fields = Fields::new();
        for (name, value) in document.fields {
            match Value::try_from(value) {
                Ok(value) => drop(fields.insert(name, value)),
                Err(problem) => return Err(problem.within(Step::Field(name.into()))),
            }
        }
        Ok(Self {
            name: document.name,
            fields,
            create_time: moment(document.create_time),
            update_time: moment(document.update_time),
        })
    }
}
