//! What documents look like: as they are read, as they are stored, and what
//! a writer gives.

use std::fmt::{self, Formatter};

use super::comment::DocComment;
use crate::firestore::collection::Location;
use crate::firestore::typescript::Sdk;
use crate::firestore::typescript::document::TypedDocument;
use crate::firestore::typescript::names;
use crate::firestore::typescript::property::{Property, Writing};
use crate::schema::{DocumentForm, Type};

/// All of them, for one model.
pub(super) fn interfaces(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    let TypedDocument { name, model, .. } = document;
    writeln!(f)?;
    open(f, &[&model.def.doc], name)?;
    for property in &document.properties {
        let readonly = if property.writing == Writing::Always { "" } else { "readonly " };
        line(f, property, readonly, property.field.nullable, &property.kind.name)?;
    }
    f.write_str("}\n\n")?;
    open(f, &[&format!("The body of a `{name}`, as it is stored.")], &format!("{name}Fields"))?;
    for property in document.body() {
        let mark = if property.field.nullable { "?" } else { "" };
        writeln!(f, "  {}{mark}: {};", names::PropertyName(&property.name), property.kind.name)?;
    }
    f.write_str("}\n")?;
    if document.may_be_made {
        new(f, document)?;
    }
    if document.may_be_changed { patch(f, document) } else { Ok(()) }
}

fn new(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    let name = &document.name;
    let doc = format!("What {} says of a new `{name}`.", who(document.sdk));
    f.write_str("\n")?;
    open(f, &[&doc], &format!("New{name}"))?;
    for property in document.body() {
        if matches!(property.writing, Writing::Once | Writing::Always) {
            line(f, property, "", property.may_be_left_out(), &property.kind.name)?;
        }
    }
    f.write_str("}\n")
}

fn patch(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    let name = &document.name;
    let changeable = |property: &&Property<'_>| property.writing == Writing::Always;
    let lost: Vec<String> = document
        .body()
        .filter(changeable)
        .filter(|property| !is_a_path(&property.name))
        .map(|property| format!("{:?}", property.name))
        .collect();
    let doc = format!("What {} may change in a `{name}`.", who(document.sdk));
    let but = match lost.as_slice() {
        [] => String::new(),
        lost => format!("Not {}: no path leads to such a name.", lost.join(", ")),
    };
    f.write_str("\n")?;
    open(f, &[&doc, &but], &format!("{name}Patch"))?;
    for property in document.body().filter(changeable).filter(|one| is_a_path(&one.name)) {
        let kind = &property.kind.name;
        line(f, property, "", true, &format!("{kind} | firestore.FieldValue"))?;
        if let Some(inner) = inside(&property.field.kind, kind) {
            let path = format!("`{}.${{string}}`", property.name);
            writeln!(f, "  [path: {path}]: {inner} | firestore.FieldValue;")?;
        }
    }
    f.write_str("}\n")
}

fn open(f: &mut Formatter<'_>, paragraphs: &[&str], name: &str) -> fmt::Result {
    writeln!(f, "{}export interface {name} {{", DocComment { depth: 0, paragraphs })
}

fn line(
    f: &mut Formatter<'_>,
    property: &Property<'_>,
    readonly: &str,
    is_optional: bool,
    kind: &str,
) -> fmt::Result {
    let place = match property.location {
        Location::Id => "The id of the document.",
        Location::Ancestor(_) => "The id of a document above.",
        Location::Body(_) => "",
    };
    let paragraphs: &[&str] = &[&property.field.doc, &property.kind.note];
    let paragraphs = if place.is_empty() { paragraphs } else { &[&property.field.doc, place] };
    let comment = DocComment { depth: 1, paragraphs };
    let mark = if is_optional { "?" } else { "" };
    writeln!(f, "{comment}  {readonly}{}{mark}: {kind};", names::PropertyName(&property.name))
}

const fn who(sdk: Sdk) -> &'static str {
    match sdk {
        Sdk::Web => "a client",
        Sdk::Admin => "a server",
    }
}

/// Whether `update` takes the name for the path to a field.
fn is_a_path(name: &str) -> bool {
    !name.contains(['.', '~', '*', '/', '[', ']', '`', '\\', '$'])
        && !name.chars().any(char::is_control)
}

/// The type of what is in a map.
fn inside(kind: &Type, name: &str) -> Option<String> {
    match kind.form()? {
        DocumentForm::Map => {
            name.strip_prefix("{ [key: string]: ")?.strip_suffix(" }").map(str::to_owned)
        }
        DocumentForm::Any => Some(name.to_owned()),
        _ => None,
    }
}
