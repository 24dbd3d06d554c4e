//! What is wrong with a value.

use std::fmt;

use crate::schema::{Literal, Text};

/// One rule that a value breaks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Violation {
    /// The field, by its Rust name, and the place inside: `tags[3]`,
    /// `sizes.large`. Empty for a rule about several fields.
    pub path: Text,
    /// What is broken: the check's name (`length`), or the code that the rule
    /// gives itself.
    pub code: Text,
    /// The least that is allowed, where the rule has one.
    pub min: Option<Literal>,
    /// The most that is allowed, where the rule has one.
    pub max: Option<Literal>,
    /// What else is expected: a pattern, a beginning, the allowed values.
    pub expected: Option<Text>,
    /// A sentence for people, without the name of the field.
    pub message: Text,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return f.write_str(&self.message);
        }
        write!(f, "`{}` {}", self.path, self.message)
    }
}

/// As an object: `path`, `code`, `message`, and what else there is of `min`,
/// `max` and `expected`.
#[cfg(feature = "serde")]
impl serde::Serialize for Violation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("path", &self.path)?;
        map.serialize_entry("code", &self.code)?;
        map.serialize_entry("message", &self.message)?;
        for (name, value) in [("min", &self.min), ("max", &self.max)] {
            match value {
                Some(Literal::Bool(value)) => map.serialize_entry(name, value)?,
                Some(Literal::Int(value)) => map.serialize_entry(name, value)?,
                Some(Literal::Float(value)) => map.serialize_entry(name, value)?,
                Some(Literal::Text(value)) => map.serialize_entry(name, value)?,
                None => {}
            }
        }
        if let Some(expected) = &self.expected {
            map.serialize_entry("expected", expected)?;
        }
        map.end()
    }
}

/// Every rule that a value breaks, at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Violations(pub(super) Vec<Violation>);

impl Violations {
    /// In the order of the fields, and of the rules of each.
    #[must_use]
    pub fn all(&self) -> &[Violation] {
        &self.0
    }

    /// Those of one field, or of a place inside it.
    pub fn of<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a Violation> {
        self.0.iter().filter(move |violation| {
            let rest = violation.path.strip_prefix(field);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']))
        })
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, violation) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("; ")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// As a list.
#[cfg(feature = "serde")]
impl serde::Serialize for Violations {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use serde_json::json;

    use super::{Violation, Violations};
    use crate::schema::{Literal, Text};

    #[test]
    fn violations_are_a_list_of_objects() {
        let tag = Violation {
            path: Text::Borrowed("tags[1]"),
            code: Text::Borrowed("length"),
            min: Some(Literal::Int(1)),
            max: Some(Literal::Int(30)),
            expected: None,
            message: Text::Borrowed("must have 1 to 30 characters"),
        };
        let slug = Violation {
            path: Text::Borrowed("slug"),
            code: Text::Borrowed("pattern"),
            min: None,
            max: None,
            expected: Some(Text::Borrowed("[a-z]+")),
            message: Text::Borrowed("must match `[a-z]+`"),
        };
        assert_eq!(
            serde_json::to_value(Violations(vec![tag, slug])).expect("data"),
            json!([
                {
                    "path": "tags[1]",
                    "code": "length",
                    "message": "must have 1 to 30 characters",
                    "min": 1,
                    "max": 30,
                },
                {
                    "path": "slug",
                    "code": "pattern",
                    "message": "must match `[a-z]+`",
                    "expected": "[a-z]+",
                },
            ])
        );
    }
}
