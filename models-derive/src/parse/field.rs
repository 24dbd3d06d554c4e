//! `#[model(..)]` on a field.

use darling::util::Flag;
use darling::{FromAttributes, FromMeta};
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Ident, LitInt, Meta, Token};

use super::document::{AncestorSpec, CopySpec, FieldName, OnlySpec};
use super::expression;
use super::reference::{OnDeleteSpec, ParentPath};
use super::values::{choose, error};
use super::{AllowSpec, IndexSpec, Name, UniqueSpec};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir;

/// `#[model(..)]` on a field.
#[derive(Debug, Default, FromAttributes)]
#[darling(attributes(model), default)]
pub(crate) struct FieldAttributes {
    /// This field identifies a row.
    pub(crate) id: Option<IdSpec>,
    /// The parent that this field points to.
    pub(crate) references: Option<ParentPath>,
    /// What happens when the parent is deleted.
    pub(crate) on_delete: Option<OnDeleteSpec>,
    /// No two rows share the value.
    pub(crate) unique: Option<UniqueSpec>,
    /// How rows are found by it.
    #[darling(multiple)]
    pub(crate) index: Vec<FieldIndex>,
    /// The value of a new row that names none.
    pub(crate) default: Option<DefaultSpec>,
    /// Clients never change it.
    pub(crate) immutable: Flag,
    /// Clients never write it.
    pub(crate) server: Flag,
    /// Clients never read it.
    pub(crate) private: Flag,
    /// Digits of a decimal number, and those behind the point.
    pub(crate) precision: Option<PrecisionSpec>,
    /// The name in the table.
    pub(crate) column: Option<Name>,
    /// The name in a document.
    pub(crate) field: Option<Name>,
    /// The one engine that stores it.
    pub(crate) only: Option<OnlySpec>,
    /// It is the id of the document above, or of one further up.
    pub(crate) parent: Option<AncestorSpec>,
    /// The field of another model that this one repeats.
    pub(crate) copy_of: Option<CopySpec>,
    /// The field that holds the id of that document.
    pub(crate) via: Option<FieldName>,
    /// The moment after which the document is deleted.
    pub(crate) ttl: Flag,
    /// The earlier name in the table.
    pub(crate) renamed_from: Option<Name>,
    /// Conventions that do not apply, and why.
    #[darling(multiple)]
    pub(crate) allow: Vec<AllowSpec>,
}

/// `index` or `index(..)` on a field.
pub(crate) type FieldIndex = IndexSpec;

/// `id`, `id(v4)`, `id(v7)`
#[derive(Clone, Copy, Debug)]
pub(crate) struct IdSpec(pub(crate) ir::Id);

impl FromMeta for IdSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let at = Extent::of(meta);
        let kind = match meta {
            Meta::Path(_) => ir::IdKind::V7,
            Meta::List(list) => {
                let word: Ident = list.parse_args().map_err(|error| {
                    Diagnostic::new(error.span(), "`id` takes a word")
                        .fix("write `id`, or `id(v4)` for a random key")
                })?;
                choose(&word, "id", &[("v4", ir::IdKind::V4), ("v7", ir::IdKind::V7)])?.value
            }
            Meta::NameValue(_) => {
                return Err(error(meta.span(), "write `id`, `id(v7)` or `id(v4)`"));
            }
        };
        Ok(Self(ir::Id { kind, at }))
    }
}

/// `default = ..`
#[derive(Clone, Debug)]
pub(crate) struct DefaultSpec {
    pub(crate) value: ir::Default,
    pub(crate) at: Extent,
}

impl FromMeta for DefaultSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let Meta::NameValue(pair) = meta else {
            return Err(error(meta.span(), "write `default = ..` with a value"));
        };
        Ok(Self { value: expression::default_value(&pair.value)?, at: Extent::of(&pair.value) })
    }
}

/// `precision(12, 2)`
#[derive(Clone, Copy, Debug)]
pub(crate) struct PrecisionSpec {
    pub(crate) value: (u16, u16),
    pub(crate) at: Extent,
}

impl FromMeta for PrecisionSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let Meta::List(list) = meta else {
            return Err(error(
                meta.span(),
                "write `precision(12, 2)`: all digits, then those behind the point",
            ));
        };
        let value = list.parse_args_with(|input: ParseStream| {
            let two = |_| {
                Diagnostic::new(Extent::of(meta), "`precision` takes two numbers")
                    .fix("write `precision(12, 2)`: all digits, then those behind the point")
            };
            let all: LitInt = input.parse().map_err(two)?;
            input.parse::<Token![,]>().map_err(two)?;
            let behind: LitInt = input.parse().map_err(two)?;
            let digits = (all.base10_parse::<u16>()?, behind.base10_parse::<u16>()?);
            if !(1..=1000).contains(&digits.0) {
                return Err(syn::Error::new(all.span(), "PostgreSQL stores 1 to 1000 digits"));
            }
            if digits.1 > digits.0 {
                return Err(syn::Error::new(
                    behind.span(),
                    format!(
                        "{} digits behind the point do not fit into {} digits in all",
                        digits.1, digits.0
                    ),
                ));
            }
            Ok(digits)
        })?;
        Ok(Self { value, at: Extent::of(meta) })
    }
}
