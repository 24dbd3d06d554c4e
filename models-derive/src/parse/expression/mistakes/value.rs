//! Where a value should stand.

use syn::parse::ParseStream;
use syn::{Ident, Lifetime, Path, Token};

use super::super::auth;
use super::next;
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::path;

/// The start of a value.
pub(in crate::parse::expression) fn before_operand(input: ParseStream) -> syn::Result<()> {
    let at = next(input);
    let problem = if input.is_empty() || input.peek(Token![,]) {
        Diagnostic::new(at, "a value is missing here")
            .fix("a field, a literal, a variant of a `ModelEnum`, `auth.uid()` or `now()`")
    } else if input.peek(Token![&]) || input.peek(Token![*]) {
        Diagnostic::new(at, "a value is named alone").fix("leave out `&` and `*`")
    } else if let Ok(quoted) = input.fork().parse::<Lifetime>() {
        let at = Extent { start: quoted.apostrophe, end: quoted.ident.span() };
        Diagnostic::new(at, "a text has double quotes").fix(format!("write \"{}\"", quoted.ident))
    } else if input.peek(Token![self]) {
        let ahead = input.fork();
        let field =
            (ahead.parse::<Token![self]>(), ahead.parse::<Token![.]>(), ahead.parse::<Ident>());
        let fix = match &field.2 {
            Ok(field) => format!("write `{field}`"),
            Err(_) => "write the field".to_owned(),
        };
        Diagnostic::new(at, "a field is named alone").fix(fix)
    } else if input.peek(syn::token::Paren) {
        Diagnostic::new(at, "parentheses stand around conditions").fix("write the value alone")
    } else if input.peek(syn::token::Bracket) {
        Diagnostic::new(at, "a list stands behind `in`").fix("write `field in [.., ..]`")
    } else {
        return Ok(());
    };
    Err(problem.into())
}

/// `auth::uid()`, `Status::of(x)`.
pub(in crate::parse::expression) fn path_with_parentheses(called: &Path) -> syn::Error {
    let at = Extent::of(called);
    let names = (called.segments.first(), called.segments.last());
    if let (Some(first), Some(last)) = names
        && first.ident == "auth"
        && let Some(call) = auth::call(&last.ident.to_string())
    {
        return Diagnostic::new(at, "`auth` is a value here").fix(format!("write `{call}`")).into();
    }
    Diagnostic::new(at, format!("a rule calls no functions, and knows no `{}(..)`", path(called)))
        .why("it becomes SQL as well as Rust")
        .fix("known: `exists(Model { .. })`, `now()`, `sql(\"..\")`")
        .into()
}
