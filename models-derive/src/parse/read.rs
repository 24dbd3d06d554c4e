//! Reading an attribute as far as it can be read.
//!
//! darling returns a whole attribute or its errors. A mistyped key must not hide
//! the keys beside it, so where there are errors the entries are read again, one
//! after the other, and those that can be read are used.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Lit, Meta, MetaList, Token};

use super::between::{self, Next};
use super::keys::{Attributes, meant, unknown, wrong_form};
use super::values::{key, problems};
use crate::diagnostic::{Diagnostic, Extent, Report};
use crate::ir::UnreadKeys;

/// Everything that can be read; the rest is reported, and its keys are named.
pub(crate) fn read<T: Attributes>(
    attributes: &[Attribute],
    report: &mut Report,
) -> (T, UnreadKeys) {
    if let Ok(value) = T::from_attributes(attributes) {
        return (value, UnreadKeys::default());
    }
    let mut unread = UnreadKeys::default();
    let mut value = T::default();
    let (mut kept, mut keys) = (Vec::new(), Vec::new());
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("model")) {
        for entry in entries::<T>(attribute, &mut unread, report) {
            kept.push(entry.attribute);
            match T::from_attributes(&kept) {
                Ok(read) => {
                    value = read;
                    keys.push(entry.key);
                }
                Err(_) if !T::KEYS.contains(&entry.key) => {
                    kept.pop();
                    unread.push(meant(T::KEYS, &entry.key));
                    report.push(unknown(T::KEYS, &entry.key, Extent::of(entry.meta.path())));
                }
                Err(error) => {
                    kept.pop();
                    if !keys.contains(&entry.key) {
                        unread.push(Some(&entry.key));
                    }
                    match wrong_form(T::KEYS, &entry.key, &entry.meta) {
                        Some(problem) => report.push(problem),
                        None => report.extend(problems(error, &entry.meta)),
                    }
                }
            }
        }
    }
    (value, unread)
}

/// One entry of an attribute, in an attribute of its own.
struct Entry {
    key: String,
    meta: Meta,
    attribute: Attribute,
}

/// The entries of an attribute; anything else is reported.
fn entries<T: Attributes>(
    attribute: &Attribute,
    unread: &mut UnreadKeys,
    report: &mut Report,
) -> Vec<Entry> {
    let Meta::List(list) = &attribute.meta else {
        unread.push(None);
        let value = match &attribute.meta {
            Meta::NameValue(pair) => pair.value.to_token_stream().to_string(),
            Meta::Path(_) | Meta::List(_) => "\"..\"".to_owned(),
        };
        let example =
            T::KEYS.key_of_text.map_or_else(|| "..".to_owned(), |key| format!("{key} = {value}"));
        report.push(
            Diagnostic::new(Extent::of(&attribute.meta), "`model` takes a list of keys")
                .fix(format!("write `#[model({example})]`")),
        );
        return Vec::new();
    };
    let mut entries = Vec::new();
    let parse = |input: ParseStream| {
        while !input.is_empty() {
            match input.parse::<Meta>() {
                Ok(meta) => match between::next(input, &meta, T::KEYS) {
                    Next::Entry(problem) => {
                        report.extend(problem);
                        entries.push(Entry {
                            key: key(&meta),
                            attribute: attribute_of(&meta, attribute, list),
                            meta,
                        });
                    }
                    Next::Broken(problem) => {
                        unread.push(Some(&key(&meta)));
                        report.push(problem);
                        skip(input)?;
                    }
                },
                Err(error) => {
                    let (problem, key) = not_an_entry::<T>(input, error);
                    unread.push(key);
                    report.push(problem);
                    skip(input)?;
                }
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    };
    let parsed = list.parse_args_with(parse);
    if report.take(parsed).is_none() {
        unread.push(None);
    }
    entries
}

/// To the comma, or to the end.
fn skip(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

/// What is not an entry: a value alone, or a keyword, which is never a key. And
/// the key that is meant by it.
fn not_an_entry<T: Attributes>(
    input: ParseStream,
    error: syn::Error,
) -> (Diagnostic, Option<&'static str>) {
    if let Ok(value) = input.fork().parse::<Lit>() {
        let problem = Diagnostic::new(Extent::of(&value), "a value without its key");
        let fix = |key| format!("write `{key} = {}`", value.to_token_stream());
        let key = T::KEYS.key_of_text.map(fix).into_iter();
        return (key.fold(problem, Diagnostic::fix), None);
    }
    match input.fork().call(Ident::parse_any) {
        Ok(word) if syn::parse_str::<Ident>(&word.to_string()).is_err() => {
            let word = (word.to_string(), word.span());
            (unknown(T::KEYS, &word.0, word.1.into()), meant(T::KEYS, &word.0))
        }
        Ok(_) | Err(_) => (error.into(), None),
    }
}

fn attribute_of(entry: &Meta, attribute: &Attribute, list: &MetaList) -> Attribute {
    let list = MetaList { tokens: entry.to_token_stream(), ..list.clone() };
    Attribute { meta: Meta::List(list), ..attribute.clone() }
}
