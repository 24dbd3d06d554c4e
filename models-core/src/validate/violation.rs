//! What is wrong with a value.

use std::borrow::Cow;
use std::fmt;

use super::message;
use crate::schema::{Check, Literal, ModelRule, Node, Text, ValueRule};

/// One rule that a value breaks.
///
/// It refers to the rule, and writes its sentence when it is asked for one.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    pub(super) path: Text,
    rule: ViolatedRule,
}

#[derive(Clone, Debug, PartialEq)]
enum ViolatedRule {
    Value(Node<ValueRule>),
    Relation(Node<ModelRule>),
}

impl Violation {
    /// A violation that the application has found itself: where, what it is
    /// called, and a sentence without the name of the field.
    ///
    /// ```
    /// use models_core::validate::Violation;
    /// let taken = Violation::new("handle", "taken", "is already taken");
    /// assert_eq!(taken.to_string(), "`handle` is already taken");
    /// ```
    #[must_use]
    pub fn new(path: impl Into<Text>, code: impl Into<Text>, message: impl Into<Text>) -> Self {
        let rule = ValueRule {
            check: Check::Custom(Text::Borrowed("")),
            code: Some(code.into()),
            message: Some(message.into()),
        };
        Self::of_value(path.into(), rule.into())
    }

    pub(crate) fn of_value(path: Text, rule: Node<ValueRule>) -> Self {
        Self { path, rule: ViolatedRule::Value(rule) }
    }

    pub(crate) fn of_relation(rule: Node<ModelRule>) -> Self {
        Self { path: Text::Borrowed(""), rule: ViolatedRule::Relation(rule) }
    }

    /// The field, by its Rust name, and the position inside: `tags[3]`,
    /// `sizes.large`. Empty for a rule about several fields.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is broken: the check's name (`length`), or the code that the rule
    /// gives itself.
    #[must_use]
    pub fn code(&self) -> &str {
        match &self.rule {
            ViolatedRule::Value(rule) => rule.code(),
            ViolatedRule::Relation(rule) => rule.code(),
        }
    }

    /// The least that is allowed, where the rule has one.
    #[must_use]
    pub fn min(&self) -> Option<Literal> {
        message::limits(self.check()?).0
    }

    /// The most that is allowed, where the rule has one.
    #[must_use]
    pub fn max(&self) -> Option<Literal> {
        message::limits(self.check()?).1
    }

    /// What else is expected: a pattern, a beginning, the allowed values.
    #[must_use]
    pub fn expected(&self) -> Option<Cow<'_, str>> {
        message::expected(self.check()?)
    }

    /// A sentence for people, without the name of the field.
    #[must_use]
    pub fn message(&self) -> Cow<'_, str> {
        match &self.rule {
            ViolatedRule::Value(rule) => message::of_value(rule),
            ViolatedRule::Relation(rule) => message::of_relation(rule).into(),
        }
    }

    fn check(&self) -> Option<&Check> {
        match &self.rule {
            ViolatedRule::Value(rule) => Some(&rule.check),
            ViolatedRule::Relation(_) => None,
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "`{}` ", self.path)?;
        }
        match &self.rule {
            ViolatedRule::Value(rule) => message::write_value(f, rule),
            ViolatedRule::Relation(rule) => f.write_str(message::of_relation(rule)),
        }
    }
}

/// As an object: `path`, `code`, `message`, and what else there is of `min`,
/// `max` and `expected`.
#[cfg(feature = "serde")]
impl serde::Serialize for Violation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("path", self.path())?;
        map.serialize_entry("code", self.code())?;
        map.serialize_entry("message", &self.message())?;
        for (name, value) in [("min", self.min()), ("max", self.max())] {
            match value {
                Some(Literal::Bool(value)) => map.serialize_entry(name, &value)?,
                Some(Literal::Int(value)) => map.serialize_entry(name, &value)?,
                Some(Literal::Float(value)) => map.serialize_entry(name, &value)?,
                Some(Literal::Text(value)) => map.serialize_entry(name, &value)?,
                None => {}
            }
        }
        if let Some(expected) = self.expected() {
            map.serialize_entry("expected", &expected)?;
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

    /// Those of one field, or of a position inside it.
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
    use crate::schema::{Check, Count, Text, ValueRule};

    #[test]
    fn violations_are_a_list_of_objects() {
        let violation = |path: &'static str, check| {
            Violation::of_value(Text::Borrowed(path), ValueRule::new(check).into())
        };
        let tag = violation("tags[1]", Check::Length(Count { min: Some(1), max: Some(30) }));
        let slug = violation("slug", Check::Pattern(Text::Borrowed("[a-z]+")));
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
