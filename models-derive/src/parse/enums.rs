//! `#[model(..)]` on enums, their variants, and newtypes.

use darling::FromAttributes;
use darling::util::Flag;
use syn::Path;

use super::Name;

/// `#[model(..)]` on an enum.
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

/// `#[model(..)]` on a variant.
#[derive(Debug, Default, FromAttributes)]
#[darling(attributes(model), default)]
pub(crate) struct VariantAttributes {
    /// The stored label; the variant's name in snake case by default.
    pub(crate) label: Option<Name>,
    /// The earlier label.
    pub(crate) renamed_from: Option<Name>,
}

/// `#[model(..)]` on a newtype.
#[derive(Debug, Default, FromAttributes)]
#[darling(attributes(model), default)]
pub(crate) struct NewtypeAttributes {
    /// The path to this library, where it is re-exported.
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Path>,
}
