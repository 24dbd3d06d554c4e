//! From meaning to tokens. Nothing here can fail, and an implementation is
//! always emitted, so that one error never becomes twenty.
//!
//! What is expanded is what costs compile time, so shared work lives in
//! functions of the core and only calls to them are written here.

mod access;
mod checks;
mod converter;
mod description;
mod document;
mod enums;
mod errors;
mod fallback;
mod field;
mod index;
mod newtype;
mod page;
mod predicates;
mod validate;
mod value_rules;

pub(crate) use enums::enumeration;
pub(crate) use errors::errors;
pub(crate) use fallback::{broken_enumeration, broken_part, broken_type, fallback};
pub(crate) use newtype::newtype;
pub(crate) use validate::part;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use crate::ir::Model;

/// Everything that a sound model becomes.
pub(crate) fn model(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let description = description::description(model);
    let predicates = predicates::predicates(model);
    let filters = predicates::filters(model);
    let parent = description::parent(model);
    let checks = checks::checks(model);
    let row = field::row(model);
    let converter = converter::converter(model);
    let page = page::page(model);
    let rules = value_rules::constants(model);
    let validate = validate::validate(model);
    inside(
        &model.krate,
        &quote! {
            #rules
            #[doc = #page]
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            #[allow(clippy::all, clippy::pedantic, deprecated, unused_qualifications)]
            impl __m::Model for #ident {
                const MODEL: __m::ModelDef = #description;
                type Row = Self;
                #predicates
            }
            #validate
            #parent
            #row
            #converter
            #filters
            #checks
        },
    )
}

/// A scope of its own, with the library under one name.
fn inside(krate: &Path, body: &TokenStream) -> TokenStream {
    quote! {
        const _: () = {
            use #krate::__private as __m;
            #body
        };
    }
}

/// `__m::text("..")`
fn text(text: &str) -> TokenStream {
    quote!(__m::text(#text))
}

/// `Cow::Borrowed(&[..])`: written as a constructor and not as a call,
/// because only then the list lives as long as the constant around it.
fn list(items: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let items = items.into_iter();
    quote!(__m::Cow::Borrowed(&[#(#items),*]))
}

/// `Some(..)` or `None`.
fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote!(__m::None), |value| quote!(__m::Some(#value)))
}
