//! The keys of a field that speak of documents.

use darling::FromMeta;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Meta};

use super::values::{Name, choose, error};
use crate::diagnostic::Extent;
use crate::ir::{Ancestor, CopyOf, Engine, Located};

/// `collection = "posts"`, and where its key stands.
#[derive(Clone, Debug)]
pub(crate) struct CollectionName {
    pub(crate) name: Located<String>,
    pub(crate) key: Extent,
}

impl FromMeta for CollectionName {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let Name(name) = Name::from_meta(meta)?;
        Ok(Self { name, key: Extent::of(meta.path()) })
    }
}

/// `only = postgres`, `only = firestore`
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnlySpec {
    pub(crate) engine: Engine,
    pub(crate) at: Extent,
}

impl FromMeta for OnlySpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let word = word(meta, "write `only = postgres` or `only = firestore`")?;
        let spot = choose(&word, "only", &Engine::ALL)?;
        Ok(Self { engine: spot.value, at: spot.at })
    }
}

/// `parent`, or `parent = Forum` for a document further up.
#[derive(Clone, Debug)]
pub(crate) struct AncestorSpec(pub(crate) Ancestor);

impl FromMeta for AncestorSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let at = Extent::of(meta);
        match meta {
            Meta::Path(_) => Ok(Self(Ancestor { model: None, at })),
            Meta::NameValue(pair) if let Expr::Path(value) = &pair.value => {
                Ok(Self(Ancestor { model: Some(value.path.clone()), at: Extent::of(&value.path) }))
            }
            Meta::NameValue(_) | Meta::List(_) => Err(error(
                meta.span(),
                "write `parent`, or `parent = Forum` for the id of a document further up",
            )),
        }
    }
}

/// `copy_of = Member::display_name`
#[derive(Clone, Debug)]
pub(crate) struct CopySpec(pub(crate) CopyOf);

impl FromMeta for CopySpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let say = || error(meta.span(), "write `copy_of = Member::display_name`");
        let Meta::NameValue(pair) = meta else { return Err(say()) };
        let Expr::Path(value) = &pair.value else { return Err(say()) };
        let mut model = value.path.clone();
        let (Some(field), true) = (model.segments.pop(), !model.segments.is_empty()) else {
            return Err(say());
        };
        // What is left of `A::b` without its last name ends in a separator.
        model.segments.pop_punct();
        Ok(Self(CopyOf { model, field: field.ident, via: None, at: Extent::of(&value.path) }))
    }
}

/// `via = author`: the name of a field, without quotes.
#[derive(Clone, Debug)]
pub(crate) struct FieldName(pub(crate) Located<Ident>);

impl FromMeta for FieldName {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let word = word(meta, "write the name of a field, without quotes: `via = author`")?;
        let at = word.span();
        Ok(Self(Located::new(word, at)))
    }
}

/// The one word behind the `=`.
fn word(meta: &Meta, say: &str) -> darling::Result<Ident> {
    match meta {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Path(value) => value.path.require_ident().cloned().map_err(darling::Error::from),
            other => Err(error(other.span(), say)),
        },
        Meta::Path(_) | Meta::List(_) => Err(error(meta.span(), say)),
    }
}
