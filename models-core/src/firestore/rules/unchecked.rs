//! What rules cannot see, so that nobody takes it for checked.

use std::fmt;

/// Something that the rules of a collection do not check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// The model.
    pub model: String,
    /// What is not checked, such as ``the elements of `tags` ``.
    pub what: String,
}

impl fmt::Display for Unchecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.model, self.what)
    }
}

/// What the check of a field's type cannot see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unseen {
    /// Whether a decimal number has too many digits for its type.
    Digits,
    /// Whether digits and colons are an address.
    Address,
    /// Which document a reference leads to.
    Target,
    /// The elements of a list.
    Elements,
    /// The values of a map.
    Values,
    /// What is in JSON.
    Json,
    /// Whether there is a document of this id.
    Existence,
    /// A value rule.
    Rule(&'static str),
    /// Whether it repeats the field that it is a copy of.
    Copy,
}

impl Unseen {
    /// It in words.
    pub(crate) fn of(self, field: &str) -> String {
        match self {
            Self::Digits => format!("whether a decimal holds all digits of `{field}`"),
            Self::Address => format!("whether an address of IPv6 in `{field}` is one"),
            Self::Target => format!("where the reference `{field}` leads"),
            Self::Elements => format!("the elements of `{field}`"),
            Self::Values => format!("the values in `{field}`"),
            Self::Json => format!("what is in `{field}`"),
            Self::Existence => format!("whether the document of `{field}` exists"),
            Self::Rule(rule) => format!("the rule `{rule}` of `{field}`"),
            Self::Copy => format!("whether `{field}` repeats its source"),
        }
    }
}
