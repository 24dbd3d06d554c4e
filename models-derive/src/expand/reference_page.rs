//! The table as rustdoc shows it, on the page of the struct.

use quote::ToTokens;

use crate::ir::{Field, Model};

/// A table of columns, then who may do what.
pub(super) fn page(model: &Model) -> String {
    let Some(table) = &model.table else { return String::new() };
    let schema = model.schema.as_ref().map_or("public", |schema| &schema.value);
    let mut page = format!("Stored as the table `{schema}.{}`.\n\n", table.value);
    page.push_str("| column | type | constraints |\n|---|---|---|\n");
    for field in &model.fields {
        let ty = field.ty.to_token_stream().to_string().replace(' ', "").replace('|', "\\|");
        page.push_str(&format!(
            "| `{}` | `{ty}` | {} |\n",
            field.column_name(),
            constraints(model, field).join(", ")
        ));
    }
    page.push_str("\n| command | who may |\n|---|---|\n");
    for (command, rule) in model.access.rules() {
        page.push_str(&format!("| {command} | {} |\n", super::access_page::say(&rule.allow)));
    }
    page
}

fn constraints(model: &Model, field: &Field) -> Vec<String> {
    let mut facts = Vec::new();
    if field.id.is_some() {
        facts.push("primary key".to_owned());
    }
    if let Some(reference) = &field.references {
        let parent = reference.parent.to_token_stream().to_string().replace(' ', "");
        facts.push(format!("references [`{parent}`]"));
    }
    let alone = |fields: &[syn::Ident]| fields.len() == 1 && fields[0] == field.ident;
    if model.uniques.iter().any(|unique| unique.filter.is_none() && alone(&unique.fields)) {
        facts.push("unique".to_owned());
    }
    let said = [
        (field.immutable.is_some(), "never changed by clients"),
        (field.server.is_some(), "never written by clients"),
        (field.private.is_some(), "never read by clients"),
        (field.is_timestamp_of_the_row(), "set by the server"),
    ];
    facts.extend(said.iter().filter(|(set, _)| *set).map(|(_, text)| (*text).to_owned()));
    facts
}
