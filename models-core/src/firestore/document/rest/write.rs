//! Writing the REST form.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{encode_bytes, encode_double, encode_timestamp};
use crate::firestore::document::{
    Becomes, Document, Precondition, Transform, Value, Write, WriteOperation,
};

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if !self.name.is_empty() {
            map.serialize_entry("name", &self.name)?;
        }
        map.serialize_entry("fields", &self.fields)?;
        let times = [("createTime", &self.create_time), ("updateTime", &self.update_time)];
        for (key, moment) in times {
            if let Some(moment) = moment {
                map.serialize_entry(key, &encode_timestamp(moment))?;
            }
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            Self::Null => map.serialize_entry("nullValue", &()),
            Self::Boolean(value) => map.serialize_entry("booleanValue", value),
            Self::Integer(value) => map.serialize_entry("integerValue", &value.to_string()),
            Self::Double(value) => match encode_double(*value) {
                Some(text) => map.serialize_entry("doubleValue", text),
                None => map.serialize_entry("doubleValue", value),
            },
            Self::Timestamp(moment) => {
                map.serialize_entry("timestampValue", &encode_timestamp(moment))
            }
            Self::String(value) => map.serialize_entry("stringValue", value),
            Self::Bytes(value) => map.serialize_entry("bytesValue", &encode_bytes(value)),
            Self::Reference(name) => map.serialize_entry("referenceValue", name),
            Self::GeoPoint { latitude, longitude } => map.serialize_entry(
                "geoPointValue",
                &Pairs([("latitude", latitude), ("longitude", longitude)]),
            ),
            Self::Array(items) => map.serialize_entry("arrayValue", &Pairs([("values", items)])),
            Self::Map(fields) => map.serialize_entry("mapValue", &Pairs([("fields", fields)])),
        }?;
        map.end()
    }
}

/// A message of these fields.
struct Pairs<'v, T, const N: usize>([(&'static str, &'v T); N]);

impl<T: Serialize, const N: usize> Serialize for Pairs<'_, T, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(N))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// As a commit accepts it, in its list of `writes`.
impl Serialize for Write {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match &self.operation {
            WriteOperation::Update { document, mask, transforms } => {
                map.serialize_entry("update", document)?;
                if let Some(mask) = mask {
                    map.serialize_entry("updateMask", &Pairs([("fieldPaths", mask)]))?;
                }
                if !transforms.is_empty() {
                    map.serialize_entry("updateTransforms", transforms)?;
                }
            }
            WriteOperation::Delete(name) => map.serialize_entry("delete", name)?,
        }
        match &self.precondition {
            Some(Precondition::Exists(exists)) => {
                map.serialize_entry("currentDocument", &Pairs([("exists", exists)]))?;
            }
            Some(Precondition::UpdateTime(moment)) => {
                let moment = encode_timestamp(moment);
                map.serialize_entry("currentDocument", &Pairs([("updateTime", &moment)]))?;
            }
            None => {}
        }
        map.end()
    }
}

impl Serialize for Transform {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("fieldPath", &self.field)?;
        match &self.becomes {
            Becomes::RequestTime => map.serialize_entry("setToServerValue", "REQUEST_TIME"),
            Becomes::Sum(value) => map.serialize_entry("increment", value),
            Becomes::Maximum(value) => map.serialize_entry("maximum", value),
            Becomes::Minimum(value) => map.serialize_entry("minimum", value),
            Becomes::Union(values) => {
                map.serialize_entry("appendMissingElements", &Pairs([("values", values)]))
            }
            Becomes::Without(values) => {
                map.serialize_entry("removeAllFromArray", &Pairs([("values", values)]))
            }
        }?;
        map.end()
    }
}
