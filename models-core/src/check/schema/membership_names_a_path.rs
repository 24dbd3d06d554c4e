//! # `membership_names_a_path`
//!
//! In a rule for documents, `exists(Member { team_id, id: auth.uid() })` names
//! the id of the other document and the id of every document above it.
//!
//! Rules read a document by its path and by nothing else: they cannot look for
//! one. So a membership is kept under an id that the rule knows, mostly that of
//! the user, in a collection below what it is about. What the document holds
//! may be named besides: `role: Role::Owner`.

use super::{ConstMessage, chars, items, same};
use crate::schema::{CollectionPath, Field, ModelDef, Node};

/// Refuses a membership whose fields do not determine one document.
#[must_use]
pub const fn membership_names_a_path(model: &ModelDef, named: &[&str]) -> ConstMessage {
    let mut message = ConstMessage::new();
    let Some(collection) = &model.collection else {
        // One that did not compile has neither: its own error is enough.
        if model.table.is_none() {
            return message;
        }
        message = message.finding(&["`", chars(&model.name), "` has no collection"]);
        return message.end(
            "\n  why: rules of Firestore read documents, and no tables\n  fix: give it `#[model(collection = \"..\")]`, or ask for another model\n  convention: membership_names_a_path",
        );
    };
    let fields = items(&model.fields);
    message = lacking(message, model, key(fields), "its own id", named);
    let mut above = &path(&collection.path).parent;
    while let Some(step) = above {
        let step = path(step);
        message = lacking(message, model, ancestor(fields, step), chars(&step.collection), named);
        above = &step.parent;
    }
    if message.is_empty() {
        return message;
    }
    message.end(
        "\n  why: rules find a document by its path, and cannot look for one\n  fix: name its id, and the id of each document above it\n  convention: membership_names_a_path",
    )
}

/// Says that the id behind this step is not named.
#[expect(clippy::large_types_passed_by_value, reason = "a constant cannot take it apart")]
const fn lacking(
    message: ConstMessage,
    model: &ModelDef,
    id: Option<&Field>,
    step: &str,
    named: &[&str],
) -> ConstMessage {
    let name = chars(&model.name);
    let Some(id) = id else {
        return message.finding(&["`", name, "` has no field for the id in `", step, "`"]);
    };
    let mut i = 0;
    while i < named.len() {
        if same(named[i], chars(&id.name)) {
            return message;
        }
        i += 1;
    }
    message.finding(&["`exists(", name, " { .. })` lacks `", chars(&id.name), "`"])
}

const fn key(fields: &[Field]) -> Option<&Field> {
    let mut i = 0;
    while i < fields.len() {
        if fields[i].key.is_some() {
            return Some(&fields[i]);
        }
        i += 1;
    }
    None
}

/// The field that holds the id of a document above.
const fn ancestor<'f>(fields: &'f [Field], step: &CollectionPath) -> Option<&'f Field> {
    let mut i = 0;
    while i < fields.len() {
        if let Some(ancestor) = &fields[i].ancestor
            && path(ancestor).is(step)
        {
            return Some(&fields[i]);
        }
        i += 1;
    }
    None
}

const fn path(node: &Node<CollectionPath>) -> &CollectionPath {
    match node {
        Node::Static(path) => path,
        Node::Owned(_) => &NOWHERE,
    }
}

static NOWHERE: CollectionPath = CollectionPath {
    model: std::borrow::Cow::Borrowed(""),
    collection: std::borrow::Cow::Borrowed(""),
    parent: None,
};
