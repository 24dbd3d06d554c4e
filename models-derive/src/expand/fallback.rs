//! What a broken item becomes, so that whatever uses it still compiles.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::inside;
use crate::ir::{Enum, Item, Model};

/// An empty description; types are still checked, so that their errors come
/// in the same build.
pub(crate) fn fallback(item: &Item, model: Option<&Model>) -> TokenStream {
    let ident = &item.ident;
    let key: Type = model
        .and_then(Model::id)
        .map_or_else(|| syn::parse_quote!(__m::Id<#ident>), |id| id.ty.clone());
    let name = ident.unraw().to_string();
    let types = model.into_iter().flat_map(|model| &model.fields).map(|field| {
        let ty = &field.ty;
        quote_spanned!(ty.span()=> const _: () = __m::is_field_type::<#ty>();)
    });
    broken(
        item,
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

/// An enum whose variants can still be named in rules and defaults.
pub(crate) fn broken_enumeration(item: &Item, enumeration: Option<&Enum>) -> TokenStream {
    let ident = &item.ident;
    let labels = enumeration.filter(|enumeration| !enumeration.variants.is_empty()).map(|_| {
        quote! {
            impl #ident {
                #[doc(hidden)]
                #[must_use]
                pub const fn __model_label(&self) -> &'static str { "" }
            }
            impl __m::ModelEnum for #ident {
                const ENUM: __m::EnumType = __m::EnumType {
                    name: __m::text(""), labels: __m::Cow::Borrowed(&[]), native: false,
                };
                fn label(&self) -> &'static str { "" }
                fn from_label(_: &str) -> ::core::option::Option<Self> {
                    ::core::option::Option::None
                }
            }
        }
    });
    let operand = match labels {
        Some(_) => quote!(__m::__operand_enum!(#ident);),
        None => quote!(__m::__operand_broken!(#ident);),
    };
    broken(item, &quote!(__m::__model_broken! { #ident } #labels #operand))
}

/// What a broken newtype becomes: a type that a field may have.
pub(crate) fn broken_type(item: &Item) -> TokenStream {
    let ident = &item.ident;
    broken(item, &quote!(__m::__model_broken! { #ident } __m::__operand_broken!(#ident);))
}

/// Nothing where the type has parameters: no implementation would fit it.
fn broken(item: &Item, body: &TokenStream) -> TokenStream {
    if item.has_parameters {
        return TokenStream::new();
    }
    inside(&item.krate, body)
}
