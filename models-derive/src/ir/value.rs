//! Values that carry the place where they were written.

use proc_macro2::Span;
use syn::Path;

use crate::diagnostic::Extent;

/// A value and where it was written.
#[derive(Clone, Debug)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) at: Extent,
}

impl<T> Located<T> {
    pub(crate) fn new(value: T, at: impl Into<Extent>) -> Self {
        Self { value, at: at.into() }
    }
}

/// A value that is written in an attribute.
#[derive(Clone, Debug)]
pub(crate) enum Literal {
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    /// A variant of a `ModelEnum`, by its path.
    Variant(Path),
}

impl Located<String> {
    pub(crate) fn from_ident(ident: &syn::Ident) -> Self {
        Self::new(plain(ident), ident.span())
    }
}

/// An identifier's text without `r#`.
pub(crate) fn plain(ident: &syn::Ident) -> String {
    use syn::ext::IdentExt;
    ident.unraw().to_string()
}

impl From<Span> for Located<()> {
    fn from(span: Span) -> Self {
        Self::new((), span)
    }
}
