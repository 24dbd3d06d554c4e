//! What `auth` answers: `auth.uid()`, `auth.claim("org.role")`.

use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token, parenthesized};

use super::slips;
use crate::diagnostic::{Diagnostic, Extent, near};
use crate::ir::{Operand, Spot};

const KNOWN: [&str; 4] = ["uid", "role", "email", "claim"];
const FIX: &str = "known: `auth.uid()`, `auth.role()`, `auth.email()`, `auth.claim(\"..\")`";

/// What belongs behind `auth.` although it was written alone.
pub(super) fn belongs(function: &str) -> bool {
    KNOWN.contains(&function)
}

/// How the call is written.
pub(super) fn call(function: &str) -> String {
    match function {
        "claim" => "auth.claim(\"..\")".to_owned(),
        other => format!("auth.{other}()"),
    }
}

/// Reads behind `auth`.
pub(super) fn auth(auth: &Ident, input: ParseStream) -> syn::Result<Operand> {
    if !input.peek(Token![.]) {
        return Err(Diagnostic::new(auth.span(), "what about `auth`?").fix(FIX).into());
    }
    input.parse::<Token![.]>()?;
    let Ok(method) = input.parse::<Ident>() else {
        return Err(Diagnostic::new(auth.span(), "what about `auth`?").fix(FIX).into());
    };
    let text = method.to_string();
    let name = Extent::from(auth.span()).to(method.span().into());
    if !KNOWN.contains(&text.as_str()) {
        return Err(unknown(&method));
    }
    if !input.peek(syn::token::Paren) {
        return Err(Diagnostic::new(name, format!("`auth.{text}` lacks its parentheses"))
            .fix(format!("write `{}`", call(&text)))
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
            slips::next(&arguments),
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
    Ok(Operand::Claim(Spot::new(parts, at)))
}

fn unknown(method: &Ident) -> syn::Error {
    let text = method.to_string();
    let near = match text.as_str() {
        "id" | "user_id" | "sub" | "user" => "; did you mean `uid`?".to_owned(),
        "jwt" | "claims" | "token" | "app_metadata" => "; did you mean `claim`?".to_owned(),
        "now" | "time" => "; the moment is `now()`".to_owned(),
        other => near(other, KNOWN),
    };
    Diagnostic::new(method.span(), format!("`auth` does not know `{text}`{near}")).fix(FIX).into()
}
