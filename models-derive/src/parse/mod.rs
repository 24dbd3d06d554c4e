//! The attributes as they are written, without judging them.
//!
//! `#[model(..)]` is read with darling. The conditions of `#[access(..)]` have a
//! parser of their own, because `status in [..]` is not a Rust expression.

mod access;
mod allow;
mod between;
mod document;
mod enums;
mod expression;
mod field;
mod index;
mod keys;
mod model;
mod nesting;
mod own_name;
mod pattern;
mod read;
mod reference;
mod validate;
mod values;

pub(crate) use access::access;
pub(crate) use allow::AllowSpec;
pub(crate) use document::{CopySpec, FieldName};
pub(crate) use enums::{EnumAttributes, NewtypeAttributes, VariantAttributes};
pub(crate) use field::FieldAttributes;
pub(crate) use index::{ExcludeSpec, IndexSpec, UniqueSpec};
pub(crate) use model::ModelAttributes;
pub(crate) use read::read;
pub(crate) use validate::{model_rules, value_rules};
pub(crate) use values::{Name, flag_span};

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::diagnostic::Diagnostic;

/// The item that a derive is on.
pub(crate) fn item(input: TokenStream) -> Result<DeriveInput, Diagnostic> {
    let contains_self = nesting::check(&input)?;
    let read = |tokens| syn::parse2::<DeriveInput>(tokens).map_err(Diagnostic::from);
    if !contains_self {
        return read(input);
    }
    let name = read(input.clone())?.ident;
    read(own_name::replace(input, &name))
}
