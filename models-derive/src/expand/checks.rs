//! What only types can tell: calls to the checks of the core, spanned at what
//! the user wrote, so that a broken convention is a compile error there.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type};

use super::{document, index};
use crate::diagnostic::Extent;
use crate::ir::{Bounds, Default, Engine, Field, Literal, Model};
use crate::lint::{self, CheckInput, TYPE_LINTS, TypeLint};

/// A body of its own is what a check costs most, and rustc reports one error
/// for each. So the fields that could be wrong have one each, and all others
/// share one.
pub(super) fn checks(model: &Model) -> TokenStream {
    let fields: Vec<Checks> = model.fields.iter().map(|field| Checks::of(model, field)).collect();
    let (plain, others): (Vec<&Checks>, Vec<&Checks>) =
        fields.iter().filter(|checks| !checks.calls.is_empty()).partition(|checks| checks.plain);
    let mut shared: Vec<(String, &TokenStream)> = Vec::new();
    for Checks { calls, .. } in plain {
        let text = calls.to_string();
        if shared.iter().all(|(other, _)| *other != text) {
            shared.push((text, calls));
        }
    }
    let shared = shared.into_iter().map(|(_, calls)| calls).collect::<Vec<_>>();
    let shared = (!shared.is_empty()).then(|| quote!(const _: () = { #(#shared)* };));
    let others = others.into_iter().map(|Checks { calls, .. }| calls);
    let keys: Vec<TokenStream> = fields.iter().filter_map(|checks| checks.key.clone()).collect();
    let defaults = fields.iter().filter_map(|checks| checks.default.as_ref());
    let count = keys.len();
    let keys = (count > 0).then(|| quote!(const _: [(); #count] = [#(#keys),*];));
    let mut tokens = quote! {
        #shared
        #(const _: () = { #others };)*
        #keys
        #(#defaults)*
    };
    tokens.extend(document::checks(model).chain(allows(model)));
    tokens
}

/// What is asked about the type of a field.
struct Checks {
    /// Statements; the first broken convention stops the constant around them.
    calls: TokenStream,
    /// Whether all conventions hold unless a name means something else here
    /// than it does everywhere.
    plain: bool,
    /// That a foreign key has the type of its parent's key.
    key: Option<TokenStream>,
    /// That a default is a variant of the enum.
    default: Option<TokenStream>,
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

/// What is asked of a field whose type is what it is called, beside [`COMMON`].
const OF_THE_USUAL: [&str; 3] = ["table_id_is_uuid", "has_created_at", "has_updated_at"];

impl Checks {
    fn of(model: &Model, field: &Field) -> Self {
        let asked: Vec<&TypeLint> = TYPE_LINTS
            .iter()
            .filter(|lint| {
                (lint.applies_to)(model, field) && !lint::is_allowed(model, field, lint.name)
            })
            .collect();
        let asks = |ask: CheckInput| asked.iter().any(|lint| lint.input == ask);
        let key = asks(CheckInput::Bound).then(|| key_type_matches(field)).flatten();
        let default = asks(CheckInput::Default).then(|| default_is_a_variant(field)).flatten();
        let others =
            asked.iter().filter(|lint| lint.input != CheckInput::Bound && lint.name != WRITTEN);
        let others: Vec<&str> = others.map(|lint| lint.name).collect();
        let is_usual = |name: &&str| COMMON.contains(name) || OF_THE_USUAL.contains(name);
        let plain = !is_document(model, field)
            && others.iter().all(is_usual)
            && is_what_it_is_called(field);
        if others == COMMON {
            let common = common(model, field);
            return Self { calls: quote!(#common;), plain, key, default };
        }
        let facts = facts(field);
        let calls = |of: &TokenStream| -> Vec<TokenStream> {
            let verdicts = asked.iter().flat_map(|lint| {
                let verdicts = verdicts(lint, model, field, of).into_iter();
                verdicts.map(|verdict| call("refuse", (lint.at)(field), verdict))
            });
            verdicts.collect()
        };
        let calls = match calls(&facts).as_slice() {
            [] => TokenStream::new(),
            [call] => quote!(#call;),
            [..] => {
                let calls = calls(&quote!(field));
                quote!({ let field = #facts; #(#calls;)* })
            }
        };
        Self { calls, plain, key, default }
    }
}

/// Whether the name of the type tells that it breaks none of the usual
/// conventions. An alias that lies is still found, if not beside another one.
fn is_what_it_is_called(field: &Field) -> bool {
    let Some((outer, inner)) = last_segment(&field.ty) else { return false };
    let is_of_the_row = field.id.is_some() || field.is_timestamp_of_the_row();
    let name = match inner {
        Some(inner) if outer == "Option" && !is_of_the_row => last_segment(inner),
        _ => Some((outer, inner)),
    };
    let Some((name, _)) = name else { return false };
    match name.to_string().as_str() {
        "DateTime" => field.id.is_none(),
        _ if field.is_timestamp_of_the_row() => false,
        "Id" | "Uuid" => true,
        _ if field.id.is_some() => false,
        "String" => field.bounds().text,
        name => PLAIN.contains(&name),
    }
}

/// Types that suit every table, without bounds.
const PLAIN: [&str; 8] = ["bool", "i16", "i32", "i64", "f32", "f64", "NaiveDate", "NaiveTime"];

/// The last name of a path, and the first type in its angle brackets.
fn last_segment(ty: &Type) -> Option<(&Ident, Option<&Type>)> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last()?;
    let inner = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first() {
            Some(GenericArgument::Type(inner)) => Some(inner),
            _ => None,
        },
        PathArguments::None | PathArguments::Parenthesized(_) => None,
    };
    Some((&segment.ident, inner))
}

/// An allow that suppresses nothing is an error too.
fn allows(model: &Model) -> impl Iterator<Item = TokenStream> {
    lint::allows_of_type_lints(model).filter_map(move |(position, allow, lint)| {
        let verdicts: Vec<TokenStream> = lint::fields_under_allow(model, position, lint)
            .flat_map(|field| {
                let facts = facts(field);
                verdicts(lint, model, field, &facts)
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
    quote_spanned!(ty.span()=> <#ty as __m::FieldType>::INFO)
}

/// What a convention says about a field.
fn verdicts(lint: &TypeLint, model: &Model, field: &Field, of: &TokenStream) -> Vec<TokenStream> {
    let check = Ident::new(lint.name, Span::call_site());
    match lint.input {
        CheckInput::Field => vec![quote!(__m::check::#check(#of))],
        CheckInput::Engine => {
            let (column, document) = (field.is_column(model), is_document(model, field));
            vec![quote!(__m::check::#check(#of, #column, #document))]
        }
        CheckInput::Limits => {
            let Bounds { text, items, parts } = field.bounds();
            let bounds = match lint.name {
                "string_is_bounded" => quote!(#text, #parts),
                _ => quote!(#items),
            };
            vec![quote!(__m::check::#check(#of, #bounds))]
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
                quote!(__m::check::#check(#of, &#method))
            })
            .collect(),
        CheckInput::Exclusion => lint::exclusions_over(model, field)
            .map(|is_last| quote!(__m::check::#check(#of, #is_last)))
            .collect(),
        CheckInput::Default => {
            let kind = kind_of_default(field);
            kind.map(|kind| quote!(__m::check::#check(#of, #kind))).into_iter().collect()
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
    Some(quote!(<#value as __m::check::References<#key>>::MATCHES))
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
