//! `#[model(..)]` on the struct.

use darling::util::Flag;
use darling::{FromAttributes, FromMeta};
use syn::spanned::Spanned;
use syn::{Meta, Path};

use super::document::CollectionName;
use super::reference::ParentPath;
use super::{AllowSpec, ExcludeSpec, IndexSpec, Name, UniqueSpec};
use crate::diagnostic::Extent;

/// `#[model(..)]` on a struct.
#[derive(Debug, Default, FromAttributes)]
#[darling(attributes(model), default)]
pub(crate) struct ModelAttributes {
    /// The table's name.
    pub(crate) table: Option<Name>,
    /// The schema that the table is in, `public` by default.
    pub(crate) schema: Option<Name>,
    /// The collection's name.
    pub(crate) collection: Option<CollectionName>,
    /// The model whose documents the collection is under.
    pub(crate) subcollection_of: Option<ParentPath>,
    /// All collections of this name are read together.
    pub(crate) collection_group: Flag,
    /// The table's earlier name.
    pub(crate) renamed_from: Option<Name>,
    /// Indexes over several fields.
    #[darling(multiple)]
    pub(crate) index: Vec<IndexSpec>,
    /// Several fields that no two rows share.
    #[darling(multiple)]
    pub(crate) unique: Vec<UniqueSpec>,
    /// Ranges that may not overlap.
    #[darling(multiple)]
    pub(crate) exclude: Vec<ExcludeSpec>,
    /// Why changes are sent to clients as they happen.
    pub(crate) realtime: Option<RealtimeSpec>,
    /// Conventions that do not apply, and why.
    #[darling(multiple)]
    pub(crate) allow: Vec<AllowSpec>,
    /// The path to this library, where it is re-exported.
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Path>,
}

/// `realtime`, `realtime = "why"`
#[derive(Debug)]
pub(crate) struct RealtimeSpec {
    pub(crate) reason: Option<Name>,
    pub(crate) at: Extent,
}

impl FromMeta for RealtimeSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let reason = match meta {
            Meta::Path(_) => None,
            Meta::List(_) | Meta::NameValue(_) => Some(Name::from_meta(meta)?),
        };
        Ok(Self { reason, at: meta.path().span().into() })
    }
}
