//! Which values are valid.

use super::{Expr, List, Literal, Text};

/// A rule on the value of one field. An absent value breaks none.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ValueRule {
    /// What is asked of the value.
    pub check: Check,
    /// What a violation is called, where it is not the check's own name.
    pub code: Option<Text>,
    /// What a violation says, where it is not the library's own text.
    pub message: Option<Text>,
}

impl ValueRule {
    /// A rule with the library's name and message.
    #[must_use]
    pub const fn new(check: Check) -> Self {
        Self { check, code: None, message: None }
    }

    /// What a violation is called.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.as_deref().unwrap_or(self.check.name())
    }
}

/// What is asked of a value.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Check {
    /// So many characters of a text (code points), or bytes.
    Length(Count),
    /// So many items of a list, or entries of a map.
    Items(Count),
    /// A number, a date or a moment between two others.
    Range(Limits),
    /// The whole text matches: a regular expression in the form that Rust,
    /// PostgreSQL and Firestore read alike.
    Pattern(Text),
    /// One of these values.
    OneOf(List<Literal>),
    /// An address: [`EMAIL`](crate::validate::EMAIL).
    Email,
    /// An address of the web: [`URL`](crate::validate::URL).
    Url,
    /// At least one character that is no space.
    NotBlank,
    /// Characters up to 127 only.
    Ascii,
    /// The text begins so.
    StartsWith(Text),
    /// The text ends so.
    EndsWith(Text),
    /// The text has this in it.
    Contains(Text),
    /// A whole number that this one divides.
    MultipleOf(i64),
    /// A float that is neither infinite nor no number.
    Finite,
    /// Every item of a list keeps these rules.
    Each(List<ValueRule>),
    /// Every key of a map does.
    Keys(List<ValueRule>),
    /// Every value of a map does.
    Values(List<ValueRule>),
    /// A function in Rust, by its name: kept there alone.
    Custom(Text),
    /// What the value says itself, of what it is made of: kept in Rust alone.
    Nested,
}

impl Check {
    /// Its name, which is what a violation is called.
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

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Count {
    /// At least so many.
    pub min: Option<u32>,
    /// At most so many.
    pub max: Option<u32>,
}

/// Between which values. No float that is no number is between any.
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
    /// The end itself is out of the range.
    #[cfg_attr(feature = "serde", serde(default))]
    pub excluded: bool,
}

/// A rule on several fields of one row. It is kept unless it is false: an
/// absent value breaks no rule.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ModelRule {
    /// What may not be false.
    pub holds: Expr,
    /// What a violation is called; `rule` where nothing is said.
    pub code: Option<Text>,
    /// What a violation says.
    pub message: Option<Text>,
}

impl ModelRule {
    /// What a violation is called.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.as_deref().unwrap_or("rule")
    }
}
