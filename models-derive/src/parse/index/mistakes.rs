//! Errors about what people write in `index(..)` and `unique(..)`.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitInt, LitStr, Token};

use crate::diagnostic::Diagnostic;
use crate::ir::Located;
use crate::language::INDEX;

/// The name of a field, a method or a key.
pub(super) fn word(input: ParseStream) -> syn::Result<Ident> {
    if let Ok(text) = input.fork().parse::<LitStr>() {
        return Err(Diagnostic::new(text.span(), "a field is named without quotes")
            .fix(format!("write `{}`", text.value()))
            .into());
    }
    input.call(Ident::parse_any).map_err(|error| {
        Diagnostic::new(error.span(), "expected the name of a field")
            .fix("write `index(author_id, created_at desc)`, with names alone")
            .into()
    })
}

/// Behind an entry.
pub(super) fn comma(input: ParseStream) -> syn::Result<()> {
    if input.is_empty() || input.parse::<Token![,]>().is_ok() {
        return Ok(());
    }
    Err(missing_comma(input).into())
}

fn missing_comma(input: ParseStream) -> Diagnostic {
    Diagnostic::new(input.span(), "a comma is missing before this")
        .fix("separate the fields with commas")
}

/// `where =`, behind which the condition stands.
pub(super) fn start_of_condition(input: ParseStream) -> syn::Result<()> {
    let at: Token![where] = input.parse()?;
    if input.peek(Token![=]) && !input.peek(Token![==]) {
        input.parse::<Token![=]>()?;
        return Ok(());
    }
    Err(Diagnostic::new(at.span, "the condition stands behind `where =`")
        .fix("write `where = status == Status::Published`")
        .into())
}

/// `desc`, `asc` or nothing, behind a field.
pub(super) fn order(field: &Ident, input: ParseStream) -> syn::Result<bool> {
    if !input.peek(Ident) {
        return Ok(false);
    }
    let ahead = input.fork();
    let word: Ident = ahead.parse()?;
    let text = word.to_string().to_lowercase();
    let instead = match text.as_str() {
        "desc" | "asc" if word == text => {
            input.parse::<Ident>()?;
            return Ok(text == "desc");
        }
        text if text.starts_with("desc") => "desc",
        text if text.starts_with("asc") => "asc",
        _ => return Err(missing_comma(input).into()),
    };
    Err(Diagnostic::new(word.span(), "an order is `asc` or `desc`")
        .fix(format!("write `{field} {instead}`"))
        .into())
}

/// Refuses `unique(title desc)`.
pub(super) fn no_order(field: &Ident, input: ParseStream) -> syn::Result<()> {
    let ahead = input.fork();
    match ahead.parse::<Ident>() {
        Ok(word) if word == "desc" || word == "asc" => {
            Err(Diagnostic::new(word.span(), "what is unique has no order")
                .fix(format!("write `{field}` alone"))
                .into())
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

/// `m = 16`
pub(super) fn number(key: &Ident, input: ParseStream) -> syn::Result<Located<u64>> {
    let wrong = |error: syn::Error| {
        Diagnostic::new(error.span(), format!("`{key}` takes a whole number"))
            .fix(format!("write `{key} = 64`"))
    };
    input.parse::<Token![=]>().map_err(wrong)?;
    let number: LitInt = input.parse().map_err(wrong)?;
    Ok(Located::new(number.base10_parse()?, number.span()))
}

/// Refuses `hnsw(cosine)`.
pub(super) fn no_arguments(method: &Ident, input: ParseStream) -> syn::Result<()> {
    if !input.peek(syn::token::Paren) {
        return Ok(());
    }
    let fix = match method.to_string().as_str() {
        "hnsw" | "ivfflat" => format!("write `{method}, cosine`"),
        _ => format!("write `{method}`"),
    };
    Err(Diagnostic::new(method.span(), format!("`{method}` takes nothing"))
        .why("what belongs to an index stands beside it, after a comma")
        .fix(fix)
        .into())
}

/// A key or a function that an index does not have.
pub(super) fn unknown(word: &Ident, input: ParseStream) -> syn::Error {
    let text = word.to_string();
    if input.peek(Token![==]) {
        return Diagnostic::new(word.span(), "the condition stands behind `where =`")
            .fix(format!("write `where = {word} == ..`"))
            .into();
    }
    let what = format!("unknown key `{text}` in an index");
    if let Some(fix) = INDEX.mistake(&text).and_then(|mistake| mistake.fix) {
        return Diagnostic::new(word.span(), what).fix(fix).into();
    }
    let suggestion = INDEX.suggestion(&text);
    let known: Vec<&str> =
        INDEX.keys.iter().map(|key| key.fix.trim_start_matches("write ")).collect();
    Diagnostic::new(word.span(), format!("{what}{suggestion}"))
        .fix(format!("known: {}", known.join(", ")))
        .into()
}
