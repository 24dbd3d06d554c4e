//! Enums and newtypes that fields may have.

use syn::{Ident, Path, Type};

use super::Located;

/// An enum with `#[derive(ModelEnum)]`.
#[derive(Clone, Debug)]
pub(crate) struct Enum {
    pub(crate) ident: Ident,
    /// The type's name in the database.
    pub(crate) name: Located<String>,
    pub(crate) native: bool,
    pub(crate) doc: String,
    /// The type's earlier name in the database.
    pub(crate) renamed_from: Option<Located<String>>,
    pub(crate) variants: Vec<Variant>,
    pub(crate) krate: Path,
}

/// A variant and the label that is stored for it.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) label: Located<String>,
    pub(crate) doc: String,
    /// The earlier label.
    pub(crate) renamed_from: Option<Located<String>>,
}

/// A newtype with `#[derive(ModelType)]`.
#[derive(Clone, Debug)]
pub(crate) struct Newtype {
    pub(crate) ident: Ident,
    pub(crate) inner: Type,
    pub(crate) krate: Path,
}
