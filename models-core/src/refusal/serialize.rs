//! A refusal as data.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::Refusal;

/// As an object: `refusal` (`value`, `relation`, `unique`, `overlap`, `missing_parent`,
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
            Self::Unique { fields, .. } | Self::Overlap { fields, .. } => {
                map.serialize_entry("fields", fields)?;
            }
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
            Self::Overlap { .. } => "overlap",
            Self::MissingParent { .. } => "missing_parent",
            Self::ChildrenRemain { .. } => "children_remain",
            Self::Missing { .. } => "missing",
            Self::NotAllowed { .. } => "not_allowed",
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Refusal;
    use crate::schema::{Check, Limit, Limits, Literal, Text, ValueRule};
    use crate::validate::Violation;

    fn said(refusal: &Refusal) -> serde_json::Value {
        serde_json::to_value(refusal).expect("data")
    }

    #[test]
    fn a_refusal_is_an_object() {
        let text = |text: &'static str| Text::Borrowed(text);
        let least = Limit { value: Literal::Int(1), excluded: false };
        let range = Check::Range(Limits { min: Some(least), max: None });
        let violation = Violation::of_value(text("seats"), ValueRule::new(range).into());
        assert_eq!(
            said(&Refusal::Value { model: text("Meeting"), violation }),
            json!({
                "refusal": "value",
                "message": "`seats` must be at least 1",
                "model": "Meeting",
                "violation": {
                    "path": "seats",
                    "code": "range",
                    "message": "must be at least 1",
                    "min": 1,
                },
            })
        );
        assert_eq!(
            said(&Refusal::Unique {
                model: text("Post"),
                fields: vec![text("slug"), text("author_id")]
            }),
            json!({
                "refusal": "unique",
                "message": "another `Post` has the same `slug` and `author_id`",
                "model": "Post",
                "fields": ["slug", "author_id"],
            })
        );
        assert_eq!(
            said(&Refusal::MissingParent {
                model: text("Post"),
                field: text("author_id"),
                parent: text("User"),
            }),
            json!({
                "refusal": "missing_parent",
                "message": "`author_id` refers to a `User` that is not there",
                "model": "Post",
                "field": "author_id",
                "parent": "User",
            })
        );
        assert_eq!(
            said(&Refusal::NotAllowed { model: None }),
            json!({"refusal": "not_allowed", "message": "this is not allowed"})
        );
    }
}
