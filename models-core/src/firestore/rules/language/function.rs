//! Functions of the file.

use super::Expression;

/// A function whose body is one expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Function<'a> {
    /// What it is for, in a line.
    pub(crate) comment: String,
    /// Its name, which no other function of the file has.
    pub(crate) name: String,
    /// Its parameters.
    pub(crate) parameters: &'static [&'static str],
    /// What it returns.
    pub(crate) body: Expression<'a>,
    /// The cost of the body.
    pub(crate) cost: u32,
}

impl<'a> Function<'a> {
    pub(crate) fn new(
        comment: impl Into<String>,
        name: String,
        parameters: &'static [&'static str],
        body: Expression<'a>,
    ) -> Self {
        let cost = body.cost();
        Self { comment: comment.into(), name, parameters, body, cost }
    }
}
