//! Our documents, values and writes as those of the client, and its documents as
//! ours.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use firestore::errors::FirestoreError;
use firestore::gcloud_sdk::google::firestore::v1::value::ValueType;
use firestore::gcloud_sdk::google::firestore::v1::{self, ArrayValue};
use firestore::gcloud_sdk::prost_types::Timestamp;
use v1::document_transform::FieldTransform;
use v1::document_transform::field_transform::{ServerValue, TransformType};
use v1::precondition::ConditionType;

use super::value;
use crate::firestore::document::tree::TreeValue;
use crate::firestore::document::{
    Becomes, Document, DocumentError, Fields, Precondition, Transform, Value, Write, WriteOperation,
};
use crate::types::document::{FieldError, PathSegment, ValueReader};

impl From<Value> for v1::Value {
    fn from(own: Value) -> Self {
        match own {
            Value::Null => Self::null(),
            Value::Boolean(value) => Self::boolean(value),
            Value::Integer(value) => Self::integer(value),
            Value::Double(value) => Self::double(value),
            Value::Timestamp(moment) => value(ValueType::TimestampValue(timestamp(moment))),
            Value::String(text) => value(ValueType::StringValue(text)),
            Value::Bytes(bytes) => value(ValueType::BytesValue(bytes)),
            Value::Reference(name) => Self::reference(name),
            Value::GeoPoint { latitude, longitude } => Self::geo_point(latitude, longitude),
            Value::Array(items) => Self::array(items.into_iter().map(Into::into).collect()),
            Value::Map(own) => Self::map(fields(own)),
        }
    }
}

fn fields(own: Fields) -> HashMap<String, v1::Value> {
    own.into_iter().map(|(name, value)| (name, value.into())).collect()
}

fn array(items: Vec<Value>) -> ArrayValue {
    ArrayValue { values: items.into_iter().map(Into::into).collect() }
}

fn timestamp(moment: DateTime<Utc>) -> Timestamp {
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

/// Any value that a document stores; not the expressions of a query.
impl TryFrom<v1::Value> for Value {
    type Error = DocumentError;

    fn try_from(value: v1::Value) -> Result<Self, DocumentError> {
        own_value(value).map_err(|error| DocumentError::without_model("", error))
    }
}

fn own_value(mut value: v1::Value) -> Result<Value, FieldError> {
    (&mut value).parse().and_then(Value::from_raw)
}

/// Any document that Firestore stores; not the expressions of a query.
impl TryFrom<v1::Document> for Document {
    type Error = DocumentError;

    fn try_from(document: v1::Document) -> Result<Self, DocumentError> {
        let moment = |time: Option<Timestamp>| {
            let time = time.and_then(|time| Some((time.seconds, time.nanos.try_into().ok()?)));
            time.and_then(|(seconds, nanos)| DateTime::from_timestamp(seconds, nanos))
        };
        let mut fields = Fields::new();
        for (name, value) in document.fields {
            match own_value(value) {
                Ok(value) => drop(fields.insert(name, value)),
                Err(error) => {
                    let error = error.within(PathSegment::Field(name.into()));
                    return Err(DocumentError::without_model(&document.name, error));
                }
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

/// Never fails; `add` of the client's transactions and batches asks for it.
///
/// ```ignore
/// transaction.add(comment.create(&database)?)?;
/// ```
impl TryFrom<Write> for v1::Write {
    type Error = FirestoreError;

    fn try_from(write: Write) -> Result<Self, FirestoreError> {
        let current_document = write.precondition.map(|precondition| v1::Precondition {
            condition_type: Some(match precondition {
                Precondition::Exists(exists) => ConditionType::Exists(exists),
                Precondition::UpdateTime(moment) => ConditionType::UpdateTime(timestamp(moment)),
            }),
        });
        Ok(match write.operation {
            WriteOperation::Update { document, mask, transforms } => Self {
                update_mask: mask.map(|field_paths| v1::DocumentMask { field_paths }),
                update_transforms: transforms.into_iter().map(transform).collect(),
                current_document,
                operation: Some(v1::write::Operation::Update(document.into())),
            },
            WriteOperation::Delete(name) => Self {
                update_mask: None,
                update_transforms: Vec::new(),
                current_document,
                operation: Some(v1::write::Operation::Delete(name)),
            },
        })
    }
}

fn transform(transform: Transform) -> FieldTransform {
    let becomes = match transform.becomes {
        Becomes::RequestTime => TransformType::SetToServerValue(ServerValue::RequestTime.into()),
        Becomes::Sum(value) => TransformType::Increment(value.into()),
        Becomes::Maximum(value) => TransformType::Maximum(value.into()),
        Becomes::Minimum(value) => TransformType::Minimum(value.into()),
        Becomes::Union(values) => TransformType::AppendMissingElements(array(values)),
        Becomes::Without(values) => TransformType::RemoveAllFromArray(array(values)),
    };
    FieldTransform { field_path: transform.field, transform_type: Some(becomes) }
}
