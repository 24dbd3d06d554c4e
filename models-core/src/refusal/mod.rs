//! Why a server refused to write: its error, in the words of the models.

mod explain;
#[cfg(feature = "serde")]
mod serialize;

pub use explain::explain;

use std::fmt;

use crate::schema::Text;
use crate::validate::Violation;

/// Why a write was refused. Models are named by their structs, fields as in
/// Rust; as text it is a sentence for people, and says nothing of any row.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// A value breaks a rule of its field.
    Value {
        /// The model.
        model: Text,
        /// The rule, as [`validate`](crate::validate::Validate::validate) says
        /// it. For a rule about the items of a list the path is the list's:
        /// which item it was, the server does not say.
        violation: Violation,
    },
    /// The values of a row do not fit together.
    Relation {
        /// The model.
        model: Text,
        /// The rule.
        violation: Violation,
    },
    /// Another row has the same values in these fields.
    Unique {
        /// The model.
        model: Text,
        /// The fields, in the order of the unique key.
        fields: Vec<Text>,
    },
    /// The range of the last field overlaps that of another row, which has the
    /// same values in the others.
    Overlap {
        /// The model.
        model: Text,
        /// The fields of the exclusion, the range last.
        fields: Vec<Text>,
    },
    /// A field refers to a row that is not there.
    MissingParent {
        /// The model that refers.
        model: Text,
        /// The field that refers.
        field: Text,
        /// The model of the row that is missing.
        parent: Text,
    },
    /// Rows of another model still refer to the row.
    ChildrenRemain {
        /// The model of those rows.
        model: Text,
        /// The field by which they refer.
        field: Text,
        /// The model of the row that cannot go.
        parent: Text,
    },
    /// A field that is always there has no value.
    Missing {
        /// The model.
        model: Text,
        /// The field.
        field: Text,
    },
    /// The caller may not do this: no policy allows it, or no grant.
    NotAllowed {
        /// The model; `None` where the server does not name one, or speaks
        /// another language than English.
        model: Option<Text>,
    },
}

impl Refusal {
    /// The model that is concerned, where the server says which.
    #[must_use]
    pub const fn model(&self) -> Option<&Text> {
        match self {
            Self::Value { model, .. }
            | Self::Relation { model, .. }
            | Self::Unique { model, .. }
            | Self::Overlap { model, .. }
            | Self::MissingParent { model, .. }
            | Self::ChildrenRemain { model, .. }
            | Self::Missing { model, .. } => Some(model),
            Self::NotAllowed { model } => model.as_ref(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value { violation, .. } | Self::Relation { violation, .. } => violation.fmt(f),
            Self::Unique { model, fields } => {
                write!(f, "another `{model}` has the same ")?;
                list(f, fields)
            }
            Self::Overlap { model, fields } => match fields.split_last() {
                None => write!(f, "this overlaps another `{model}`"),
                Some((range, [])) => write!(f, "`{range}` overlaps that of another `{model}`"),
                Some((range, equal)) => {
                    write!(f, "`{range}` overlaps that of another `{model}` with the same ")?;
                    list(f, equal)
                }
            },
            Self::MissingParent { field, parent, .. } => {
                write!(f, "`{field}` refers to a `{parent}` that is not there")
            }
            Self::ChildrenRemain { model, field, parent } => {
                write!(f, "a `{model}` still refers to this `{parent}` as its `{field}`")
            }
            Self::Missing { field, .. } => write!(f, "`{field}` is missing"),
            Self::NotAllowed { model: Some(model) } => {
                write!(f, "this is not allowed with a `{model}`")
            }
            Self::NotAllowed { model: None } => f.write_str("this is not allowed"),
        }
    }
}

/// `` `a`, `b` and `c` ``
fn list(f: &mut fmt::Formatter<'_>, fields: &[Text]) -> fmt::Result {
    for (i, field) in fields.iter().enumerate() {
        f.write_str(match i {
            0 => "",
            _ if i + 1 == fields.len() => " and ",
            _ => ", ",
        })?;
        write!(f, "`{field}`")?;
    }
    Ok(())
}

impl std::error::Error for Refusal {}
