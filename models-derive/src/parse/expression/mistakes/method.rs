//! Methods and fields behind a value.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Token, parenthesized};

use super::next;
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Operand, plain};
use crate::language::{CALLER_NAMES, METHOD_MISTAKES, ROW_NAMES, mistake};

/// The method behind a value, and where its arguments stand if it has any.
pub(in crate::parse::expression) fn method(
    input: ParseStream,
    value: &Operand,
) -> syn::Result<(Ident, Option<Extent>)> {
    let start = value.at();
    input.parse::<Token![.]>()?;
    let Ok(method) = input.call(Ident::parse_any) else {
        return Err(Diagnostic::new(next(input), "a rule reads whole fields")
            .fix("write the field alone, or `sql(\"..\")`")
            .into());
    };
    let at = start.to(method.span().into());
    if !input.peek(syn::token::Paren) {
        return Err(other_row(value, &method, at));
    }
    let arguments;
    let parens = parenthesized!(arguments in input);
    let inner = (!arguments.is_empty())
        .then(|| Extent { start: parens.span.open(), end: parens.span.close() });
    arguments.parse::<proc_macro2::TokenStream>()?;
    let mistake = mistake(METHOD_MISTAKES, &method.to_string());
    let Some(fix) = mistake.and_then(|mistake| mistake.fix) else { return Ok((method, inner)) };
    let fix = fix.replace("{value}", &value.to_string());
    Err(Diagnostic::new(method.span(), format!("a rule does not know `.{method}()`"))
        .why("it becomes SQL as well as Rust")
        .fix(fix)
        .into())
}

/// `self.field`, `new.field`, `profile.field`.
fn other_row(value: &Operand, field: &Ident, at: Extent) -> syn::Error {
    if let Operand::Field(row) = value
        && (ROW_NAMES.contains(&plain(row).as_str()) || plain(row).starts_with(char::is_uppercase))
    {
        return Diagnostic::new(at, "a field is named alone")
            .why("an update is asked of the row before and of the row after")
            .fix(format!("write `{field}`"))
            .into();
    }
    if let Operand::Field(row) = value
        && CALLER_NAMES.contains(&plain(row).as_str())
    {
        let call = match field.to_string().as_str() {
            "email" => "auth.email()",
            "role" => "auth.role()",
            _ => "auth.uid()",
        };
        return Diagnostic::new(at, "the caller is `auth`").fix(format!("write `{call}`")).into();
    }
    if ["is_none", "is_some"].contains(&field.to_string().as_str()) {
        return Diagnostic::new(at, format!("`{field}` lacks its parentheses"))
            .fix(format!("write `{value}.{field}()`"))
            .into();
    }
    Diagnostic::new(at, "a rule reads the fields of its own row")
        .fix(format!("for a row of another model: `exists(Model {{ {field}: .., id: {value} }})`"))
        .into()
}

/// `count == limit.is_some()`
pub(in crate::parse::expression) fn method_behind(method: &Ident) -> syn::Error {
    Diagnostic::new(method.span(), "a comparison ends with a value")
        .fix("compare values; whether one is there is a condition of its own")
        .into()
}
