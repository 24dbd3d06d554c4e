//! An index of the names of tables and collections, so that not every pair is
//! compared.

use super::sorted::Sorted;
use super::{chars, same};
use crate::schema::{CollectionPath, ModelDef, Text};

/// The names of all tables and collections, with the position of each model.
#[derive(Clone, Copy, Debug)]
pub struct NameIndex<const N: usize> {
    tables: Sorted<N>,
    collections: Sorted<N>,
}

impl<const N: usize> NameIndex<N> {
    /// The names of these `N` models.
    #[must_use]
    pub const fn of(models: &[ModelDef]) -> Self {
        let (mut tables, mut collections) = (Sorted::EMPTY, Sorted::EMPTY);
        let mut i = 0;
        while i < N && i < models.len() {
            if let Some(table) = &models[i].table {
                tables = tables.with(hash(&table.schema, &table.name), i);
            }
            if let Some(collection) = &models[i].collection {
                collections = collections.with(hash_path(collection.path.get()), i);
            }
            i += 1;
        }
        Self { tables: tables.sorted(), collections: collections.sorted() }
    }

    /// The next two models whose tables have the same name, and where to
    /// continue; start from 0.
    pub(super) const fn twin_tables(
        &self,
        models: &[ModelDef],
        mut from: usize,
    ) -> Option<(usize, usize, usize)> {
        while let Some((a, b, next)) = self.tables.twins(from) {
            if let (Some(one), Some(two)) = (&models[a].table, &models[b].table)
                && same(chars(&one.schema), chars(&two.schema))
                && same(chars(&one.name), chars(&two.name))
            {
                return Some((a, b, next));
            }
            from = next;
        }
        None
    }

    /// The same for collections.
    pub(super) const fn twin_collections(
        &self,
        models: &[ModelDef],
        mut from: usize,
    ) -> Option<(usize, usize, usize)> {
        while let Some((a, b, next)) = self.collections.twins(from) {
            if let (Some(one), Some(two)) = (&models[a].collection, &models[b].collection)
                && one.path.get().is(two.path.get())
            {
                return Some((a, b, next));
            }
            from = next;
        }
        None
    }

    /// Whether one of the models has this table.
    pub(super) const fn has_table(&self, schema: &Text, table: &Text) -> bool {
        self.tables.has(hash(schema, table))
    }

    /// Whether one of the models has this collection.
    pub(super) const fn has_collection(&self, path: &CollectionPath) -> bool {
        self.collections.has(hash_path(path))
    }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over `schema.table`.
const fn hash(schema: &Text, table: &Text) -> u64 {
    fold(fold(fold(START, chars(schema)), "."), chars(table))
}

/// FNV-1a over the names of a path, from the innermost to the top.
const fn hash_path(path: &CollectionPath) -> u64 {
    let mut hash = fold(START, chars(&path.collection));
    let mut above = &path.parent;
    while let Some(parent) = above {
        let parent = parent.get();
        hash = fold(fold(hash, "/"), chars(&parent.collection));
        above = &parent.parent;
    }
    hash
}

const fn fold(mut hash: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0100_0000_01b3);
        i += 1;
    }
    hash
}
