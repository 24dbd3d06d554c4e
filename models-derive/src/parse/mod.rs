//! The attributes as they are written: mirrors, and no judgement.
//!
//! `#[model(..)]` is read with darling, the condition language of
//! `#[access(..)]` with a parser of its own, because `status in [..]` is no
//! Rust expression.

mod access;
mod allow;
mod between;
mod document;
mod expression;
mod field;
mod index;
mod index_slips;
mod model;
mod nesting;
mod other;
mod own_name;
mod pattern;
mod places;
mod read;
mod reference;
mod shape;
mod validate;
mod words;

pub(crate) use access::access;
pub(crate) use allow::AllowSpec;
pub(crate) use document::{CopySpec, FieldName};
pub(crate) use field::FieldAttributes;
pub(crate) use index::{IndexSpec, UniqueSpec};
pub(crate) use model::ModelAttributes;
pub(crate) use other::{EnumAttributes, NewtypeAttributes, VariantAttributes};
pub(crate) use read::{Keys, read};
pub(crate) use validate::{model_rules, value_rules};
pub(crate) use words::{Name, place};

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::diagnostic::Diagnostic;

/// The item that a derive stands on.
pub(crate) fn item(input: TokenStream) -> Result<DeriveInput, Diagnostic> {
    let seen = nesting::check(&input)?;
    let read = |tokens| syn::parse2::<DeriveInput>(tokens).map_err(Diagnostic::from);
    if !seen.own_name {
        return read(input);
    }
    let name = read(input.clone())?.ident;
    read(own_name::replace(input, &name))
}
