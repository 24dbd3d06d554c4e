//! What stands between one entry of an attribute and the next: a comma.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Expr, Ident, Lit, Meta, Token};

use super::values::key;
use crate::diagnostic::{Diagnostic, Extent};
use crate::language::KeySet;

/// What follows an entry.
pub(super) enum Next {
    /// Another one, or nothing; what is wrong between the two.
    Entry(Option<Diagnostic>),
    /// More of this one, which cannot be read.
    Broken(Diagnostic),
}

/// Looks behind an entry, at a comma that may be missing.
pub(super) fn next(input: ParseStream, entry: &Meta, keys: &KeySet) -> Next {
    if input.is_empty() || input.peek(Token![,]) {
        return Next::Entry(None);
    }
    if let Some(problem) = without_equals(input, entry, keys) {
        return Next::Broken(problem);
    }
    if let Some(problem) = two_words(input, entry, keys) {
        return Next::Broken(problem);
    }
    if !input.peek(Ident::peek_any) && !input.peek(Lit) {
        let problem = Diagnostic::new(input.span(), "nothing stands behind this key but a comma");
        return Next::Broken(problem.fix(format!("write `{}` alone", entry.to_token_stream())));
    }
    let problem = Diagnostic::new(input.span(), "a comma is missing before this");
    Next::Entry(Some(problem.fix("separate the keys with commas")))
}

/// `table: "posts"`, `table => "posts"`, `table "posts"`.
fn without_equals(input: ParseStream, entry: &Meta, keys: &KeySet) -> Option<Diagnostic> {
    let Meta::Path(path) = entry else { return None };
    let at = Extent::of(path);
    let what = if input.peek(Token![:]) || input.peek(Token![=>]) || input.peek(Token![==]) {
        "a value stands behind `=`"
    } else if input.peek(Lit) {
        "`=` is missing behind this key"
    } else {
        return None;
    };
    let key = key(entry);
    let known = keys.get(&key);
    let fix = known.map_or_else(|| format!("write `{key} = ..`"), |known| known.fix.to_owned());
    Some(Diagnostic::new(at, what).fix(fix))
}

/// `on_delete = set null`
fn two_words(input: ParseStream, entry: &Meta, keys: &KeySet) -> Option<Diagnostic> {
    let Meta::NameValue(pair) = entry else { return None };
    let Expr::Path(value) = &pair.value else { return None };
    let first = value.path.get_ident()?;
    let ahead = input.fork();
    let second = ahead.call(Ident::parse_any).ok()?;
    let is_entry = ahead.peek(Token![=]) || ahead.peek(syn::token::Paren);
    if is_entry || keys.contains(&second.to_string()) {
        return None;
    }
    let at = Extent::of(first).to(second.span().into());
    let word = format!("{first}_{second}").to_lowercase();
    let what = format!("`{}` takes one word", key(entry));
    Some(Diagnostic::new(at, what).fix(format!("write `{} = {word}`", key(entry))))
}
