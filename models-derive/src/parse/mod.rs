//! The attributes as they are written: mirrors, and no judgement.
//!
//! `#[model(..)]` is read with darling, the condition language of
//! `#[access(..)]` with a parser of its own, because `status in [..]` is no
//! Rust expression.

mod access;
mod allow;
mod expression;
mod field;
mod index;
mod model;
mod nesting;
mod other;
mod own_name;
mod words;

pub(crate) use access::access;
pub(crate) use allow::AllowSpec;
pub(crate) use field::FieldAttributes;
pub(crate) use index::{IndexSpec, UniqueSpec};
pub(crate) use model::ModelAttributes;
pub(crate) use other::{EnumAttributes, NewtypeAttributes, VariantAttributes};
pub(crate) use words::{Name, place};

use darling::FromAttributes;
use proc_macro2::TokenStream;
use syn::{Attribute, DeriveInput};

use crate::diagnostic::{Diagnostic, Report};

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

/// Reads attributes with darling; reports every error inside.
pub(crate) fn read<T: FromAttributes>(attributes: &[Attribute], report: &mut Report) -> Option<T> {
    match T::from_attributes(attributes) {
        Ok(read) => Some(read),
        Err(error) => {
            for problem in words::problems(error) {
                report.push(problem);
            }
            None
        }
    }
}
