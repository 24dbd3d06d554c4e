//! What a broken item becomes, so that whatever uses it still compiles.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;
use syn::ext::IdentExt;

use super::{checks, converter, inside, predicates};
use crate::ir::{Enum, Expr, Item, Model, Operand};

/// An empty description. Types are still judged, and rules are still compiled
/// where they can be, so that their errors come in the same build.
pub(crate) fn fallback(item: &Item, model: Option<&Model>) -> TokenStream {
    let ident = &item.ident;
    let key: Type = model
        .and_then(Model::id)
        .map_or_else(|| syn::parse_quote!(__m::Id<#ident>), |id| id.ty.clone());
    let name = ident.unraw().to_string();
    let converter = model.map(converter::broken);
    let (answers, checks) = match model.map(answerable) {
        Some(model) => {
            let filters = predicates::filters(&model);
            let checks = checks::checks(&model);
            (predicates::predicates(&model), quote!(#filters #checks))
        }
        None => (nobody(), TokenStream::new()),
    };
    broken(
        item,
        &quote! {
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __m::Model for #ident {
                const MODEL: __m::ModelDef = __m::broken(#name);
                type Row = Self;
                #answers
            }
            #[automatically_derived]
            impl __m::Validate for #ident {
                fn find_violations(&self, _: &mut __m::Collector) {}
            }
            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __m::Parent for #ident {
                type Key = #key;
                // Whatever is below it has no error of its own.
                const PATH: __m::Option<&'static __m::CollectionPath> =
                    __m::Some(&__m::collection_path(#name, "", __m::None));
                const KEY: __m::ParentKey = __m::parent_key(#name, "", "", "");
            }
            #converter
            #checks
        },
    )
}

/// Of an item that has no fields to ask about.
fn nobody() -> TokenStream {
    quote! {
        fn may_select(&self, _: &__m::Auth) -> bool { false }
        fn may_insert(&self, _: &__m::Auth) -> bool { false }
        fn may_update(&self, _: &Self, _: &__m::Auth) -> bool { false }
        fn may_delete(&self, _: &__m::Auth) -> bool { false }
    }
}

/// The model without the conditions that name what is not there, which a
/// convention has refused already.
fn answerable(model: &Model) -> Model {
    let is_missing = |operand: &&Operand| match operand {
        Operand::Field(ident) => model.field(ident).is_none(),
        other => model.own_field(other).is_some(),
    };
    let mut sound = model.clone();
    let access = &mut sound.access;
    for rule in [&mut access.select, &mut access.insert, &mut access.update, &mut access.delete] {
        rule.take_if(|rule| rule.allow.operands().iter().any(is_missing));
    }
    let filters = sound.indexes.iter_mut().map(|index| &mut index.filter);
    let filters = filters.chain(sound.uniques.iter_mut().map(|unique| &mut unique.filter));
    for filter in filters.chain(sound.exclusions.iter_mut().map(|one| &mut one.filter)) {
        filter.take_if(|filter| asks(filter) || filter.operands().iter().any(is_missing));
    }
    sound
}

/// Whether a condition depends on the caller or on the time.
fn asks(condition: &Expr) -> bool {
    let mut asks = condition
        .operands()
        .iter()
        .any(|operand| operand.is_about_the_user() || matches!(operand, Operand::Now(_)));
    condition.walk(&mut |expr| {
        asks |= matches!(expr, Expr::Authenticated(_) | Expr::Exists(_));
    });
    asks
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
                const ENUM: __m::EnumType =
                    __m::EnumType::new(__m::text(""), __m::list(&[]), false);
                fn label(&self) -> &'static str { "" }
                fn from_label(_: &str) -> ::core::option::Option<Self> {
                    ::core::option::Option::None
                }
            }
        }
    });
    let operand = if labels.is_some() {
        quote!(__m::__operand_enum!(#ident);)
    } else {
        quote!(__m::__operand_broken!(#ident);)
    };
    broken(item, &quote!(__m::__model_broken! { #ident } #labels #operand))
}

/// What a broken newtype becomes: a type that a field may have.
pub(crate) fn broken_type(item: &Item) -> TokenStream {
    let ident = &item.ident;
    broken(item, &quote!(__m::__model_broken! { #ident } __m::__operand_broken!(#ident);))
}

/// What a broken part of a model becomes, so that whoever holds it has no second
/// error.
pub(crate) fn broken_part(item: &Item) -> TokenStream {
    let ident = &item.ident;
    let body = quote! {
        #[automatically_derived]
        impl __m::Validate for #ident {
            fn find_violations(&self, _: &mut __m::Collector) {}
        }
    };
    broken(item, &body)
}

/// Nothing where the type has parameters: no implementation would fit it.
fn broken(item: &Item, body: &TokenStream) -> TokenStream {
    if item.has_parameters {
        return TokenStream::new();
    }
    inside(&item.krate, body)
}
