//! The model as a document and back: nothing, unless it has a collection.
//!
//! A line a field for writing and a line for reading, which the core's
//! `__read_fields!` turns into one walk over a document.

use proc_macro2::TokenStream;
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
    let ids = stored(model).filter_map(|(_, field)| write_id(field));
    let writes = stored(model).filter_map(|(_, field)| write_field(field));
    let reads = reads(model);
    guarded(
        collection,
        &quote! {
            #[automatically_derived]
            #[allow(clippy::all, clippy::pedantic, deprecated)]
            impl __m::DocumentModel for #ident {
                type Above = #above;
                fn write_ids(&self, __to: &mut __m::IdWriter<'_>) { #(#ids)* }
                fn write_fields<W: __m::BodyWriter>(&self, __to: &mut W) { #(#writes)* }
                fn read_fields<R: __m::ValueReader>(
                    __from: &mut __m::FieldReader<'_, R>,
                ) -> __m::Option<Self> {
                    __m::__read_fields!(__from #reads)
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

/// What a broken model becomes, so that code that converts it has no second error.
pub(super) fn broken(model: &Model) -> TokenStream {
    let Some(collection) = &model.collection else { return TokenStream::new() };
    let ident = &model.ident;
    guarded(
        collection,
        &quote! {
            #[automatically_derived]
            impl __m::DocumentModel for #ident {
                type Above = __m::Top;
                fn write_ids(&self, _: &mut __m::IdWriter<'_>) {}
                fn write_fields<W: __m::BodyWriter>(&self, _: &mut W) {}
                fn read_fields<R: __m::ValueReader>(
                    _: &mut __m::FieldReader<'_, R>,
                ) -> __m::Option<Self> {
                    __m::None
                }
            }
        },
    )
}

fn is_stored(model: &Model, field: &Field) -> bool {
    field.is_kept_by(Engine::Firestore, model)
}

/// The fields that documents store, with their positions in the struct.
fn stored(model: &Model) -> impl Iterator<Item = (usize, &Field)> {
    model.fields.iter().enumerate().filter(|(_, field)| is_stored(model, field))
}

fn parent(model: &Model) -> Option<&Path> {
    model.subcollection_of.as_ref().map(|parent| &parent.model)
}

fn write_id(field: &Field) -> Option<TokenStream> {
    let (ident, name, level) = (&field.ident, &field.name, level(field)?);
    Some(quote!(__to.id(#name, #level, &self.#ident);))
}

fn write_field(field: &Field) -> Option<TokenStream> {
    if level(field).is_some() {
        return None;
    }
    let (ident, name) = (&field.ident, field.document_name());
    Some(quote!(__to.field(#name, &self.#ident);))
}

/// The fields by how they are read, as `__read_fields!` takes them: each with
/// its position, its name, and a name for its value that no field has.
fn reads(model: &Model) -> TokenStream {
    let (mut ids, mut fields, mut defaults) = (Vec::new(), Vec::new(), Vec::new());
    for (at, field) in stored(model) {
        let (ident, local) = (&field.ident, format_ident!("__{at}"));
        match level(field) {
            Some(level) => ids.push(quote!(#at #ident #local (#level))),
            None if has_a_default(field) => defaults.push(quote!(#at #ident #local)),
            None => fields.push(quote!(#at #ident #local)),
        }
    }
    let absent = model.fields.iter().filter(|field| !is_stored(model, field));
    let absent = absent.map(|field| &field.ident);
    quote!({ #(#ids),* } { #(#fields),* } { #(#defaults),* } { #(#absent),* })
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

/// Whether the field has a default that is known without the database.
fn has_a_default(field: &Field) -> bool {
    field.default.as_ref().is_some_and(|default| match default.value {
        Default::Value(_) | Default::Now | Default::Empty => true,
        Default::Uid | Default::Sql(_) => false,
    })
}
