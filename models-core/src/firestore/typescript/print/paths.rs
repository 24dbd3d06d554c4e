//! Where documents are.

use std::fmt::{self, Formatter};

use crate::firestore::text::quote::JsonText;
use crate::firestore::typescript::Sdk;
use crate::firestore::typescript::document::TypedDocument;

pub(super) fn functions(f: &mut Formatter<'_>, document: &TypedDocument<'_>) -> fmt::Result {
    let TypedDocument { name, lower, steps, .. } = document;
    let types = format!("<{name}, {name}Fields>");
    let last = steps.len().saturating_sub(1);
    for (what, result, function, ids) in [
        ("Collection", "CollectionReference", "collection", last),
        ("Doc", "DocumentReference", "doc", steps.len()),
    ] {
        writeln!(f, "\nexport function {lower}{what}(\n  db: firestore.Firestore,")?;
        for (_, parameter) in steps.iter().take(ids) {
            writeln!(f, "  {parameter}: string,")?;
        }
        let path = path(steps, ids);
        let call = match document.sdk {
            Sdk::Web => format!("firestore.{function}(db, {path})"),
            Sdk::Admin => format!("db.{function}({path})"),
        };
        write!(
            f,
            "): firestore.{result}{types} {{\n  return {call}.withConverter({lower}Converter);\n}}\n"
        )?;
    }
    if document.model.collection.group { group(f, document, &types) } else { Ok(()) }
}

fn group(f: &mut Formatter<'_>, document: &TypedDocument<'_>, types: &str) -> fmt::Result {
    let lower = &document.lower;
    let name = JsonText(document.model.collection.name());
    let (result, call) = match document.sdk {
        Sdk::Web => ("Query", format!("firestore.collectionGroup(db, {name})")),
        Sdk::Admin => ("CollectionGroup", format!("db.collectionGroup({name})")),
    };
    write!(
        f,
        "
/** All collections of this name, whatever document they are under. */
export function {lower}Group(db: firestore.Firestore): firestore.{result}{types} {{
  return {call}.withConverter({lower}Converter);
}}
"
    )
}

/// The path through all collections, with so many ids.
fn path(steps: &[(&str, String)], ids: usize) -> String {
    let mut names = Vec::new();
    for (at, (collection, parameter)) in steps.iter().enumerate() {
        names.push(JsonText(collection).to_string());
        if at < ids {
            names.push(parameter.clone());
        }
    }
    format!("pathOf({})", names.join(", "))
}
