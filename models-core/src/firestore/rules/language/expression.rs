//! Expressions.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Function, Path};

/// An expression of the rules language.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression<'a> {
    /// `true` or `false`
    Bool(bool),
    /// `null`
    Null,
    /// A whole number.
    Int(i64),
    /// A finite number with a fraction.
    Float(f64),
    /// A text.
    Text(Cow<'a, str>),
    /// `b''`
    NoBytes,
    /// `{}`
    NoMap,
    /// A variable, a parameter, `request` or `resource`.
    Name(Cow<'a, str>),
    /// `base.name`
    Member(Box<Self>, &'a str),
    /// `base[0]`
    Item(Box<Self>, u32),
    /// `[a, b]`
    List(Vec<Self>),
    /// A function of the language, perhaps in a namespace, which is free.
    Call(&'static str, Vec<Self>),
    /// A function of the file.
    Own(Arc<Function<'a>>, Vec<Self>),
    /// `base.name(a, b)`
    Method(Box<Self>, &'static str, Vec<Self>),
    /// `value is type`
    Is(Box<Self>, &'static str),
    /// Two values and what is done with them.
    Binary(Box<Self>, Sign, Box<Self>),
    /// `!value`
    Not(Box<Self>),
    /// All of them.
    And(Vec<Self>),
    /// Any of them.
    Or(Vec<Self>),
    /// `condition ? one : other`
    If(Box<[Self; 3]>),
    /// `/databases/..`
    Path(Path<'a>),
    /// Text that someone wrote, between parentheses.
    Raw(&'a str),
}

/// What stands between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    In,
    Plus,
    Times,
    Modulo,
}

impl Sign {
    /// The same, with the two values in each other's place.
    pub(crate) const fn seen_from_the_right(self) -> Self {
        match self {
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            Self::Eq | Self::Ne | Self::In | Self::Plus | Self::Times | Self::Modulo => self,
        }
    }
}

/// Terms that stand side by side. A chain of 99 does not compile, so longer
/// ones are parted into groups.
const ABREAST: usize = 24;

impl<'a> Expression<'a> {
    /// `request.auth`
    pub(crate) fn auth() -> Self {
        Self::name("request").member("auth")
    }

    /// The document that a write would leave behind.
    pub(crate) fn after() -> Self {
        Self::name("request").member("resource").member("data")
    }

    /// The document that is there.
    pub(crate) fn before() -> Self {
        Self::name("resource").member("data")
    }

    pub(crate) fn name(name: impl Into<Cow<'a, str>>) -> Self {
        Self::Name(name.into())
    }

    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn texts(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    pub(crate) fn member(self, name: &'a str) -> Self {
        Self::Member(Box::new(self), name)
    }

    pub(crate) fn item(self, position: u32) -> Self {
        Self::Item(Box::new(self), position)
    }

    /// `value.size()`
    pub(crate) fn size(self) -> Self {
        self.method("size", Vec::new())
    }

    pub(crate) fn method(self, name: &'static str, arguments: Vec<Self>) -> Self {
        Self::Method(Box::new(self), name, arguments)
    }

    pub(crate) fn is(self, kind: &'static str) -> Self {
        Self::Is(Box::new(self), kind)
    }

    pub(crate) fn binary(self, sign: Sign, right: Self) -> Self {
        Self::Binary(Box::new(self), sign, Box::new(right))
    }

    pub(crate) fn eq(self, right: Self) -> Self {
        self.binary(Sign::Eq, right)
    }

    pub(crate) fn ne(self, right: Self) -> Self {
        self.binary(Sign::Ne, right)
    }

    pub(crate) fn not(self) -> Self {
        match self {
            Self::Bool(holds) => Self::Bool(!holds),
            other => Self::Not(Box::new(other)),
        }
    }

    /// The value at this name, or the other where there is none.
    pub(crate) fn get(self, name: &'a str, default: Self) -> Self {
        self.method("get", vec![Self::text(name), default])
    }

    /// All of them; what is always true is left out, and so is what is said twice.
    pub(crate) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts = parts.into_iter().flat_map(|part| match part {
            Self::And(parts) => parts,
            part => vec![part],
        });
        match joined(parts, &Self::Bool(true), &Self::Bool(false)) {
            Ok(parts) => one_or(parts, true, Self::And),
            Err(decided) => decided,
        }
    }

    /// Any of them; what is never true is left out, and so is what is said twice.
    pub(crate) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let parts = parts.into_iter().flat_map(|part| match part {
            Self::Or(parts) => parts,
            part => vec![part],
        });
        match joined(parts, &Self::Bool(false), &Self::Bool(true)) {
            Ok(parts) => one_or(parts, false, Self::Or),
            Err(decided) => decided,
        }
    }

    /// Whether it is always this.
    pub(crate) fn is_always(&self, holds: bool) -> bool {
        *self == Self::Bool(holds)
    }
}

/// The parts that matter, or the one that decides alone.
fn joined<'a>(
    parts: impl Iterator<Item = Expression<'a>>,
    idle: &Expression<'a>,
    decisive: &Expression<'a>,
) -> Result<Vec<Expression<'a>>, Expression<'a>> {
    let mut kept: Vec<Expression<'a>> = Vec::new();
    for part in parts {
        if part == *decisive {
            return Err(part);
        }
        if part != *idle && !kept.contains(&part) {
            kept.push(part);
        }
    }
    Ok(kept)
}

fn one_or<'a>(
    mut parts: Vec<Expression<'a>>,
    none: bool,
    join: fn(Vec<Expression<'a>>) -> Expression<'a>,
) -> Expression<'a> {
    if parts.len() < 2 {
        return parts.pop().unwrap_or(Expression::Bool(none));
    }
    while parts.len() > ABREAST {
        parts = parts.chunks(ABREAST).map(|group| one_or(group.to_vec(), none, join)).collect();
    }
    join(parts)
}
