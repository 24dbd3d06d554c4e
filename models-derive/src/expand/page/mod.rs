//! The table and the document as rustdoc shows them, at the struct's `impl Model`.
//!
//! Everything is plain code and no link: what a model refers to may be private,
//! and a link to that would be a warning in the user's crate.

mod sql_type;

use std::fmt::Write;

use quote::ToTokens;
use syn::Ident;

use crate::ir::{
    Collection, Default, Engine, Enum, Exclusion, Expr, Field, Index, MethodKind, Model, Unique,
    camel_case, path, plain,
};

/// A table of columns, what spans several, then who may do what.
pub(super) fn page(model: &Model) -> String {
    let mut page = String::new();
    if let Some(table) = &model.table {
        let schema = model.schema.as_ref().map_or("public", |schema| &schema.value);
        // Writing to a `String` cannot fail.
        let _ = write!(page, "Stored as the table `{schema}.{}`.\n\n", table.value);
        page.push_str("| column | Rust | SQL | |\n|---|---|---|---|\n");
        for field in model.fields.iter().filter(|field| field.is_column(model)) {
            let (name, rust, facts) = cells(field.column_name(), model, field);
            let sql = sql_type::of(field);
            let _ = writeln!(page, "| {name} | {rust} | {sql} | {facts} |");
        }
    }
    if let Some(collection) = &model.collection {
        document(&mut page, model, collection);
    }
    let relations =
        model.rules.iter().map(|rule| format!("Rule: {}.", code(&rule.holds.to_string())));
    let uniques = model.uniques.iter().filter_map(unique);
    let exclusions = model.exclusions.iter().map(exclusion);
    let lines = relations.chain(uniques).chain(exclusions);
    for line in lines.chain(model.indexes.iter().map(index)) {
        let _ = write!(page, "\n{line}\n");
    }
    if let Some(reason) = model.realtime.as_ref().and_then(|realtime| realtime.reason.as_ref()) {
        let _ = write!(page, "\nChanges are sent as they happen: {}.\n", code(&reason.value));
    }
    page.push_str("\n| command | who may |\n|---|---|\n");
    for (command, rule) in model.access.rules() {
        let _ = writeln!(page, "| {command} | {} |", describe(&rule.allow));
    }
    page
}

/// The document: what is in its path, then its body.
fn document(page: &mut String, model: &Model, collection: &Collection) {
    if !page.is_empty() {
        page.push('\n');
    }
    let name = &collection.name.value;
    let _ = match &model.subcollection_of {
        Some(parent) => {
            let parent = path(&parent.model);
            write!(page, "Stored in the collection `{name}` under each `{parent}`.\n\n")
        }
        None => write!(page, "Stored in the collection `{name}`.\n\n"),
    };
    page.push_str("| document field | type | |\n|---|---|---|\n");
    for field in model.fields.iter().filter(|field| field.is_kept_by(Engine::Firestore, model)) {
        let name = if field.is_in_the_body(model) {
            field.document_name()
        } else {
            format!("({})", camel_case(&field.name))
        };
        let (name, rust, facts) = cells(&name, model, field);
        let _ = writeln!(page, "| {name} | {rust} | {facts} |");
    }
}

/// The name, the type and the facts of a field.
fn cells(name: &str, model: &Model, field: &Field) -> (String, String, String) {
    let rust = code(&spaced(&field.ty.to_token_stream().to_string()));
    (format!("`{name}`"), rust, facts(model, field).join(", "))
}

/// What is true of one field.
fn facts(model: &Model, field: &Field) -> Vec<String> {
    let mut facts = Vec::new();
    if field.id.is_some() {
        let key = if model.table.is_some() { "primary key" } else { "the document's id" };
        facts.push(key.to_owned());
    }
    if let Some(reference) = &field.references {
        let on_delete = field.on_delete.as_ref().map_or("no_action", |action| action.value.name());
        let parent = path(&reference.parent);
        facts.push(format!("references `{parent}`, on delete {}", on_delete.replace('_', " ")));
    }
    if field.ancestor.is_some() {
        facts.push("in the path".to_owned());
    }
    if let Some(copy) = &field.copy_of {
        facts.push(format!("copy of `{}::{}`", path(&copy.model), copy.field));
    }
    let alone = |unique: &Unique| unique.fields.len() == 1 && unique.fields[0] == field.ident;
    if model.uniques.iter().any(|unique| unique.filter.is_none() && alone(unique)) {
        facts.push("unique".to_owned());
    }
    if let Some(default) = &field.default {
        facts.push(format!("default {}", code(&default_text(&default.value))));
    }
    let flags = [
        (field.immutable.is_some(), "never changed by clients"),
        (field.server.is_some(), "never written by clients"),
        (field.private.is_some(), "never read by clients"),
        (field.is_timestamp_of_the_row(), "set by the server"),
        (field.ttl.is_some(), "the document is deleted after this moment"),
    ];
    facts.extend(flags.iter().filter(|(set, _)| *set).map(|(_, text)| (*text).to_owned()));
    facts.extend(field.rules.iter().map(|rule| code(&rule.check.to_string())));
    facts
}

