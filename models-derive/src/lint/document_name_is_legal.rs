//! # `document_name_is_legal`
//!
//! The name of a collection and of a document's field is one that Firestore
//! takes: not empty, at most 1,500 bytes, no `/`, not `.` or `..`, not between
//! two pairs of underscores (`__name__`), and no control character.
//!
//! Firestore would refuse the first write. (Limits: Firestore's
//! documentation, 2026.)

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "document_name_is_legal", check };

/// Bytes of UTF-8 in a name.
const LIMIT: usize = 1_500;

fn check(model: &Model, findings: &mut Findings) {
    if let Some(collection) = &model.collection {
        let name = &collection.name;
        if let Some(wrong) = wrong(&name.value) {
            findings.push(illegal("collection", &name.value, name.at, wrong));
        }
    }
    for field in model.fields.iter().filter(|field| field.is_in_the_body(model)) {
        let name = field.document_name();
        if let Some(wrong) = wrong(&name) {
            let finding = illegal("document field", &name, field.document_at(), wrong);
            findings.about(&field.name, finding);
        }
    }
}

/// What is wrong with a name.
pub(super) fn wrong(name: &str) -> Option<&'static str> {
    match name {
        "" => Some("it is empty"),
        "." | ".." => Some("it means a place in a path"),
        name if name.len() > LIMIT => Some("it has more than 1,500 bytes"),
        name if name.contains('/') => Some("a `/` parts the names of a path"),
        name if name.chars().any(char::is_control) => Some("it has a control character"),
        name if name.len() >= 4 && name.starts_with("__") && name.ends_with("__") => {
            Some("names between `__` belong to Firestore")
        }
        _ => None,
    }
}

fn illegal(what: &str, name: &str, at: Extent, wrong: &str) -> Diagnostic {
    let start: String = name.chars().take(40).collect();
    Diagnostic::new(at, format!("the {what} cannot be called {start:?}: {wrong}"))
        .why("Firestore would refuse every write")
        .fix("write letters and digits, as in `createdAt`")
}
