//! Where documents are kept.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Path;
use syn::ext::IdentExt;

use super::checks::{call, facts};
use super::{index, list};
use crate::diagnostic::Extent;
use crate::ir::{Collection, CopyOf, Engine, Expr, Field, Membership, Model, plain};

/// The value of `ModelDef::collection`.
pub(super) fn collection(model: &Model, kept: &Collection) -> TokenStream {
    let ident = &model.ident;
    let indexes = model.indexes.iter().filter(|index| index.is_for(Engine::Firestore, model));
    let indexes = list(indexes.map(index::index));
    let group = kept.group.is_some();
    quote! {
        __m::Collection {
            path: __m::kept_at(<#ident as __m::Parent>::PATH),
            indexes: #indexes,
            group: #group,
        }
    }
}

/// `Parent::PATH`, unless it is the usual `None`.
pub(super) fn path(model: &Model) -> TokenStream {
    let Some(collection) = &model.collection else { return TokenStream::new() };
    let name = model.ident.unraw().to_string();
    let collection = &collection.name.value;
    let parent = model.subcollection_of.as_ref().map_or_else(
        || quote!(__m::None),
        |parent| {
            let parent = &parent.model;
            quote!(<#parent as __m::Parent>::PATH)
        },
    );
    quote! {
        const PATH: __m::Option<&'static __m::CollectionPath> =
            __m::Some(&__m::collection_path(#name, #collection, #parent));
    }
}

/// What only other models tell: that a parent has documents, that what is
/// copied is there and has the same type.
pub(super) fn checks(model: &Model) -> impl Iterator<Item = TokenStream> {
    let parent = model.subcollection_of.as_ref().map(|parent| {
        let above = &parent.model;
        let verdict =
            quote!(__m::check::subcollection_names_its_parent(<#above as __m::Parent>::PATH));
        refuse(parent.at, verdict)
    });
    let partial = model.fields.iter().filter_map(only);
    let ancestors = model.fields.iter().filter_map(|field| ancestor(model, field));
    let copies = model.fields.iter().filter_map(|field| copy(field, field.copy_of.as_ref()?));
    let memberships = memberships(model);
    let budget = model.collection.as_ref().map(|collection| budget(model, collection));
    parent
        .into_iter()
        .chain(partial)
        .chain(ancestors)
        .chain(copies)
        .chain(memberships)
        .chain(budget)
}

fn only(field: &Field) -> Option<TokenStream> {
    let only = field.only.as_ref()?;
    let facts = facts(field);
    Some(refuse(only.at, quote!(__m::check::only_needs_an_option(#facts))))
}

fn ancestor(model: &Model, field: &Field) -> Option<TokenStream> {
    let ident = &model.ident;
    let ancestor = field.ancestor.as_ref()?;
    let above = ancestor.model.as_ref()?;
    let verdict = quote! {
        __m::check::ancestor_is_above(
            <#ident as __m::Parent>::PATH,
            <#above as __m::Parent>::PATH,
        )
    };
    Some(refuse(ancestor.at, verdict))
}

fn copy(field: &Field, copy: &CopyOf) -> Option<TokenStream> {
    copy.via.as_ref()?;
    let CopyOf { model: source, field: copied, .. } = copy;
    let ty = &field.ty;
    let source_is_there =
        refuse(copy.at, quote!(__m::check::copy_has_a_source(<#source as __m::Parent>::PATH)));
    let types = quote_spanned!(copied.span()=> __m::check::copies::<#source, _, #ty>(|__source| &__source.#copied));
    Some(quote!(#source_is_there const _: () = #types;))
}

/// Each membership that rules look up by its path, once.
fn memberships(model: &Model) -> Vec<TokenStream> {
    let mut asked = BTreeMap::new();
    if model.collection.is_some() {
        for (_, rule) in model.access.rules() {
            rule.allow.walk(&mut |expr| {
                let Expr::Exists(Membership { model: other, conditions, at }) = expr else {
                    return;
                };
                let names: Vec<String> =
                    conditions.iter().map(|condition| plain(&condition.field)).collect();
                let key = (other.to_token_stream().to_string(), names);
                asked.entry(key).or_insert((other, *at));
            });
        }
    }
    let check = |((_, names), (other, at)): ((String, Vec<String>), (&Path, Extent))| {
        let message = quote!(__m::check::membership_names_a_path(OF, &[#(#names),*]));
        refuse_of(at, &quote!(#other), &message)
    };
    asked.into_iter().map(check).collect()
}

/// What checking a document takes, by the types of its fields.
fn budget(model: &Model, collection: &Collection) -> TokenStream {
    let ident = &model.ident;
    let message = quote!(__m::check::document_rules_fit_the_budget(OF));
    refuse_of(collection.name.at, &quote!(#ident), &message)
}

fn refuse(at: Extent, verdict: TokenStream) -> TokenStream {
    let refuse = call("refuse", at, verdict);
    quote!(const _: () = #refuse;)
}

/// Judges the description `OF` of a model: a constant of its own, because no
/// description can be dropped while a constant is evaluated.
fn refuse_of(at: Extent, model: &TokenStream, message: &TokenStream) -> TokenStream {
    let refuse = call("refuse", at, quote!(#message.verdict()));
    quote! {
        const _: () = {
            const OF: &__m::ModelDef = &<#model as __m::Model>::MODEL;
            #refuse;
        };
    }
}
