//! From attributes to meaning: parse -> ir.

mod enums;
mod shape;

pub(crate) use enums::{enumeration, newtype};
pub(crate) use shape::item;

use syn::{Attribute, DeriveInput, Expr, ExprLit, Lit, Meta};

use crate::diagnostic::{Diagnostic, Report};
use crate::ir::{self, Located};
use crate::parse::{self, FieldAttributes, ModelAttributes};

/// The model that the input declares; `None` when its shape is not a model's.
pub(crate) fn model(input: &DeriveInput, report: &mut Report) -> Option<ir::Model> {
    let fields = shape::model(input, report)?;
    let (attributes, unread) = parse::read::<ModelAttributes>(&input.attrs, report);
    let mut model = ir::Model {
        ident: input.ident.clone(),
        doc: doc(&input.attrs),
        table: attributes.table.map(|name| name.0),
        schema: attributes.schema.map(|name| name.0),
        collection: attributes.collection.map(|name| ir::Collection {
            name: name.name,
            key: name.key,
            group: parse::flag_span(attributes.collection_group),
        }),
        subcollection_of: attributes
            .subcollection_of
            .map(|parent| ir::Parent { model: parent.path, at: parent.at }),
        renamed_from: attributes.renamed_from.map(|name| name.0),
        realtime: attributes
            .realtime
            .map(|spec| ir::Realtime { reason: spec.reason.map(|reason| reason.0), at: spec.at }),
        fields: Vec::new(),
        indexes: Vec::new(),
        uniques: Vec::new(),
        exclusions: attributes.exclude.into_iter().map(exclusion).collect(),
        access: parse::access(&input.attrs, report),
        rules: parse::model_rules(&input.attrs, report),
        allows: attributes.allow.into_iter().map(|spec| allow(spec, None)).collect(),
        krate: attributes.krate.unwrap_or_else(|| syn::parse_quote!(::backend_models)),
        poisoned: !unread.is_empty(),
        unread,
    };
    for spec in attributes.index {
        if spec.parts.is_empty() {
            report.push(
                Diagnostic::new(spec.at, "an index on the struct names its fields")
                    .fix("write `index(author_id, created_at desc)`, or put `index` on a field"),
            );
        } else {
            model.indexes.push(index(spec, None));
        }
    }
    for spec in attributes.unique {
        if spec.fields.is_empty() {
            report.push(
                Diagnostic::new(spec.at, "`unique` on the struct names its fields")
                    .fix("write `unique(team_id, user_id)`, or put `unique` on a field"),
            );
        } else {
            model.uniques.push(unique(spec, None));
        }
    }
    for field in fields {
        lower_field(field, &mut model, report);
    }
    Some(model)
}

fn lower_field(field: &syn::Field, model: &mut ir::Model, report: &mut Report) {
    let Some(ident) = &field.ident else { return };
    shape::not_on_a_field(field, report);
    let (attributes, unread) = parse::read::<FieldAttributes>(&field.attrs, report);
    let name = ident_name(ident);
    let (rules, all_read) = parse::value_rules(&field.attrs, report);
    let mut index_refused = None;
    for spec in attributes.index {
        if let Some(at) = spec.none {
            index_refused = Some(at);
        } else {
            model.indexes.push(index(spec, Some(ident)));
        }
    }
    if let Some(spec) = attributes.unique {
        model.uniques.push(unique(spec, Some(ident)));
    }
    model.allows.extend(attributes.allow.into_iter().map(|spec| allow(spec, Some(&name))));
    let references = attributes.references.map(|parent| ir::Reference {
        parent: parent.path,
        indexed: index_refused.is_none(),
        index_refused,
        at: parent.at,
    });
    let (copy_of, stray_via) = copy_of(attributes.copy_of, attributes.via);
    let field = ir::Field {
        ident: ident.clone(),
        name,
        ty: field.ty.clone(),
        doc: doc(&field.attrs),
        column: attributes.column.map(|name| name.0),
        renamed_from: attributes.renamed_from.map(|name| name.0),
        document: attributes.field.map(|name| name.0),
        only: attributes.only.map(|only| Located::new(only.engine, only.at)),
        ancestor: attributes.parent.map(|parent| parent.0),
        copy_of,
        stray_via,
        ttl: parse::flag_span(attributes.ttl),
        unindexed: index_refused.map(|at| at.start),
        id: attributes.id.map(|id| id.0),
        references,
        on_delete: attributes.on_delete.map(|spec| Located::new(spec.value, spec.at)),
        default: attributes.default.map(|spec| Located::new(spec.value, spec.at)),
        precision: attributes.precision.map(|spec| Located::new(spec.value, spec.at)),
        rules,
        rules_unread: !all_read,
        immutable: parse::flag_span(attributes.immutable),
        server: parse::flag_span(attributes.server),
        private: parse::flag_span(attributes.private),
        poisoned: !unread.is_empty(),
        unread,
    };
    if let Some(at) = index_refused
        && field.references.is_none()
        && !field.is_in_the_body(model)
    {
        report.push(
            Diagnostic::new(at, "`index(none)` says nothing here")
                .why("only the index of a foreign key, and those of a document's fields, are made without being asked for")
                .fix("leave it out"),
        );
    }
    model.fields.push(field);
}

/// `via` belongs to `copy_of`.
fn copy_of(
    copy_of: Option<parse::CopySpec>,
    via: Option<parse::FieldName>,
) -> (Option<ir::CopyOf>, Option<Located<syn::Ident>>) {
    let via = via.map(|via| via.0);
    match copy_of {
        Some(copy) => (Some(ir::CopyOf { via, ..copy.0 }), None),
        None => (None, via),
    }
}

fn ident_name(ident: &syn::Ident) -> String {
    Located::from_ident(ident).value
}

/// On a field, an index is over that field first.
fn index(spec: parse::IndexSpec, field: Option<&syn::Ident>) -> ir::Index {
    let mut parts = spec.parts;
    if let Some(field) = field {
        parts.insert(0, ir::IndexPart { field: field.clone(), descending: spec.descending });
    }
    ir::Index {
        parts,
        method: spec.method,
        include: spec.include,
        filter: spec.filter,
        only: spec.only,
        at: spec.at,
    }
}

fn unique(spec: parse::UniqueSpec, field: Option<&syn::Ident>) -> ir::Unique {
    let mut fields = spec.fields;
    if let Some(field) = field {
        fields.insert(0, field.clone());
    }
    ir::Unique {
        fields,
        filter: spec.filter,
        nulls_not_distinct: spec.nulls_not_distinct,
        only: spec.only,
        at: spec.at,
    }
}

fn exclusion(spec: parse::ExcludeSpec) -> ir::Exclusion {
    ir::Exclusion { fields: spec.fields, filter: spec.filter, only: spec.only, at: spec.at }
}

fn allow(spec: parse::AllowSpec, field: Option<&str>) -> ir::Allow {
    ir::Allow { convention: spec.convention, reason: spec.reason, field: field.map(str::to_owned) }
}

/// The doc comment, a line for a line, without the leading space.
pub(crate) fn doc(attributes: &[Attribute]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        if let Meta::NameValue(pair) = &attribute.meta
            && let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &pair.value
        {
            let text = text.value();
            lines.push(text.strip_prefix(' ').unwrap_or(&text).trim_end().to_owned());
        }
    }
    lines.join("\n").trim().to_owned()
}
