//! What `auth` answers: `auth.uid()`, `auth.claim("org.role")`.

use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token, parenthesized};

use super::mistakes;
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Located, Operand};
use crate::language::AUTH;

/// How this function of `auth` is called, if there is one of this name.
pub(super) fn call(function: &str) -> Option<&'static str> {
    AUTH.get(function).map(|key| key.fix)
}

fn known() -> String {
    let calls: Vec<String> = AUTH.keys.iter().map(|key| format!("`{}`", key.fix)).collect();
    format!("known: {}", calls.join(", "))
}

/// Reads behind `auth`.
pub(super) fn auth(auth: &Ident, input: ParseStream) -> syn::Result<Operand> {
    if !input.peek(Token![.]) {
        return Err(Diagnostic::new(auth.span(), "what about `auth`?").fix(known()).into());
    }
    input.parse::<Token![.]>()?;
    let Ok(method) = input.parse::<Ident>() else {
        return Err(Diagnostic::new(auth.span(), "what about `auth`?").fix(known()).into());
    };
    let text = method.to_string();
    let name = Extent::from(auth.span()).to(method.span().into());
    let Some(call) = call(&text) else { return Err(unknown(&method)) };
    if !input.peek(syn::token::Paren) {
        return Err(Diagnostic::new(name, format!("`auth.{text}` lacks its parentheses"))
            .fix(format!("write `{call}`"))
            .into());
    }
    let arguments;
    let parens = parenthesized!(arguments in input);
    let at = name.to(parens.span.close().into());
    if text == "claim" {
        return claim(&arguments, at);
    }
    if !arguments.is_empty() {
        return Err(Diagnostic::new(
            mistakes::next(&arguments),
            format!("`auth.{text}()` takes nothing"),
        )
        .into());
    }
    Ok(match text.as_str() {
        "uid" => Operand::Uid(at),
        "role" => Operand::Role(at),
        _ => Operand::Email(at),
    })
}

fn claim(arguments: ParseStream, at: Extent) -> syn::Result<Operand> {
    let wrong = |at: Extent| {
        Diagnostic::new(at, "a claim is a path of names in one text")
            .fix("write `auth.claim(\"role\")` or `auth.claim(\"org.role\")`")
            .into()
    };
    let path: LitStr = arguments.parse().map_err(|_| wrong(at))?;
    super::operand::storable(&path)?;
    let parts: Vec<String> = path.value().split('.').map(str::to_owned).collect();
    if !arguments.is_empty() || parts.iter().any(|part| part.trim() != part || part.is_empty()) {
        return Err(wrong(path.span().into()));
    }
    Ok(Operand::Claim(Located::new(parts, at)))
}

fn unknown(method: &Ident) -> syn::Error {
    let text = method.to_string();
    let suggestion = match AUTH.mistake(&text).and_then(|mistake| mistake.fix) {
        Some(fix) => format!("; {fix}"),
        None => AUTH.suggestion(&text),
    };
    Diagnostic::new(method.span(), format!("`auth` does not know `{text}`{suggestion}"))
        .fix(known())
        .into()
}
