//! What only types can tell: calls to the checks of the core, spanned at the
//! field's type, so that a broken convention is a compile error there.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::index;
use crate::ir::{Default, Field, Index, Literal, MethodKind, Model, Spot};

pub(super) fn checks(model: &Model) -> TokenStream {
    model.fields.iter().map(|field| checks_of(model, field)).collect()
}

/// One constant for each field: the first broken convention is its error.
fn checks_of(model: &Model, field: &Field) -> TokenStream {
    let ty = &field.ty;
    let span = ty.span();
    let call = |check: &str, arguments: TokenStream| {
        if allowed(model, field, check) {
            return TokenStream::new();
        }
        let check = Ident::new(check, Span::call_site());
        quote_spanned!(span=> __m::check::#check::<#ty>(#arguments);)
    };
    let none = TokenStream::new;
    let mut calls = call("timestamps_have_a_zone", none());
    if field.id.is_some() {
        calls.extend(call("table_id_is_uuid", none()));
    }
    if field.is_timestamp_of_the_row() {
        let check = Ident::new(
            if field.name == "created_at" { "has_created_at" } else { "has_updated_at" },
            Span::call_site(),
        );
        calls.extend(quote_spanned!(span=> __m::check::#check::<#ty>();));
    }
    if field.references.is_none() && field.id.is_none() && field.name.ends_with("_id") {
        calls.extend(call("foreign_key_is_declared", none()));
    }
    if let Some(at) = field.on_delete.as_ref().filter(|at| at.value == crate::ir::OnDelete::SetNull)
    {
        if !allowed(model, field, "set_null_needs_an_option") {
            calls.extend(
                quote_spanned!(at.at.start=> __m::check::set_null_needs_an_option::<#ty>();),
            );
        }
    }
    if crate::lint::is_money(&field.name) {
        calls.extend(call("money_is_not_a_float", none()));
    }
    if let Some(precision) = &field.precision {
        calls.extend(
            quote_spanned!(precision.at.start=> __m::check::precision_is_for_decimals::<#ty>();),
        );
    }
    calls.extend(index_checks(model, field, &call));
    calls.extend(field.default.as_ref().map(|default| default_check(field, default)));
    let bound = field.references.as_ref().map(|reference| {
        let parent = &reference.parent;
        if allowed(model, field, "foreign_key_type_matches") {
            return TokenStream::new();
        }
        quote_spanned!(span=> const _: () = __m::check::foreign_key_type_matches::<#ty, #parent>();)
    });
    quote!(const _: () = { #calls }; #bound)
}

fn index_checks(
    model: &Model,
    field: &Field,
    call: &dyn Fn(&str, TokenStream) -> TokenStream,
) -> TokenStream {
    let is_vectors = |kind| matches!(kind, MethodKind::Hnsw | MethodKind::IvfFlat);
    let over: Vec<&Index> = model
        .indexes
        .iter()
        .filter(|index| {
            index.parts.iter().any(|part| Spot::from_ident(&part.field).value == field.name)
        })
        .collect();
    let mut calls = TokenStream::new();
    if !over.iter().any(|index| is_vectors(index.method.kind)) {
        calls.extend(call("vector_is_indexed", TokenStream::new()));
    }
    for index in over {
        let method = index::method(&index.method);
        calls.extend(call("vector_fits_its_index", quote!(&#method)));
    }
    calls
}

fn default_check(field: &Field, default: &Spot<Default>) -> TokenStream {
    let kind = match &default.value {
        Default::Value(Literal::Bool(_)) => "bool",
        Default::Value(Literal::Int(_)) => "int",
        Default::Value(Literal::Float(_)) => "float",
        Default::Value(Literal::Text(_)) => "text",
        Default::Value(Literal::Variant(path)) => {
            let (ty, span) = (&field.ty, default.at.start);
            return quote_spanned!(span=> __m::check::default_is_a_variant::<#ty, _>(&#path););
        }
        Default::Now => "now",
        Default::Empty => "empty",
        Default::Uid => "uid",
        Default::Sql(_) => return TokenStream::new(),
    };
    let ty = &field.ty;
    quote_spanned!(default.at.start=> __m::check::default_fits_its_type::<#ty>(#kind);)
}

/// Whether an allow on the field or on the struct names this convention.
fn allowed(model: &Model, field: &Field, convention: &str) -> bool {
    model.allows.iter().any(|allow| {
        allow.convention.value == convention
            && allow.field.as_ref().is_none_or(|name| *name == field.name)
    })
}
