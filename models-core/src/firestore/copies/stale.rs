//! Which copies differ from what they copy.

use std::collections::BTreeMap;

use super::fan_out::{Cursor, FanOut};
use super::find;
use super::store::Store;
use crate::firestore::document::{Document, Value};

/// A copy that differs from what it copies.
#[derive(Clone, Debug, PartialEq)]
pub struct Stale {
    /// The full name of the copy's document.
    pub document: String,
    /// Its field.
    pub field: String,
    /// What it holds; `None` when it has no such field.
    pub holds: Option<Value>,
    /// The full name of the document that it copies; `None` when it names none.
    pub source: Option<String>,
    /// What it should hold; `None` when the source has no such field, or is gone.
    pub should: Option<Value>,
}

/// A page of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct StalePage {
    /// Documents that were compared.
    pub read: usize,
    /// What differs in them.
    pub stale: Vec<Stale>,
    /// Where to resume; `None` at the end.
    pub next: Option<Cursor>,
}

impl<S: Store> FanOut<'_, S> {
    /// Compares a page of copies with what they copy: one collection after the
    /// other, from the cursor on. It writes nothing; [`FanOut::run`] with the
    /// source of a stale copy updates it.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn stale(&self, from: &Cursor) -> Result<StalePage, S::Error> {
        let Some(set) = self.copies.sets().nth(from.set) else {
            return Ok(StalePage { read: 0, stale: Vec::new(), next: None });
        };
        let mut find = find::all_copies(set, self.database);
        find.after.clone_from(&from.after);
        find.limit = self.limits.documents;
        let copies = self.store.find(&find).await?;
        let is_full = copies.len() >= self.limits.documents;
        let next = match copies.last().filter(|_| is_full) {
            Some(last) => Some(Cursor { set: from.set, after: Some(last.name.clone()) }),
            None if from.set + 1 < self.copies.sets().len() => {
                Some(Cursor { set: from.set + 1, after: None })
            }
            None => None,
        };
        let of = copies.iter().filter(|copy| find::is_of(set, self.database, &copy.name));
        let pairs: Vec<(&Document, Option<String>)> =
            of.map(|copy| (copy, find::source(set, self.database, copy))).collect();
        let originals = self.originals(&pairs).await?;
        let mut stale = Vec::new();
        for (copy, source) in &pairs {
            let original = source.as_ref().and_then(|name| originals.get(name));
            for field in &set.fields {
                let holds = copy.fields.get(&field.copy);
                let should = original.and_then(|original| original.fields.get(&field.source));
                if holds != should {
                    stale.push(Stale {
                        document: copy.name.clone(),
                        field: field.copy.clone(),
                        holds: holds.cloned(),
                        source: source.clone(),
                        should: should.cloned(),
                    });
                }
            }
        }
        Ok(StalePage { read: pairs.len(), stale, next })
    }

    /// The documents that are copied, each read once.
    async fn originals(
        &self,
        pairs: &[(&Document, Option<String>)],
    ) -> Result<BTreeMap<String, Document>, S::Error> {
        let mut names: Vec<String> =
            pairs.iter().filter_map(|(_, source)| source.clone()).collect();
        names.sort_unstable();
        names.dedup();
        let found = self.store.get(&names).await?;
        Ok(names.into_iter().zip(found).filter_map(|(name, found)| Some((name, found?))).collect())
    }
}
