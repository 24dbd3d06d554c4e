//! Reading an attribute as far as it can be read.
//!
//! darling gives all of an attribute or its errors. A mistyped key must not
//! hide what stands beside it, so where there are errors the entries are read
//! again, one after the other, and those that can be read are kept.

use darling::FromAttributes;
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Attribute, Meta, MetaList, Token};

use super::words::{key, problems};
use crate::diagnostic::{Diagnostic, Extent, Report, did_you_mean, near, one_of};
use crate::ir::Unread;

/// An attribute's keys, for whoever mistypes one.
pub(crate) trait Keys: FromAttributes + Default {
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
        for entry in entries(attribute, &mut unread, report) {
            kept.push(entry.attribute);
            match T::from_attributes(&kept) {
                Ok(read) => {
                    value = read;
                    keys.push(entry.key);
                }
                Err(_) if !T::KEYS.contains(&entry.key.as_str()) => {
                    kept.pop();
                    unread.push(did_you_mean(&entry.key, T::KEYS.iter().copied()));
                    report.push(unknown::<T>(&entry.key, entry.at));
                }
                Err(error) => {
                    kept.pop();
                    if !keys.contains(&entry.key) {
                        unread.push(Some(&entry.key));
                    }
                    report.extend(problems(error));
                }
            }
        }
    }
    (value, unread)
}

fn unknown<T: Keys>(key: &str, at: Extent) -> Diagnostic {
    let near = near(key, T::KEYS.iter().copied());
    Diagnostic::new(at, format!("unknown key `{key}`{near}"))
        .fix(format!("known here: {}", one_of(T::KEYS.iter().copied())))
}

/// One entry of an attribute, in an attribute of its own.
struct Entry {
    key: String,
    at: Extent,
    attribute: Attribute,
}

/// The entries of an attribute; what is none is reported.
fn entries(attribute: &Attribute, unread: &mut Unread, report: &mut Report) -> Vec<Entry> {
    let Meta::List(list) = &attribute.meta else {
        unread.push(None);
        report.push(
            Diagnostic::new(Extent::of(&attribute.meta), "`model` takes a list of keys")
                .fix("write `#[model(..)]`"),
        );
        return Vec::new();
    };
    let mut entries = Vec::new();
    let parse = |input: ParseStream| {
        while !input.is_empty() {
            match input.parse::<Meta>() {
                Ok(meta) => {
                    entries.push(Entry {
                        key: key(&meta),
                        at: Extent::of(meta.path()),
                        attribute: alone(&meta, attribute, list),
                    });
                    if !input.is_empty() && !input.peek(Token![,]) {
                        report.push(input.error("a comma is missing before this").into());
                        continue;
                    }
                }
                Err(error) => {
                    unread.push(None);
                    report.push(error.into());
                    while !input.is_empty() && !input.peek(Token![,]) {
                        input.parse::<proc_macro2::TokenTree>()?;
                    }
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

fn alone(entry: &Meta, attribute: &Attribute, list: &MetaList) -> Attribute {
    let list = MetaList { tokens: entry.to_token_stream(), ..list.clone() };
    Attribute { meta: Meta::List(list), ..attribute.clone() }
}
