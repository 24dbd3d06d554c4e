//! Operators, and what no operator is for.

use syn::parse::ParseStream;
use syn::{Ident, Token};

use super::next;
use crate::diagnostic::Diagnostic;
use crate::ir::{Operand, Operator};

/// Operators that are written otherwise.
pub(in crate::parse::expression) fn operator(input: ParseStream) -> syn::Result<()> {
    let (what, fix) = if input.peek(Token![==]) && input.peek3(Token![=]) {
        ("equality has two signs", "write `==`")
    } else if input.peek(Token![<]) && input.peek2(Token![>]) {
        ("inequality has an exclamation mark", "write `!=`")
    } else if input.peek(Token![=>]) {
        ("at least is written the other way round", "write `>=`")
    } else if input.peek(Token![=]) && !input.peek(Token![==]) {
        ("a comparison has two signs", "write `==`")
    } else {
        return Ok(());
    };
    Err(Diagnostic::new(next(input), what).fix(fix).into())
}

/// `x == None`, `x != null`.
pub(in crate::parse::expression) fn compared_with_nothing(
    input: ParseStream,
    left: &Operand,
    operator: Operator,
) -> Option<syn::Error> {
    let ahead = input.fork();
    let word: Ident = ahead.parse().ok()?;
    let nothing = ["None", "null", "NULL", "Null", "nil", "undefined"];
    if !nothing.contains(&word.to_string().as_str())
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
