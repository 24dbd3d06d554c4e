//! The collections of a schema, by their paths and by their names.

use std::collections::{BTreeMap, HashMap};

use super::language::is_plain_segment;
use super::limits;
use crate::firestore::collection::{CollectionModel, collection_models};
use crate::firestore::{Error, ErrorKind};
use crate::schema::{CollectionPath, Schema};

/// All collections, in the order of their models.
#[derive(Debug)]
pub(crate) struct Collections<'a> {
    models: Vec<CollectionModel<'a>>,
    by_path: HashMap<String, usize>,
    by_name: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Collections<'a> {
    pub(crate) fn new(schema: &'a Schema) -> Result<Self, Error> {
        let models = collection_models(schema)?;
        let mut by_path = HashMap::new();
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, model) in models.iter().enumerate() {
            check(*model)?;
            by_path.insert(path_name(&model.collection.path), at);
            by_name.entry(model.collection.name()).or_default().push(at);
        }
        Ok(Self { models, by_path, by_name })
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = CollectionModel<'a>> {
        self.models.iter().copied()
    }

    /// The model of the collection with this path.
    pub(crate) fn at(&self, path: &CollectionPath) -> Option<CollectionModel<'a>> {
        self.position(path).and_then(|at| self.models.get(at).copied())
    }

    fn position(&self, path: &CollectionPath) -> Option<usize> {
        self.by_path.get(&path_name(path)).copied()
    }

    /// The model of another collection with the same name.
    pub(crate) fn namesake(&self, model: CollectionModel<'a>) -> Option<CollectionModel<'a>> {
        let all = self.by_name.get(model.collection.name()).into_iter().flatten();
        let mut all = all.filter_map(|at| self.models.get(*at).copied());
        all.find(|other| !std::ptr::eq(other.def, model.def))
    }

    /// The positions of the collections in the block of each, or in none.
    pub(crate) fn below(&self) -> BTreeMap<Option<usize>, Vec<usize>> {
        let mut below: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (at, model) in self.models.iter().enumerate() {
            let mut above = model.collection.path.up().skip(1);
            let above = above.find_map(|path| self.position(path));
            below.entry(above).or_default().push(at);
        }
        below
    }

    /// The nearest collection above this one that a model of the schema has.
    pub(crate) fn above(&self, model: CollectionModel<'a>) -> Option<CollectionModel<'a>> {
        model.collection.path.up().skip(1).find_map(|path| self.at(path))
    }
}

/// A path by the names of its collections, such as `/teams/threads`.
pub(crate) fn path_name(path: &CollectionPath) -> String {
    let mut names: Vec<&str> = path.up().map(|path| &*path.collection).collect();
    names.reverse();
    names.iter().flat_map(|name| ["/", name]).collect()
}

fn check(model: CollectionModel<'_>) -> Result<(), Error> {
    let names = model.names();
    if let Some(name) = names.iter().find(|name| !is_plain_segment(name)) {
        return Err(model.error(ErrorKind::Collection((*name).to_owned())));
    }
    if model.body().any(|(_, name)| name.is_empty()) {
        return model.check_name("");
    }
    // One `match` is around all collections, and one name is in braces.
    if names.len() >= limits::DEPTH {
        return Err(model.error(ErrorKind::Depth(names.len())));
    }
    Ok(())
}
