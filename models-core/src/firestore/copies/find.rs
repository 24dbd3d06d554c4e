//! From a copy to what it copies, and back.

use super::set::{CopySet, SourceId};
use super::store::Find;
use crate::firestore::document::{Database, Document, Value};

/// The query for the copies of one document, page by page. A copy with the same
/// id is one document instead; see [`twin`].
pub(super) fn copies(set: &CopySet, database: &Database, source: &str) -> Find {
    let names: Vec<&str> = source.split('/').collect();
    let filter = match &set.source_id {
        SourceId::Text(field) => {
            let id = names.last().copied().unwrap_or_default();
            Some((field.clone(), Value::String(id.to_owned())))
        }
        SourceId::Reference(field) => {
            Some((field.clone(), Value::Reference(database.name(source))))
        }
        SourceId::Path(_) => None,
    };
    let above = names.get(..2 * set.shared).unwrap_or_default().join("/");
    let parent =
        if above.is_empty() { database.documents().to_owned() } else { database.name(&above) };
    Find { filter, ..all(set, parent) }
}

/// All documents of the collection that holds copies.
pub(super) fn all_copies(set: &CopySet, database: &Database) -> Find {
    let everywhere = set.target.len() > 1;
    Find { everywhere, ..all(set, database.documents().to_owned()) }
}

fn all(set: &CopySet, parent: String) -> Find {
    let mut select: Vec<String> = set.fields.iter().map(|field| field.copy.clone()).collect();
    if let SourceId::Text(field) | SourceId::Reference(field) = &set.source_id {
        select.push(field.clone());
    }
    let collection = set.target.last().cloned().unwrap_or_default();
    let everywhere = set.is_group();
    Find { parent, collection, everywhere, filter: None, select, after: None, limit: 0 }
}

/// The one copy that has the same id as its source.
pub(super) fn twin(set: &CopySet, database: &Database, source: &str) -> Option<String> {
    let is_twin = set.source_id == SourceId::Path(0) && set.shared < set.source.len();
    let names: Vec<&str> = source.split('/').collect();
    let above = names.get(..2 * set.shared).unwrap_or_default();
    let last = [set.target.last()?.as_str(), names.last()?];
    is_twin
        .then(|| database.name(&above.iter().chain(&last).copied().collect::<Vec<_>>().join("/")))
}

/// Whether a document is in the collection of the copies, and not in another one
/// of the same name.
pub(super) fn is_of(set: &CopySet, database: &Database, name: &str) -> bool {
    path(database, name).is_some_and(|path| {
        path.split('/').count() == 2 * set.target.len()
            && path.split('/').step_by(2).eq(set.target.iter().map(String::as_str))
    })
}

/// The full name of the document that a copy refers to; `None` when it refers to
/// none.
pub(super) fn source(set: &CopySet, database: &Database, copy: &Document) -> Option<String> {
    let path: Vec<&str> = path(database, &copy.name)?.split('/').collect();
    let id = match &set.source_id {
        SourceId::Reference(field) => match copy.fields.get(field)? {
            Value::Reference(name) => return Some(name.clone()),
            _ => return None,
        },
        SourceId::Text(field) => match copy.fields.get(field)? {
            Value::String(id) => id.as_str(),
            _ => return None,
        },
        SourceId::Path(level) => path.iter().rev().nth(2 * level)?,
    };
    let mut names = path.get(..2 * set.shared)?.to_vec();
    if let Some(own) = set.source.get(set.shared) {
        // An id with a slash is not valid, and would lead elsewhere.
        if id.is_empty() || id.contains('/') {
            return None;
        }
        names.extend([own.as_str(), id]);
    }
    Some(database.name(&names.join("/")))
}

fn path<'n>(database: &Database, name: &'n str) -> Option<&'n str> {
    name.strip_prefix(database.documents())?.strip_prefix('/')
}
