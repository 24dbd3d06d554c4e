//! The model as a document and back: nothing, unless it has a collection.
//!
//! One line a field for writing and two for reading; everything else is the
//! core's. Writing is also how the path is found: ids are written as keys.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Path;

use super::errors;
use crate::diagnostic::Diagnostic;
use crate::ir::{Collection, Default, Engine, Field, Model};

/// The implementation of `DocumentModel`.
pub(super) fn converter(model: &Model) -> TokenStream {
    let Some(collection) = &model.collection else { return TokenStream::new() };
    let ident = &model.ident;
    let above = parent(model).map_or_else(|| quote!(__m::Top), |parent| quote!(#parent));
    let writes = kept(model).map(|(_, field)| write(field));
    let places = model.fields.len();
    let reads = kept(model).map(|(at, field)| read(at, field));
    let fields = model.fields.iter().map(|field| &field.ident);
    let values = model.fields.iter().enumerate().map(|(at, field)| {
        let local = local(at);
        if is_kept(model, field) { quote!(#local?) } else { quote!(__m::None) }
    });
    guarded(
        collection,
        &quote! {
            #[automatically_derived]
            #[allow(clippy::all, clippy::pedantic, deprecated)]
            impl __m::DocumentModel for #ident {
                type Above = #above;
                fn walk<B: __m::Body>(&self, __to: &mut B) { #(#writes)* }
                fn gather<S: __m::Source>(__from: __m::Gathering<'_, S>) -> __m::Gathered<Self> {
                    let mut __slots = [const { __m::None }; #places];
                    let mut __from = __from.places::<Self>(&mut __slots);
                    #(#reads)*
                    __m::Some(Self { #(#fields: #values),* })
                }
            }
        },
    )
}

/// The implementation, or the error that the core was built without documents.
///
/// The derive cannot know which: cargo may build it once for a program with the
/// feature and for a build script without.
fn guarded(collection: &Collection, implementation: &TokenStream) -> TokenStream {
    let missing = Diagnostic::new(collection.key, "`collection` needs the feature `firestore`")
        .why("a program without documents compiles nothing of them")
        .fix(concat!(
            "write `backend-models = { version = \"",
            env!("CARGO_PKG_VERSION_MAJOR"),
            ".",
            env!("CARGO_PKG_VERSION_MINOR"),
            "\", features = [\"firestore\"] }`"
        ));
    let missing = errors::error(&missing);
    quote!(__m::__document_model! { { #missing } #implementation })
}

/// What a broken model becomes, so that whoever converts it has no second error.
pub(super) fn broken(model: &Model) -> TokenStream {
    let Some(collection) = &model.collection else { return TokenStream::new() };
    let ident = &model.ident;
    guarded(
        collection,
        &quote! {
            #[automatically_derived]
            impl __m::DocumentModel for #ident {
                type Above = __m::Top;
                fn walk<B: __m::Body>(&self, _: &mut B) {}
                fn gather<S: __m::Source>(_: __m::Gathering<'_, S>) -> __m::Gathered<Self> {
                    __m::None
                }
            }
        },
    )
}

fn is_kept(model: &Model, field: &Field) -> bool {
    field.is_kept_by(Engine::Firestore, model)
}

/// The fields that Firestore keeps, with their places in the struct.
fn kept(model: &Model) -> impl Iterator<Item = (usize, &Field)> {
    model.fields.iter().enumerate().filter(|(_, field)| is_kept(model, field))
}

fn parent(model: &Model) -> Option<&Path> {
    model.subcollection_of.as_ref().map(|parent| &parent.model)
}

/// A name that no field has.
fn local(at: usize) -> Ident {
    format_ident!("__{at}")
}

fn write(field: &Field) -> TokenStream {
    let ident = &field.ident;
    match level(field) {
        Some(level) => {
            let name = &field.name;
            quote!(__to.key(#name, #level, &self.#ident);)
        }
        None => {
            let name = field.document_name();
            quote!(__to.put(#name, &self.#ident);)
        }
    }
}

fn read(at: usize, field: &Field) -> TokenStream {
    let local = local(at);
    let value = match level(field) {
        Some(level) => quote!(key(#at, #level)),
        None if has_a_default(field) => quote!(field_or_default(#at)),
        None => quote!(field(#at)),
    };
    quote!(let #local = __from.#value;)
}

/// How far up the path the id is that the field holds; `None` for a field of
/// the body.
fn level(field: &Field) -> Option<TokenStream> {
    if field.id.is_some() {
        return Some(quote!(0));
    }
    match &field.ancestor.as_ref()?.model {
        None => Some(quote!(1)),
        Some(above) => Some(quote!(__m::above::<Self, #above>())),
    }
}

/// A value that stands for one that a document has not.
fn has_a_default(field: &Field) -> bool {
    field.default.as_ref().is_some_and(|default| match default.value {
        Default::Value(_) | Default::Now | Default::Empty => true,
        Default::Uid | Default::Sql(_) => false,
    })
}
