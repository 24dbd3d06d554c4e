//! The one constant that every printer reads.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::{access, document, field, index, list, option, text, value_rules};
use crate::ir::{Engine, Model};

/// The value of `Model::MODEL`.
pub(super) fn description(model: &Model) -> TokenStream {
    let name = text(&model.ident.unraw().to_string());
    let doc = text(&model.doc);
    let table = option(model.table.as_ref().map(|_| table(model)));
    let collection =
        option(model.collection.as_ref().map(|kept| document::collection(model, kept)));
    let fields = model.fields.iter().enumerate();
    let fields = list(fields.map(|(position, field)| field::field(model, field, position)));
    let rules = value_rules::relations(model);
    let access = access::access(&model.access);
    let allows = list(model.allows.iter().map(|allow| {
        let convention = text(&allow.convention.value);
        let reason = text(allow.reason.as_ref().map_or("", |reason| &reason.value));
        let field = text(allow.field.as_deref().unwrap_or(""));
        quote!(__m::Allow { convention: #convention, reason: #reason, field: #field })
    }));
    quote! {
        __m::ModelDef {
            name: #name,
            doc: #doc,
            table: #table,
            collection: #collection,
            fields: #fields,
            rules: #rules,
            access: #access,
            allows: #allows,
        }
    }
}

fn schema_name(model: &Model) -> &str {
    model.schema.as_ref().map_or("public", |schema| &schema.value)
}

fn table(model: &Model) -> TokenStream {
    let schema = text(schema_name(model));
    let name = text(model.table.as_ref().map_or("", |table| &table.value));
    let renamed_from = option(model.renamed_from.as_ref().map(|name| text(&name.value)));
    let indexes = model.indexes.iter().filter(|index| index.is_for(Engine::Postgres, model));
    let indexes = list(indexes.map(index::index));
    let uniques = list(model.uniques.iter().map(index::unique));
    let exclusions = list(model.exclusions.iter().map(index::exclusion));
    let realtime = option(
        model
            .realtime
            .as_ref()
            .map(|realtime| text(realtime.reason.as_ref().map_or("", |reason| &reason.value))),
    );
    quote! {
        __m::Table {
            schema: #schema,
            name: #name,
            renamed_from: #renamed_from,
            indexes: #indexes,
            uniques: #uniques,
            exclusions: #exclusions,
            realtime: #realtime,
        }
    }
}

/// The names and the key that others refer to.
pub(super) fn parent(model: &Model) -> TokenStream {
    let Some(id) = model.id() else { return TokenStream::new() };
    let ident = &model.ident;
    let key = &id.ty;
    let name = ident.unraw().to_string();
    let schema = schema_name(model);
    let table = model.table.as_ref().map_or("", |table| &table.value);
    let column = id.column_name();
    // In a block, since rustdoc would show the path `__m::None`.
    let path = document::path(model);
    quote! {
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl __m::Parent for #ident {
            type Key = #key;
            const KEY: __m::ParentKey = __m::parent_key(#name, #schema, #table, #column);
            #path
        }
    }
}
