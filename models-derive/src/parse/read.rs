//! Reading an attribute as far as it can be read.
//!
//! darling gives all of an attribute or its errors. A mistyped key must not
//! hide what stands beside it, so where there are errors the entries are read
//! again, one after the other, and those that can be read are kept.

use darling::FromAttributes;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Lit, Meta, MetaList, Token};

use super::between::{self, Next};
use super::places::{Place, habit};
use super::shape;
use super::words::{key, problems};
use crate::diagnostic::{Diagnostic, Extent, Report, did_you_mean, near, one_of};
use crate::ir::Unread;

/// An attribute's keys, for whoever mistypes one.
pub(crate) trait Keys: FromAttributes + Default + Place {
    const KEYS: &'static [&'static str];
}

/// Everything that can be read; the rest is reported, and its keys are named.
pub(crate) fn read<T: Keys>(attributes: &[Attribute], report: &mut Report) -> (T, Unread) {
    if let Ok(value) = T::from_attributes(attributes) {
        return (value, Unread::default());
    }
    let mut unread = Unread::default();
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
                Err(_) if !T::KEYS.contains(&entry.key.as_str()) => {
                    kept.pop();
                    unread.push(meant::<T>(&entry.key));
                    report.push(unknown::<T>(&entry.key, Extent::of(entry.meta.path())));
                }
                Err(error) => {
                    kept.pop();
                    if !keys.contains(&entry.key) {
                        unread.push(Some(&entry.key));
                    }
                    match shape::problem(T::SHAPES, &entry.key, &entry.meta) {
                        Some(problem) => report.push(problem),
                        None => report.extend(problems(error, &entry.meta)),
                    }
                }
            }
        }
    }
    (value, unread)
}

fn unknown<T: Keys>(key: &str, at: Extent) -> Diagnostic {
    if let Some(habit) = habit(T::HABITS, key) {
        return Diagnostic::new(at, format!("unknown key `{key}`")).fix(habit.fix);
    }
    let near = near(key, T::KEYS.iter().copied());
    Diagnostic::new(at, format!("unknown key `{key}`{near}"))
        .fix(format!("known here: {}", one_of(T::KEYS.iter().copied())))
}

/// The key that is meant by one that there is not.
fn meant<T: Keys>(key: &str) -> Option<&'static str> {
    match habit(T::HABITS, key) {
        // Nothing that is missing is meant by one that belongs elsewhere.
        Some(habit) => Some(habit.meant.unwrap_or("")),
        None => did_you_mean(key, T::KEYS.iter().copied()),
    }
}

/// One entry of an attribute, in an attribute of its own.
struct Entry {
    key: String,
    meta: Meta,
    attribute: Attribute,
}

/// The entries of an attribute; what is none is reported.
fn entries<T: Keys>(attribute: &Attribute, unread: &mut Unread, report: &mut Report) -> Vec<Entry> {
    let Meta::List(list) = &attribute.meta else {
        unread.push(None);
        let value = match &attribute.meta {
            Meta::NameValue(pair) => pair.value.to_token_stream().to_string(),
            Meta::Path(_) | Meta::List(_) => "\"..\"".to_owned(),
        };
        let example = T::TEXT.map_or_else(|| "..".to_owned(), |key| format!("{key} = {value}"));
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
                Ok(meta) => match between::next(input, &meta, T::KEYS, T::SHAPES) {
                    Next::Entry(problem) => {
                        report.extend(problem);
                        entries.push(Entry {
                            key: key(&meta),
                            attribute: alone(&meta, attribute, list),
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
                    let (problem, key) = none::<T>(input, error);
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

/// What is no entry: a value alone, or a keyword, which is no key of ours. And
/// the key that is meant by it.
fn none<T: Keys>(input: ParseStream, error: syn::Error) -> (Diagnostic, Option<&'static str>) {
    if let Ok(value) = input.fork().parse::<Lit>() {
        let problem = Diagnostic::new(Extent::of(&value), "a value without its key");
        let fix = |key| format!("write `{key} = {}`", value.to_token_stream());
        let key = T::TEXT.map(fix).into_iter();
        return (key.fold(problem, Diagnostic::fix), None);
    }
    match input.fork().call(Ident::parse_any) {
        Ok(word) if syn::parse_str::<Ident>(&word.to_string()).is_err() => {
            let word = (word.to_string(), word.span());
            (unknown::<T>(&word.0, word.1.into()), meant::<T>(&word.0))
        }
        Ok(_) | Err(_) => (error.into(), None),
    }
}

fn alone(entry: &Meta, attribute: &Attribute, list: &MetaList) -> Attribute {
    let list = MetaList { tokens: entry.to_token_stream(), ..list.clone() };
    Attribute { meta: Meta::List(list), ..attribute.clone() }
}
