//! A database in memory, for tests.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use super::store::{Find, Store};
use crate::firestore::document::{
    Document, Precondition, Value, Write, WriteOperation, field_names,
};

/// Documents in memory, by their full names: as much of Firestore as copies
/// need. It refuses what the server computes (`transforms`).
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<String, Document>>);

/// A write that a [`Memory`] refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The full name of the document.
    pub document: String,
    /// Why.
    pub wrong: &'static str,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.document, self.wrong)
    }
}

impl std::error::Error for Refused {}

impl Memory {
    /// Puts a document there, whatever was.
    pub fn put(&self, document: Document) {
        self.with(|documents| documents.insert(document.name.clone(), document));
    }

    /// Takes the document of this full name away.
    pub fn take(&self, name: &str) -> Option<Document> {
        self.with(|documents| documents.remove(name))
    }

    /// The document of this full name.
    #[must_use]
    pub fn document(&self, name: &str) -> Option<Document> {
        self.with(|documents| documents.get(name).cloned())
    }

    fn with<T>(&self, then: impl FnOnce(&mut BTreeMap<String, Document>) -> T) -> T {
        // What another thread left half done is still documents.
        then(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Store for Memory {
    type Error = Refused;

    async fn get(&self, names: &[String]) -> Result<Vec<Option<Document>>, Refused> {
        Ok(names.iter().map(|name| self.document(name)).collect())
    }

    async fn find(&self, find: &Find) -> Result<Vec<Document>, Refused> {
        Ok(self.with(|documents| {
            let found = documents.values().filter(|document| is_found(document, find));
            found.take(find.limit).cloned().collect()
        }))
    }

    async fn commit(&self, writes: Vec<Write>) -> Result<(), Refused> {
        self.with(|documents| {
            let mut after = documents.clone();
            for write in writes {
                apply(&mut after, write)?;
            }
            *documents = after;
            Ok(())
        })
    }
}

fn is_found(document: &Document, find: &Find) -> bool {
    let below = document.name.strip_prefix(&find.parent).and_then(|rest| rest.strip_prefix('/'));
    let is_in = below.is_some_and(|path| {
        let mut names = path.rsplit('/').skip(1);
        let collection = names.next();
        collection == Some(find.collection.as_str()) && (find.everywhere || names.next().is_none())
    });
    let is_behind = find.after.as_ref().is_none_or(|after| document.name > *after);
    let equals = |(field, value): &(String, Value)| document.fields.get(field) == Some(value);
    is_in && is_behind && find.filter.as_ref().is_none_or(equals)
}

fn apply(documents: &mut BTreeMap<String, Document>, write: Write) -> Result<(), Refused> {
    let name = write.document().to_owned();
    let refuse = |wrong| Err(Refused { document: name.clone(), wrong });
    let known = documents.get(&name);
    match &write.precondition {
        Some(Precondition::Exists(true)) if known.is_none() => {
            return refuse("the document does not exist");
        }
        Some(Precondition::Exists(false)) if known.is_some() => {
            return refuse("the document exists");
        }
        Some(Precondition::UpdateTime(moment))
            if known.and_then(|known| known.update_time) != Some(*moment) =>
        {
            return refuse("the document was changed");
        }
        Some(_) | None => {}
    }
    let WriteOperation::Update { document, mask, transforms } = write.operation else {
        documents.remove(&name);
        return Ok(());
    };
    if !transforms.is_empty() {
        return refuse("transforms are not supported");
    }
    let Some(mask) = mask else {
        documents.insert(name, document);
        return Ok(());
    };
    let mut fields = document.fields;
    let stored = documents.entry(name.clone()).or_default();
    stored.name.clone_from(&name);
    for path in mask {
        let names = field_names(&path);
        let [field] = names.as_slice() else { return refuse("a field inside a field") };
        match fields.remove(field) {
            Some(value) => stored.fields.insert(field.clone(), value),
            None => stored.fields.remove(field),
        };
    }
    Ok(())
}
