//! Operators, and comparisons with an absent value.

use syn::parse::ParseStream;
use syn::{Ident, Token};

use super::{next, operator_text};
use crate::diagnostic::Diagnostic;
use crate::ir::{Operand, Operator};
use crate::language::{NULLS, OPERATOR_MISTAKES, operator_misuse};

/// Refuses operators that are written differently here.
pub(in crate::parse::expression) fn operator(input: ParseStream) -> syn::Result<()> {
    let text = operator_text(input);
    if text.starts_with("==") && !text.starts_with("===") {
        return Ok(());
    }
    match operator_misuse(OPERATOR_MISTAKES, &text) {
        Some(misuse) => Err(Diagnostic::new(next(input), misuse.what).fix(misuse.fix).into()),
        None => Ok(()),
    }
}

/// `x == None`, `x != null`.
pub(in crate::parse::expression) fn compared_with_nothing(
    input: ParseStream,
    left: &Operand,
    operator: Operator,
) -> Option<syn::Error> {
    let ahead = input.fork();
    let word: Ident = ahead.parse().ok()?;
    if !NULLS.contains(&word.to_string().as_str())
        || ahead.peek(Token![::])
        || ahead.peek(Token![.])
    {
        return None;
    }
    let method = if operator == Operator::Ne { "is_some" } else { "is_none" };
    Some(
        Diagnostic::new(left.at().to(word.span().into()), "nothing equals an absent value")
            .why("the comparison would be unknown, and only what is true is allowed")
            .fix(format!("write `{left}.{method}()`"))
            .into(),
    )
}
