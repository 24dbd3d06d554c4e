//! Which values are valid, as it was written.

use syn::{Ident, Path};

use super::{Expr, Literal, Located, Pattern};
use crate::diagnostic::Extent;

/// One rule of a field.
#[derive(Clone, Debug)]
pub(crate) struct ValueRule {
    pub(crate) check: Check,
    pub(crate) code: Option<Located<String>>,
    pub(crate) message: Option<Located<String>>,
    /// Its name.
    pub(crate) name: Ident,
    pub(crate) at: Extent,
}

impl ValueRule {
    /// The rules of the parts of a value.
    pub(crate) fn parts(&self) -> &[Self] {
        match &self.check {
            Check::Each(rules) | Check::Keys(rules) | Check::Values(rules) => rules,
            _ => &[],
        }
    }

    /// This rule and those of the parts.
    pub(crate) fn with_parts(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.parts())
    }

    /// Whether it bounds the length of a text.
    pub(crate) fn bounds_a_text(&self) -> bool {
        match &self.check {
            Check::Length(count) => count.max.is_some(),
            Check::Pattern(pattern) => {
                // What is refused has its own error.
                pattern.read.as_ref().is_ok_and(|read| read.longest.is_some())
                    || pattern.read.is_err()
            }
            Check::OneOf(_) | Check::Email | Check::Url => true,
            _ => false,
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Check {
    Length(Count),
    Items(Count),
    Range { min: Option<Limit>, max: Option<Limit> },
    Pattern(Pattern),
    OneOf(Vec<Located<Literal>>),
    Email,
    Url,
    NotBlank,
    Ascii,
    StartsWith(Located<String>),
    EndsWith(Located<String>),
    Contains(Located<String>),
    MultipleOf(Located<i64>),
    Finite,
    Each(Vec<ValueRule>),
    Keys(Vec<ValueRule>),
    Values(Vec<ValueRule>),
    Custom(Path),
    Nested,
}

/// How many.
#[derive(Clone, Debug, Default)]
pub(crate) struct Count {
    pub(crate) min: Option<Located<u32>>,
    pub(crate) max: Option<Located<u32>>,
}

/// One end of a range.
#[derive(Clone, Debug)]
pub(crate) struct Limit {
    pub(crate) value: Located<Literal>,
    pub(crate) excluded: bool,
}

/// A relation between fields.
#[derive(Clone, Debug)]
pub(crate) struct ModelRule {
    pub(crate) holds: Expr,
    pub(crate) code: Option<Located<String>>,
    pub(crate) message: Option<Located<String>>,
}
