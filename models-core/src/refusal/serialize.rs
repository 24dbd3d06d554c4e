//! A refusal as data.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::Refusal;

/// As an object: `refusal` (`value`, `relation`, `unique`, `missing_parent`,
/// `children_remain`, `missing`, `not_allowed`), `message`, and what else there
/// is of `model`, `violation`, `field`, `fields` and `parent`.
impl Serialize for Refusal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("refusal", self.kind())?;
        map.serialize_entry("message", &self.to_string())?;
        if let Some(model) = self.model() {
            map.serialize_entry("model", model)?;
        }
        match self {
            Self::Value { violation, .. } | Self::Relation { violation, .. } => {
                map.serialize_entry("violation", violation)?;
            }
            Self::Unique { fields, .. } => map.serialize_entry("fields", fields)?,
            Self::MissingParent { field, parent, .. }
            | Self::ChildrenRemain { field, parent, .. } => {
                map.serialize_entry("field", field)?;
                map.serialize_entry("parent", parent)?;
            }
            Self::Missing { field, .. } => map.serialize_entry("field", field)?,
            Self::NotAllowed { .. } => {}
        }
        map.end()
    }
}

impl Refusal {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Value { .. } => "value",
            Self::Relation { .. } => "relation",
            Self::Unique { .. } => "unique",
            Self::MissingParent { .. } => "missing_parent",
            Self::ChildrenRemain { .. } => "children_remain",
            Self::Missing { .. } => "missing",
            Self::NotAllowed { .. } => "not_allowed",
        }
    }
}