/// A constraint over several fields, or over some rows only.
fn unique(unique: &Unique) -> Option<String> {
    let whole = unique.fields.len() == 1 && unique.filter.is_none();
    let filter = filter(unique.filter.as_ref());
    let nulls = if unique.nulls_not_distinct { ", absent values are equal" } else { "" };
    (!whole).then(|| format!("Unique: {}{filter}{nulls}.", names(unique.fields.iter())))
}

/// `` No overlap: `room_id`, `during`. ``
fn exclusion(exclusion: &Exclusion) -> String {
    let filter = filter(exclusion.filter.as_ref());
    format!("No overlap: {}{filter}.", names(exclusion.fields.iter()))
}

/// `` Index: `author_id`, `created_at desc` `` with all that was declared.
fn index(index: &Index) -> String {
    let parts: Vec<String> = index
        .parts
        .iter()
        .map(|part| {
            let order = if part.descending { " desc" } else { "" };
            format!("`{}{order}`", plain(&part.field))
        })
        .collect();
    let method = &index.method;
    let mut text = format!("Index: {}", parts.join(", "));
    if method.kind != MethodKind::BTree {
        let _ = write!(text, ", {}", method.kind.name());
    }
    if let Some(distance) = &method.distance {
        let _ = write!(text, ", {}", distance.value.name());
    }
    let numbers =
        [("m", &method.m), ("ef_construction", &method.ef_construction), ("lists", &method.lists)];
    for (name, number) in numbers {
        if let Some(number) = number {
            let _ = write!(text, ", {name} {}", number.value);
        }
    }
    if !index.include.is_empty() {
        let _ = write!(text, ", including {}", names(index.include.iter()));
    }
    text + &filter(index.filter.as_ref()) + "."
}

fn filter(filter: Option<&Expr>) -> String {
    filter.map_or_else(String::new, |filter| format!(" where {}", code(&filter.to_string())))
}

/// The labels of an enum, at its `impl ModelEnum`.
pub(super) fn labels(enumeration: &Enum) -> String {
    let name = &enumeration.name.value;
    let mut page = if enumeration.native {
        format!("Stored as a label of the enum type `{name}` in PostgreSQL.\n\n")
    } else {
        "Stored as one of these texts.\n\n".to_owned()
    };
    page.push_str("| variant | label |\n|---|---|\n");
    for variant in &enumeration.variants {
        let _ = writeln!(page, "| `{}` | {} |", variant.ident, code(&variant.label.value));
    }
    page
}

fn names<'a>(fields: impl Iterator<Item = &'a Ident>) -> String {
    fields.map(|field| format!("`{}`", plain(field))).collect::<Vec<_>>().join(", ")
}

fn default_text(default: &Default) -> String {
    match default {
        Default::Value(value) => value.to_string(),
        Default::Now => "now()".to_owned(),
        Default::Empty => "[]".to_owned(),
        Default::Uid => "auth.uid()".to_owned(),
        Default::Sql(sql) => format!("sql({sql:?})"),
    }
}

/// Tokens without the spaces between them, except between words.
fn spaced(tokens: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut text = String::new();
    let mut parts = tokens.split(' ').peekable();
    while let Some(part) = parts.next() {
        text.push_str(part);
        let next = parts.peek().is_some_and(|next| next.starts_with(is_word));
        if part == "," || (part.ends_with(is_word) && next) {
            text.push(' ');
        }
    }
    text
}

/// A rule, the usual ones in words.
fn describe(expr: &Expr) -> String {
    match expr {
        Expr::Anyone(_) => "anyone".to_owned(),
        Expr::Authenticated(_) => "anyone who is signed in".to_owned(),
        Expr::Nobody(_) => "nobody".to_owned(),
        Expr::Service(_) => "the service role".to_owned(),
        other => code(&other.to_string()),
    }
}

/// Code in a cell of a table: a bar would end the cell, a backtick the code.
fn code(text: &str) -> String {
    let text = text.replace('|', "\\|").replace('\n', " ");
    let mut fence = "`".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    let space = if fence.len() > 1 { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}
