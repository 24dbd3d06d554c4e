//! One field of the description, and the row that is read back.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::access::literal;
use super::value_rules;
use crate::ir::{CopyOf, Default, Field, IdKind, Model, OnDelete, plain};
use crate::lint;

/// A chain of calls for what was declared, on a field without attributes.
pub(super) fn field(model: &Model, field: &Field, position: usize) -> TokenStream {
    let ty = &field.ty;
    let name = &field.name;
    let mut tokens = quote_spanned!(ty.span()=> <#ty as __m::FieldType>::FIELD.named(#name));
    if !field.doc.is_empty() {
        let doc = &field.doc;
        tokens.extend(quote!(.doc(#doc)));
    }
    if let Some(column) = &field.column {
        let column = &column.value;
        tokens.extend(quote!(.column(#column)));
    }
    if !field.is_column(model) {
        tokens.extend(quote!(.no_column()));
    }
    if field.is_in_the_body(model) {
        let name = field.document_name();
        tokens.extend(quote!(.document(#name)));
    }
    if let Some(ancestor) = &field.ancestor {
        let above = ancestor.model.as_ref();
        let above = above.or(model.subcollection_of.as_ref().map(|parent| &parent.model));
        tokens.extend(
            above.map(|above| quote!(.ancestor(__m::known_path(<#above as __m::Parent>::PATH)))),
        );
    }
    if let Some(CopyOf { model: source, field: copied, via, .. }) = &field.copy_of {
        let copied = plain(copied);
        let via = via.as_ref().map_or_else(String::new, |via| plain(&via.value));
        tokens.extend(quote! {
            .copy_of(__m::known_path(<#source as __m::Parent>::PATH), #copied, #via)
        });
    }
    if let Some(name) = &field.renamed_from {
        let name = &name.value;
        tokens.extend(quote!(.renamed_from(#name)));
    }
    if let Some(id) = field.id {
        // A key of another type than a UUID cannot be made by the database.
        let given =
            field.references.is_some() || lint::is_allowed(model, field, "table_id_is_uuid");
        let key = match (given, id.kind) {
            _ if model.table.is_none() => {
                quote!(__m::document_key(<#ty as __m::FieldType>::INFO))
            }
            (true, _) => quote!(__m::Key::Given),
            (false, IdKind::V7) => quote!(__m::Key::V7),
            (false, IdKind::V4) => quote!(__m::Key::V4),
        };
        tokens.extend(quote!(.key(#key)));
    }
    if let Some(reference) = &field.references {
        let parent = &reference.parent;
        let on_delete = on_delete(field.on_delete.as_ref().map(|spot| spot.value));
        let indexed = reference.indexed;
        tokens.extend(quote! {
            .references(<#parent as __m::Parent>::KEY, __m::OnDelete::#on_delete, #indexed)
        });
    }
    if let Some(value) = &field.default {
        let default = default(&value.value);
        tokens.extend(quote!(.default(#default)));
    }
    if let Some(rules) = value_rules::of_field(position, &field.rules) {
        tokens.extend(quote!(.rules(#rules)));
    }
    if let Some(digits) = &field.precision {
        let (precision, scale) = digits.value;
        tokens.extend(quote!(.precision(#precision, #scale)));
    }
    let marks = [
        (field.immutable, "immutable"),
        (field.server, "server"),
        (field.private, "private"),
        (field.ttl, "ttl"),
        (field.unindexed.filter(|_| field.is_in_the_body(model)), "unindexed"),
    ];
    for (set, method) in marks {
        if set.is_some() {
            let method = Ident::new(method, Span::call_site());
            tokens.extend(quote!(.#method()));
        }
    }
    tokens
}

fn on_delete(on_delete: Option<OnDelete>) -> TokenStream {
    match on_delete {
        Some(OnDelete::Cascade) => quote!(Cascade),
        Some(OnDelete::Restrict) => quote!(Restrict),
        Some(OnDelete::SetNull) => quote!(SetNull),
        Some(OnDelete::SetDefault) => quote!(SetDefault),
        Some(OnDelete::NoAction) | None => quote!(NoAction),
    }
}

fn default(default: &Default) -> TokenStream {
    match default {
        Default::Value(value) => {
            let value = literal(value);
            quote!(__m::Default::Value(#value))
        }
        Default::Now => quote!(__m::Default::Now),
        Default::Empty => quote!(__m::Default::Empty),
        Default::Uid => quote!(__m::Default::Uid),
        Default::Sql(sql) => quote!(__m::Default::Sql(__m::text(#sql))),
    }
}

/// The struct from a row: nothing, unless the core was built with sqlx.
pub(super) fn row(model: &Model) -> TokenStream {
    if model.table.is_none() {
        return TokenStream::new();
    }
    let ident = &model.ident;
    let columns = || model.fields.iter().filter(|field| field.is_column(model));
    let names = columns().map(|field| &field.ident);
    let types = columns().map(|field| &field.ty);
    let columns = columns().map(Field::column_name);
    let absent = model.fields.iter().filter(|field| !field.is_column(model));
    let mut absent = absent
        .map(|field| {
            let (ident, ty) = (&field.ident, &field.ty);
            quote!(#ident: #ty)
        })
        .peekable();
    let absent = absent.peek().is_some().then(|| quote!(; #(#absent),*));
    quote!(__m::__model_row!(#ident { #(#names: #types = #columns),* #absent });)
}
