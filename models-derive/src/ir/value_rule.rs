//! Value rules, as they were written.

use std::fmt::{self, Display, Formatter};

use syn::{Ident, Path};

use super::{Expr, Literal, Located, Pattern, path};
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

/// As it is written.
impl Display for Check {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(count) => write!(f, "length({count})"),
            Self::Items(count) => write!(f, "items({count})"),
            Self::Range { min, max } => {
                let min = min.as_ref().map(|limit| (limit, "min", "above"));
                let max = max.as_ref().map(|limit| (limit, "max", "below"));
                let ends = min.into_iter().chain(max).map(|(limit, closed, open)| {
                    let key = if limit.excluded { open } else { closed };
                    format!("{key} = {}", limit.value.value)
                });
                write!(f, "range({})", ends.collect::<Vec<_>>().join(", "))
            }
            Self::Pattern(pattern) => write!(f, "pattern = {:?}", pattern.written.value),
            Self::OneOf(options) => {
                let options = options.iter().map(|option| option.value.to_string());
                write!(f, "one_of({})", options.collect::<Vec<_>>().join(", "))
            }
            Self::Email => f.write_str("email"),
            Self::Url => f.write_str("url"),
            Self::NotBlank => f.write_str("not_blank"),
            Self::Ascii => f.write_str("ascii"),
            Self::StartsWith(text) => write!(f, "starts_with = {:?}", text.value),
            Self::EndsWith(text) => write!(f, "ends_with = {:?}", text.value),
            Self::Contains(text) => write!(f, "contains = {:?}", text.value),
            Self::MultipleOf(divisor) => write!(f, "multiple_of = {}", divisor.value),
            Self::Finite => f.write_str("finite"),
            Self::Each(rules) => write!(f, "each({})", joined(rules)),
            Self::Keys(rules) => write!(f, "keys({})", joined(rules)),
            Self::Values(rules) => write!(f, "values({})", joined(rules)),
            Self::Custom(function) => write!(f, "custom = {}", path(function)),
            Self::Nested => f.write_str("nested"),
        }
    }
}

fn joined(rules: &[ValueRule]) -> String {
    rules.iter().map(|rule| rule.check.to_string()).collect::<Vec<_>>().join(", ")
}

impl Display for Count {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let ends = [("min", &self.min), ("max", &self.max)];
        let ends = ends.into_iter().filter_map(|(key, end)| Some((key, end.as_ref()?.value)));
        let ends: Vec<String> = ends.map(|(key, end)| format!("{key} = {end}")).collect();
        f.write_str(&ends.join(", "))
    }
}
