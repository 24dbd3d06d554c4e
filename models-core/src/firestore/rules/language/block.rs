//! A `match` with what is in it.

use std::fmt::{self, Formatter};
use std::sync::Arc;

use super::lines::Lines;
use super::quote::Comment;
use super::{Expression, Function};
use crate::firestore::rules::region::Region;

/// What is allowed under one path.
#[derive(Clone, Debug)]
pub(crate) struct Block<'a> {
    /// What it is, a line each.
    pub(crate) comments: Vec<String>,
    /// The path behind the one around it, such as `/threads/{threadId}`.
    pub(crate) path: String,
    /// What is allowed.
    pub(crate) allows: Vec<Allow<'a>>,
    /// What the conditions call.
    pub(crate) functions: Vec<Arc<Function<'a>>>,
    /// Blocks below this one.
    pub(crate) inner: Vec<Block<'a>>,
    /// Where rules of one's own are.
    pub(crate) own: Option<Region>,
}

/// What is allowed, and when.
#[derive(Clone, Debug)]
pub(crate) struct Allow<'a> {
    /// What it costs.
    pub(crate) comment: String,
    /// `get, list` or one of the others.
    pub(crate) operations: &'static str,
    /// When.
    pub(crate) condition: Expression<'a>,
}

impl Block<'_> {
    /// Writes it behind this many spaces.
    pub(crate) fn write(&self, f: &mut Formatter<'_>, indent: usize) -> fmt::Result {
        comments(f, self.comments.iter().map(String::as_str), indent)?;
        writeln!(f, "{:indent$}match {} {{", "", self.path)?;
        let inner = indent + 2;
        self.allows.iter().try_for_each(|allow| allow.write(f, inner))?;
        for function in &self.functions {
            writeln!(f)?;
            function.write(f, inner)?;
        }
        for block in &self.inner {
            writeln!(f)?;
            block.write(f, inner)?;
        }
        if let Some(region) = &self.own {
            writeln!(f)?;
            region.write(f, inner)?;
        }
        writeln!(f, "{:indent$}}}", "")
    }
}

impl Allow<'_> {
    fn write(&self, f: &mut Formatter<'_>, indent: usize) -> fmt::Result {
        comments(f, [self.comment.as_str()], indent)?;
        let start = format!("allow {}: if ", self.operations);
        let lines = Lines { expression: &self.condition, indent, used: start.len() };
        writeln!(f, "{:indent$}{start}{lines};", "")
    }
}

impl Function<'_> {
    fn write(&self, f: &mut Formatter<'_>, indent: usize) -> fmt::Result {
        comments(f, [self.comment.as_str()], indent)?;
        let Self { name, parameters, .. } = self;
        writeln!(f, "{:indent$}function {name}({}) {{", "", parameters.join(", "))?;
        let inner = indent + 2;
        let lines = Lines { expression: &self.body, indent: inner, used: "return ".len() };
        writeln!(f, "{:inner$}return {lines};", "")?;
        writeln!(f, "{:indent$}}}", "")
    }
}

/// Comments, without those that say nothing.
pub(crate) fn comments<'c>(
    f: &mut Formatter<'_>,
    comments: impl IntoIterator<Item = &'c str>,
    indent: usize,
) -> fmt::Result {
    let said = comments.into_iter().filter(|comment| !comment.is_empty());
    said.map(Comment).try_for_each(|comment| writeln!(f, "{:indent$}// {comment}", ""))
}
