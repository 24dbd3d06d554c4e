//! From a copy to what it copies, and back.

use super::set::{CopySet, Via};
use super::store::Find;
use crate::firestore::document::{Database, Document, Value};

/// How the copies of one document are asked for, page by page. A copy of the
/// same id is no query, but one document; see [`twin`].
pub(super) fn copies(set: &CopySet, database: &Database, source: &str) -> Find {
    let names: Vec<&str> = source.split('/').collect();
    let filter = match &set.via {
        Via::Id(field) => {
            let id = names.last().copied().unwrap_or_default();
            Some((field.clone(), Value::String(id.to_owned())))
        }
        Via::Reference(field) => Some((field.clone(), Value::Reference(database.name(source)))),
        Via::Path(_) => None,
    };
    let above = names.get(..2 * set.shared).unwrap_or_default().join("/");
    let parent =
        if above.is_empty() { database.documents().to_owned() } else { database.name(&above) };
    Find { filter, ..all(set, parent) }
}

/// All documents of the collection that holds copies.
pub(super) fn everyone(set: &CopySet, database: &Database) -> Find {
    let everywhere = set.target.len() > 1;
    Find { everywhere, ..all(set, database.documents().to_owned()) }
}

fn all(set: &CopySet, parent: String) -> Find {
    let mut select: Vec<String> = set.fields.iter().map(|field| field.copy.clone()).collect();
    if let Via::Id(field) | Via::Reference(field) = &set.via {
        select.push(field.clone());
    }
    let collection = set.target.last().cloned().unwrap_or_default();
    let everywhere = set.is_group();
    Find { parent, collection, everywhere, filter: None, select, after: None, limit: 0 }
}

/// The one copy that has the id of what it copies.
pub(super) fn twin(set: &CopySet, database: &Database, source: &str) -> Option<String> {
    let is_twin = set.via == Via::Path(0) && set.shared < set.source.len();
    let names: Vec<&str> = source.split('/').collect();
    let above = names.get(..2 * set.shared).unwrap_or_default();
    let last = [set.target.last()?.as_str(), names.last()?];
    is_twin
        .then(|| database.name(&above.iter().chain(&last).copied().collect::<Vec<_>>().join("/")))
}

/// Whether a document is in the very collections of the copies, and not only in
/// one of the same name.
pub(super) fn is_of(set: &CopySet, database: &Database, name: &str) -> bool {
    path(database, name).is_some_and(|path| {
        path.split('/').count() == 2 * set.target.len()
            && path.split('/').step_by(2).eq(set.target.iter().map(String::as_str))
    })
}

/// The full name of the document that a copy says it copies; `None` when it
/// names none.
pub(super) fn source(set: &CopySet, database: &Database, copy: &Document) -> Option<String> {
    let path: Vec<&str> = path(database, &copy.name)?.split('/').collect();
    let id = match &set.via {
        Via::Reference(field) => match copy.fields.get(field)? {
            Value::Reference(name) => return Some(name.clone()),
            _ => return None,
        },
        Via::Id(field) => match copy.fields.get(field)? {
            Value::String(id) => id.as_str(),
            _ => return None,
        },
        Via::Path(level) => path.iter().rev().nth(2 * level)?,
    };
    let mut names = path.get(..2 * set.shared)?.to_vec();
    if let Some(own) = set.source.get(set.shared) {
        // An id with a slash is none, and would lead elsewhere.
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
