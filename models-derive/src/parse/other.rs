//! `#[model(..)]` on enums, their variants, and newtypes.

use darling::FromAttributes;
use darling::util::Flag;
use syn::Path;

use super::{Keys, Name};

/// What an enum's `#[model(..)]` may say.
#[derive(Debug, Default, FromAttributes)]
#[darling(attributes(model), default)]
pub(crate) struct EnumAttributes {
    /// Kept as the database's own enum type instead of checked text.
    pub(crate) native: Flag,
    /// The type's name in the database; the enum's in snake case by default.
    pub(crate) name: Option<Name>,
    /// The type's earlier name in the database.
    pub(crate) renamed_from: Option<Name>,
    /// The path to this library, where it is re-exported.
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Path>,
}

impl Keys for EnumAttributes {
    const KEYS: &'static [&'static str] = &["native", "name", "renamed_from", "crate"];
}

/// What a variant's `#[model(..)]` may say.
#[derive(Debug, Default, FromAttributes)]
#[darling(attributes(model), default)]
pub(crate) struct VariantAttributes {
    /// The stored label; the variant's name in snake case by default.
    pub(crate) label: Option<Name>,
    /// The earlier label.
    pub(crate) renamed_from: Option<Name>,
}

impl Keys for VariantAttributes {
    const KEYS: &'static [&'static str] = &["label", "renamed_from"];
}

/// What a newtype's `#[model(..)]` may say.
#[derive(Debug, Default, FromAttributes)]
#[darling(attributes(model), default)]
pub(crate) struct NewtypeAttributes {
    /// The path to this library, where it is re-exported.
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Path>,
}

impl Keys for NewtypeAttributes {
    const KEYS: &'static [&'static str] = &["crate"];
}
