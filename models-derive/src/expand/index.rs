//! Indexes, unique constraints and exclusions of the description.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use super::{access, list, option, text};
use crate::ir::{Distance, Exclusion, Index, Located, Method, MethodKind, Unique};

pub(super) fn index(index: &Index) -> TokenStream {
    let parts = list(index.parts.iter().map(|part| {
        let field = Located::from_ident(&part.field).value;
        let descending = part.descending;
        quote!(__m::index_part(#field, #descending))
    }));
    let method = method(&index.method);
    let include = list(index.include.iter().map(name));
    let filter = option(index.filter.as_ref().map(access::expr));
    quote!(__m::Index { parts: #parts, method: #method, include: #include, filter: #filter })
}

pub(super) fn unique(unique: &Unique) -> TokenStream {
    let fields = list(unique.fields.iter().map(name));
    let filter = option(unique.filter.as_ref().map(access::expr));
    let nulls_not_distinct = unique.nulls_not_distinct;
    quote! {
        __m::Unique { fields: #fields, filter: #filter, nulls_not_distinct: #nulls_not_distinct }
    }
}

pub(super) fn exclusion(exclusion: &Exclusion) -> TokenStream {
    let fields = list(exclusion.fields.iter().map(name));
    let filter = option(exclusion.filter.as_ref().map(access::expr));
    quote!(__m::Exclusion { fields: #fields, filter: #filter })
}

fn name(ident: &Ident) -> TokenStream {
    text(&Located::from_ident(ident).value)
}

pub(super) fn method(method: &Method) -> TokenStream {
    let parameter = |value: &Option<Located<u64>>| {
        option(value.as_ref().map(|value| {
            let value = u16::try_from(value.value).unwrap_or(u16::MAX);
            quote!(#value)
        }))
    };
    let distance = match method.distance.as_ref().map(|distance| distance.value) {
        Some(Distance::L2) => quote!(L2),
        Some(Distance::L1) => quote!(L1),
        Some(Distance::InnerProduct) => quote!(InnerProduct),
        Some(Distance::Hamming) => quote!(Hamming),
        Some(Distance::Jaccard) => quote!(Jaccard),
        Some(Distance::Cosine) | None => quote!(Cosine),
    };
    match method.kind {
        MethodKind::BTree => quote!(__m::Method::BTree),
        MethodKind::Gin => quote!(__m::Method::Gin),
        MethodKind::Gist => quote!(__m::Method::Gist),
        MethodKind::Hnsw => {
            let (m, ef) = (parameter(&method.m), parameter(&method.ef_construction));
            quote! {
                __m::Method::Hnsw { distance: __m::Distance::#distance, m: #m, ef_construction: #ef }
            }
        }
        MethodKind::Flat => quote!(__m::Method::Flat),
        MethodKind::IvfFlat => {
            let lists = parameter(&method.lists);
            quote!(__m::Method::IvfFlat { distance: __m::Distance::#distance, lists: #lists })
        }
    }
}
