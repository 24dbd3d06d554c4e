//! Which values are valid, as it was written.

use syn::{Ident, Path};

use super::{Expr, Literal, Pattern, Spot};
use crate::diagnostic::Extent;

/// One rule of a field.
#[derive(Clone, Debug)]
pub(crate) struct ValueRule {
    pub(crate) check: Check,
    pub(crate) code: Option<Spot<String>>,
    pub(crate) message: Option<Spot<String>>,
    /// Its name.
    pub(crate) name: Ident,
    pub(crate) at: Extent,
}

#[derive(Clone, Debug)]
pub(crate) enum Check {
    Length(Count),
    Items(Count),
    Range { min: Option<Limit>, max: Option<Limit> },
    Pattern(Pattern),
    OneOf(Vec<Spot<Literal>>),
    Email,
    Url,
    NotBlank,
    Ascii,
    StartsWith(Spot<String>),
    EndsWith(Spot<String>),
    Contains(Spot<String>),
    MultipleOf(Spot<i64>),
    Finite,
    Each(Vec<ValueRule>),
    Keys(Vec<ValueRule>),
    Values(Vec<ValueRule>),
    Custom(Path),
}

/// How many.
#[derive(Clone, Debug, Default)]
pub(crate) struct Count {
    pub(crate) min: Option<Spot<u32>>,
    pub(crate) max: Option<Spot<u32>>,
}

/// One end of a range.
#[derive(Clone, Debug)]
pub(crate) struct Limit {
    pub(crate) value: Spot<Literal>,
    pub(crate) excluded: bool,
}

/// A relation between fields.
#[derive(Clone, Debug)]
pub(crate) struct ModelRule {
    pub(crate) holds: Expr,
    pub(crate) code: Option<Spot<String>>,
    pub(crate) message: Option<Spot<String>>,
}
