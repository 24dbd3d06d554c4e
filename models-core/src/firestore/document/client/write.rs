//! Our writes as the client's.

use firestore::errors::FirestoreError;
use firestore::gcloud_sdk::google::firestore::v1;
use v1::document_transform::FieldTransform;
use v1::document_transform::field_transform::{ServerValue, TransformType};
use v1::precondition::ConditionType;

use super::value::{array, timestamp};
use crate::firestore::document::{Becomes, Operation, Precondition, Transform, Write};

/// Never fails; it is what `add` of the client's transactions and batches asks.
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
            Operation::Update { document, mask, transforms } => Self {
                update_mask: mask.map(|field_paths| v1::DocumentMask { field_paths }),
                update_transforms: transforms.into_iter().map(transform).collect(),
                current_document,
                operation: Some(v1::write::Operation::Update(document.into())),
            },
            Operation::Delete(name) => Self {
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
