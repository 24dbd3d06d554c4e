//! What a broken model becomes, so that whatever uses it still compiles.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path, Type};

use super::inside;
use crate::ir::Model;

/// An empty description; types are still checked, so that their errors come
/// in the same build.
pub(crate) fn fallback(ident: &Ident, model: Option<&Model>) -> TokenStream {
    let krate: Path = model.map_or_else(|| syn::parse_quote!(::models), |m| m.krate.clone());
    let key: Type = model
        .and_then(Model::id)
        .map_or_else(|| syn::parse_quote!(__m::Id<#ident>), |id| id.ty.clone());
    let name = ident.to_string();
    let types = model.into_iter().flat_map(|model| &model.fields).map(|field| {
        let ty = &field.ty;
        quote_spanned!(ty.span()=> const _: () = __m::is_field_type::<#ty>();)
    });
    inside(
        &krate,
        &quote! {
            #[automatically_derived]
            impl __m::Model for #ident {
                const MODEL: __m::ModelDef = __m::broken(#name);
                fn may_select(&self, _: &__m::Auth) -> bool { false }
                fn may_insert(&self, _: &__m::Auth) -> bool { false }
                fn may_update(&self, _: &Self, _: &__m::Auth) -> bool { false }
                fn may_delete(&self, _: &__m::Auth) -> bool { false }
            }
            #[automatically_derived]
            impl __m::Parent for #ident {
                type Key = #key;
                const REF: __m::ModelRef = __m::model_ref(#name, "", "");
                const KEY: __m::ParentKey = __m::parent_key(#name, "", "", "");
            }
            #[automatically_derived]
            impl __m::References<#ident> for #key {}
            #(#types)*
        },
    )
}

/// What a broken enum or newtype becomes: a type that a field may have.
pub(crate) fn broken_type(ident: &Ident) -> TokenStream {
    let krate: Path = syn::parse_quote!(::models);
    inside(&krate, &quote!(__m::__model_broken! { #ident }))
}
