//! Expressions, and the shortest way to build each of them.

use std::borrow::Cow;
use std::sync::Arc;

use super::Function;
use super::quote::is_identifier;

/// An expression of the rules language.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RulesExpr<'a> {
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
    /// `base.name`; the name is an identifier.
    Member(Box<Self>, &'a str),
    /// `base[index]`
    Index(Box<[Self; 2]>),
    /// `[a, b]`
    List(Vec<Self>),
    /// A function of the language. The namespace in its name is free.
    Call(&'static str, Vec<Self>),
    /// A function of the file.
    CallFunction(Arc<Function<'a>>, Vec<Self>),
    /// `base.name(a, b)`
    Method(Box<Self>, &'static str, Vec<Self>),
    /// `value is type`
    Is(Box<Self>, &'static str),
    /// An operator between two values.
    Binary(BinaryOp, Box<[Self; 2]>),
    /// `!value`
    Not(Box<Self>),
    /// All of them.
    And(Vec<Self>),
    /// Any of them.
    Or(Vec<Self>),
    /// `condition ? one : other`
    If(Box<[Self; 3]>),
    /// The path of a document, by the names behind
    /// `/databases/$(database)/documents`.
    Path(Vec<Self>),
    /// Text that someone wrote, between parentheses.
    Raw(&'a str),
}

/// An operator between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BinaryOp {
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

impl BinaryOp {
    /// The same comparison with its two sides exchanged.
    pub(crate) const fn flipped(self) -> Self {
        match self {
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            Self::Eq | Self::Ne | Self::In | Self::Plus | Self::Times | Self::Modulo => self,
        }
    }
}

/// The most terms of one chain. A chain of 99 does not compile, so longer ones
/// are divided into groups.
const MAX_CHAIN: usize = 24;

impl<'a> RulesExpr<'a> {
    /// `request.auth`
    pub(crate) fn auth() -> Self {
        Self::name("request").member("auth")
    }

    /// The document as it would be after a write.
    pub(crate) fn after() -> Self {
        Self::name("request").member("resource").member("data")
    }

    /// The document as it is stored.
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

    /// `base.name`, or `base['name']` where the name is not an identifier.
    pub(crate) fn member(self, name: &'a str) -> Self {
        if is_identifier(name) {
            Self::Member(Box::new(self), name)
        } else {
            Self::Index(Box::new([self, Self::text(name)]))
        }
    }

    pub(crate) fn item(self, position: u32) -> Self {
        Self::Index(Box::new([self, Self::Int(position.into())]))
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

    pub(crate) fn binary(self, operator: BinaryOp, right: Self) -> Self {
        Self::Binary(operator, Box::new([self, right]))
    }

    pub(crate) fn eq(self, right: Self) -> Self {
        self.binary(BinaryOp::Eq, right)
    }

    pub(crate) fn ne(self, right: Self) -> Self {
        self.binary(BinaryOp::Ne, right)
    }

    pub(crate) fn not(self) -> Self {
        match self {
            Self::Bool(holds) => Self::Bool(!holds),
            other => Self::Not(Box::new(other)),
        }
    }

    /// The value under this name, or the default where there is none.
    pub(crate) fn get(self, name: &'a str, default: Self) -> Self {
        self.method("get", vec![Self::text(name), default])
    }

    /// All of them, without what is always true and without repetitions.
    pub(crate) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        chain(parts, true)
    }

    /// Any of them, without what is never true and without repetitions.
    pub(crate) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        chain(parts, false)
    }

    /// Whether it is this constant.
    pub(crate) fn is_always(&self, holds: bool) -> bool {
        matches!(self, Self::Bool(constant) if *constant == holds)
    }
}

/// The parts joined by `&&`, or by `||`; or the constant that decides alone.
fn chain<'a>(parts: impl IntoIterator<Item = RulesExpr<'a>>, is_and: bool) -> RulesExpr<'a> {
    let mut chain: Vec<RulesExpr<'a>> = Vec::new();
    let add = |chain: &mut Vec<RulesExpr<'a>>, part| {
        if !chain.contains(&part) {
            chain.push(part);
        }
    };
    for part in parts {
        match part {
            RulesExpr::Bool(holds) if holds != is_and => return part,
            RulesExpr::Bool(_) => {}
            RulesExpr::And(inner) if is_and => inner.into_iter().for_each(|p| add(&mut chain, p)),
            RulesExpr::Or(inner) if !is_and => inner.into_iter().for_each(|p| add(&mut chain, p)),
            part => add(&mut chain, part),
        }
    }
    while chain.len() > MAX_CHAIN {
        let mut rest = chain.into_iter().peekable();
        let mut groups = Vec::new();
        while rest.peek().is_some() {
            groups.push(joined(rest.by_ref().take(MAX_CHAIN).collect(), is_and));
        }
        chain = groups;
    }
    joined(chain, is_and)
}

fn joined(mut parts: Vec<RulesExpr<'_>>, is_and: bool) -> RulesExpr<'_> {
    match parts.len() {
        0 | 1 => parts.pop().unwrap_or(RulesExpr::Bool(is_and)),
        _ if is_and => RulesExpr::And(parts),
        _ => RulesExpr::Or(parts),
    }
}
