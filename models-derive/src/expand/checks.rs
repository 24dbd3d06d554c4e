//! What only types can tell: calls to the checks of the core, spanned at what
//! the user wrote, so that a broken convention is a compile error there.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{document, index};
use crate::diagnostic::Extent;
use crate::ir::{Bounds, Default, Engine, Field, Literal, Model};
use crate::lint::{self, CheckInput, TYPE_LINTS, TypeLint};

pub(super) fn checks(model: &Model) -> TokenStream {
    let fields = model.fields.iter().map(|field| checks_of(model, field));
    fields.chain(document::checks(model)).chain(allows(model)).collect()
}

/// What nearly every field is asked, and nothing else. There is one call for
/// both: what is written for each field is what costs compile time.
const COMMON: [&str; 5] = [
    "type_suits_its_engine",
    "timestamps_have_a_zone",
    "string_is_bounded",
    "collection_is_bounded",
    "vector_is_indexed",
];

/// What fields that clients write are asked besides, in the same call.
const WRITTEN: &str = "vector_is_written_by_servers";

fn common(model: &Model, field: &Field) -> TokenStream {
    if !is_document(model, field) {
        let (facts, bounds) = (facts(field), bounds(field));
        return call("common", field.type_at(), quote!(#facts, #bounds));
    }
    let (facts, bounds, column) = (facts(field), bounds(field), field.is_column(model));
    let written = lint::is_written_by_clients(model, field);
    call("common_document", field.type_at(), quote!(#facts, #bounds, #column, #written))
}

/// Most fields are bounded as texts are, or need no bounds.
fn bounds(field: &Field) -> TokenStream {
    let Bounds { text, items, parts } = field.bounds();
    if !text && !items && !parts {
        return quote!(__m::check::OPEN);
    }
    if text && !items && !parts {
        return quote!(__m::check::TEXT);
    }
    quote!(__m::check::Bounds { text: #text, items: #items, parts: #parts })
}

fn is_document(model: &Model, field: &Field) -> bool {
    field.is_kept_by(Engine::Firestore, model)
}

/// One constant for each field: the first broken convention is its error.
fn checks_of(model: &Model, field: &Field) -> TokenStream {
    let asked: Vec<&TypeLint> = TYPE_LINTS
        .iter()
        .filter(|lint| {
            (lint.applies_to)(model, field) && !lint::is_allowed(model, field, lint.name)
        })
        .collect();
    let mut bounds = TokenStream::new();
    for lint in &asked {
        match lint.input {
            CheckInput::Bound => bounds.extend(key_type_matches(field)),
            CheckInput::Default => bounds.extend(default_is_a_variant(field)),
            CheckInput::Field
            | CheckInput::Limits
            | CheckInput::Engine
            | CheckInput::Copy
            | CheckInput::Index
            | CheckInput::Schema => {}
        }
    }
    let others =
        asked.iter().filter(|lint| lint.input != CheckInput::Bound && lint.name != WRITTEN);
    if others.map(|lint| lint.name).eq(COMMON) {
        let common = common(model, field);
        return quote!(const _: () = #common; #bounds);
    }
    let facts = facts(field);
    let calls: Vec<TokenStream> = asked
        .iter()
        .flat_map(|lint| {
            let verdicts = verdicts(lint, model, field).into_iter();
            verdicts.map(|verdict| call("refuse", (lint.at)(field), verdict))
        })
        .collect();
    if calls.is_empty() {
        return bounds;
    }
    quote!(const _: () = { let field = #facts; #(#calls;)* }; #bounds)
}

/// An allow that suppresses nothing is an error too.
fn allows(model: &Model) -> impl Iterator<Item = TokenStream> {
    lint::allows_of_type_lints(model).filter_map(move |(position, allow, lint)| {
        let verdicts: Vec<TokenStream> = lint::fields_under_allow(model, position, lint)
            .flat_map(|field| {
                let facts = facts(field);
                let verdicts = verdicts(lint, model, field).into_iter();
                verdicts.map(move |verdict| quote!({ let field = #facts; #verdict }))
            })
            .collect();
        let message = lint::suppresses_nothing(allow).message();
        let needed = quote!(__m::check::allow_is_needed(&[#(#verdicts),*], #message));
        let refuse = call("refuse", allow.convention.at, needed);
        (!verdicts.is_empty()).then(|| quote!(const _: () = #refuse;))
    })
}

/// What the checks read. A type that cannot be a field is the same error here
/// as in the description, so rustc reports it once.
pub(super) fn facts(field: &Field) -> TokenStream {
    let ty = &field.ty;
    quote_spanned!(ty.span()=> <#ty as __m::FieldType>::FACTS)
}

/// What a convention says about a field.
fn verdicts(lint: &TypeLint, model: &Model, field: &Field) -> Vec<TokenStream> {
    let check = Ident::new(lint.name, Span::call_site());
    match lint.input {
        CheckInput::Field => vec![quote!(__m::check::#check(field))],
        CheckInput::Engine => {
            let (column, document) = (field.is_column(model), is_document(model, field));
            vec![quote!(__m::check::#check(field, #column, #document))]
        }
        CheckInput::Limits => {
            let Bounds { text, items, parts } = field.bounds();
            let bounds = match lint.name {
                "string_is_bounded" => quote!(#text, #parts),
                _ => quote!(#items),
            };
            vec![quote!(__m::check::#check(field, #bounds))]
        }
        CheckInput::Copy => lint::called_after(model, field)
            .map(|id| {
                let id = facts(id);
                quote!(__m::check::#check(#id))
            })
            .into_iter()
            .collect(),
        CheckInput::Index => lint::checked_indexes(model, field)
            .map(|index| {
                let method = index::method(&index.method);
                quote!(__m::check::#check(field, &#method))
            })
            .collect(),
        CheckInput::Default => {
            let kind = kind_of_default(field);
            kind.map(|kind| quote!(__m::check::#check(field, #kind))).into_iter().collect()
        }
        CheckInput::Bound | CheckInput::Schema => Vec::new(),
    }
}

/// A call whose first token stands at the start and whose last at the end,
/// which is how rustc knows what to underline.
pub(super) fn call(function: &str, at: Extent, arguments: TokenStream) -> TokenStream {
    let function = Ident::new(function, at.start);
    let mut call = quote_spanned!(at.start=> __m::check::#function);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(at.end);
    call.extend([TokenTree::Group(arguments)]);
    call
}

fn key_type_matches(field: &Field) -> Option<TokenStream> {
    let parent = &field.references.as_ref()?.parent;
    let ty = &field.ty;
    let Extent { start, end } = field.type_at();
    let mut value = quote_spanned!(start=> <#ty as __m::FieldType>::);
    value.extend(quote_spanned!(end=> Value));
    let key = quote!(<#parent as __m::Parent>::Key);
    Some(quote!(const _: () = <#value as __m::check::References<#key>>::MATCHES;))
}

fn kind_of_default(field: &Field) -> Option<&'static str> {
    match &field.default.as_ref()?.value {
        Default::Value(Literal::Bool(_)) => Some("bool"),
        Default::Value(Literal::Int(_)) => Some("int"),
        Default::Value(Literal::Float(_)) => Some("float"),
        Default::Value(Literal::Text(_)) => Some("text"),
        Default::Now => Some("now"),
        Default::Empty => Some("empty"),
        Default::Uid => Some("uid"),
        Default::Value(Literal::Variant(_)) | Default::Sql(_) => None,
    }
}

fn default_is_a_variant(field: &Field) -> Option<TokenStream> {
    let default = field.default.as_ref()?;
    let Default::Value(Literal::Variant(path)) = &default.value else { return None };
    let ty = &field.ty;
    let call = quote_spanned! {default.at.start=>
        __m::check::default_is_a_variant::<#ty, _>(&#path)
    };
    Some(quote!(const _: () = #call;))
}
