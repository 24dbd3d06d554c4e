//! Which values are valid.

use super::{Expr, List, Literal, Text};

/// A rule on the value of one field. An absent value satisfies every rule.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ValueRule {
    /// What is checked.
    pub check: Check,
    /// The violation's code, if it is not the check's own name.
    pub code: Option<Text>,
    /// The violation's message, if it is not the library's own.
    pub message: Option<Text>,
}

impl ValueRule {
    /// A rule with the library's name and message.
    #[must_use]
    pub const fn new(check: Check) -> Self {
        Self { check, code: None, message: None }
    }

    /// The violation's code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.as_deref().unwrap_or(self.check.name())
    }
}

/// A check of one value.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Check {
    /// The number of characters (code points) of a text, or of bytes.
    Length(Count),
    /// The number of items of a list, or of entries of a map.
    Items(Count),
    /// A number, a date or a moment between two others.
    Range(Limits),
    /// The whole text matches a regular expression, in a form with the same
    /// meaning in Rust, PostgreSQL and Firestore.
    Pattern(Text),
    /// One of these values.
    OneOf(List<Literal>),
    /// An email address: [`EMAIL`](crate::validate::EMAIL).
    Email,
    /// A web address: [`URL`](crate::validate::URL).
    Url,
    /// At least one character that is not a space.
    NotBlank,
    /// Characters up to 127 only.
    Ascii,
    /// The text starts with this one.
    StartsWith(Text),
    /// The text ends with this one.
    EndsWith(Text),
    /// The text contains this one.
    Contains(Text),
    /// A multiple of this whole number.
    MultipleOf(i64),
    /// A float that is neither infinite nor `NaN`.
    Finite,
    /// Every item of a list satisfies these rules.
    Each(List<ValueRule>),
    /// Every key of a map does.
    Keys(List<ValueRule>),
    /// Every value of a map does.
    Values(List<ValueRule>),
    /// A function in Rust, by its name. Only Rust checks it.
    Custom(Text),
    /// The rules of the value's own type. Only Rust checks them.
    Nested,
}

impl Check {
    /// Its name, which is the violation's code by default.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Length(_) => "length",
            Self::Items(_) => "items",
            Self::Range(_) => "range",
            Self::Pattern(_) => "pattern",
            Self::OneOf(_) => "one_of",
            Self::Email => "email",
            Self::Url => "url",
            Self::NotBlank => "not_blank",
            Self::Ascii => "ascii",
            Self::StartsWith(_) => "starts_with",
            Self::EndsWith(_) => "ends_with",
            Self::Contains(_) => "contains",
            Self::MultipleOf(_) => "multiple_of",
            Self::Finite => "finite",
            Self::Each(_) => "each",
            Self::Keys(_) => "keys",
            Self::Values(_) => "values",
            Self::Custom(_) => "custom",
            Self::Nested => "nested",
        }
    }
}

/// A minimum and a maximum number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Count {
    /// The least number.
    pub min: Option<u32>,
    /// The greatest number.
    pub max: Option<u32>,
}

/// The ends of a range. `NaN` is in no range.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Limits {
    /// The least value.
    pub min: Option<Limit>,
    /// The greatest value.
    pub max: Option<Limit>,
}

/// One end of a range.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Limit {
    /// The value at the end: a number, or a date or moment as text (RFC 3339).
    pub value: Literal,
    /// The end itself is not in the range.
    #[cfg_attr(feature = "serde", serde(default))]
    pub excluded: bool,
}

/// A rule about several fields of one row. It is violated only where it is
/// false, not where an absent value makes it unknown.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ModelRule {
    /// The condition.
    pub holds: Expr,
    /// The violation's code; `rule` by default.
    pub code: Option<Text>,
    /// The violation's message.
    pub message: Option<Text>,
}

impl ModelRule {
    /// The violation's code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.as_deref().unwrap_or("rule")
    }
}
