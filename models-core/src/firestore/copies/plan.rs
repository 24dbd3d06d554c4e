//! The plan of a schema.

use super::set::{Copied, CopySet, NeededIndex, SourceId};
use crate::firestore::{Error, ErrorKind};
use crate::schema::{CollectionPath, CopyOf, DocumentForm, Field, ModelDef, Schema};

/// Every copy of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies(Vec<CopySet>);

impl Copies {
    /// The copies that a schema declares with `copy_of`.
    ///
    /// # Errors
    ///
    /// The first copy that cannot be found, or whose source cannot.
    pub fn of(schema: &Schema) -> Result<Self, Error> {
        let mut sets = Vec::new();
        for model in &*schema.models {
            for field in &*model.fields {
                let Some(copy) = &field.copy_of else { continue };
                let set = copy_set(schema, model, field, copy).map_err(|wrong| {
                    Error::of_field(&model.name, &field.name, ErrorKind::Copy { wrong })
                })?;
                add(&mut sets, set);
            }
        }
        Ok(Self(sets))
    }

    /// What each collection copies from another.
    #[must_use]
    pub fn sets(&self) -> impl ExactSizeIterator<Item = &CopySet> {
        self.0.iter()
    }

    /// The sets that copy from the documents of this path, with their places.
    pub(super) fn from<'s>(
        &'s self,
        source: &str,
    ) -> impl Iterator<Item = (usize, &'s CopySet)> + use<'s> {
        let collections: Vec<String> = source.split('/').step_by(2).map(str::to_owned).collect();
        self.0.iter().enumerate().filter(move |(_, set)| set.source == collections)
    }

    /// The indexes that finding the copies takes, each once.
    #[must_use]
    pub fn indexes(&self) -> Vec<NeededIndex> {
        let mut indexes = Vec::new();
        for index in self.0.iter().filter_map(CopySet::index) {
            if !indexes.contains(&index) {
                indexes.push(index);
            }
        }
        indexes
    }
}

/// Fields of the same documents are written together.
fn add(sets: &mut Vec<CopySet>, mut set: CopySet) {
    let same = |known: &&mut CopySet| {
        (&known.source, &known.target, &known.source_id)
            == (&set.source, &set.target, &set.source_id)
    };
    match sets.iter_mut().find(same) {
        Some(known) => known.fields.append(&mut set.fields),
        None => sets.push(set),
    }
}

fn copy_set(
    schema: &Schema,
    model: &ModelDef,
    field: &Field,
    copy: &CopyOf,
) -> Result<CopySet, &'static str> {
    let collection = model.collection.as_ref().ok_or("its model has no collection")?;
    let (source, target) = (path(&copy.source), path(&collection.path));
    let held = schema.by_collection(&copy.source).and_then(|model| model.field(&copy.field));
    let original = held.and_then(|field| field.document.as_ref());
    let original = original.ok_or("its source is not in a document of this schema")?;
    let name = field.document.as_ref().ok_or("it is not in a document")?;
    let via = model.field(&copy.via).ok_or("there is no field as named by `via`")?;
    let source_id = source_id(via, &collection.path)?;
    let shared = shared(&source, &target, &source_id);
    let set = CopySet {
        source,
        target,
        source_id,
        shared,
        fields: vec![Copied {
            source: original.clone().into_owned(),
            copy: name.clone().into_owned(),
            optional: field.nullable,
        }],
    };
    if !is_determined(&set) {
        return Err("the id in its `via` does not determine one document: use a `DocRef`");
    }
    if !is_found(&set) {
        return Err("no query finds copies by this id of their path: repeat the id in a field");
    }
    Ok(set)
}

/// The collections from the top.
fn path(path: &CollectionPath) -> Vec<String> {
    let mut names: Vec<_> = path.up().map(|path| path.collection.clone().into_owned()).collect();
    names.reverse();
    names
}

fn source_id(field: &Field, path: &CollectionPath) -> Result<SourceId, &'static str> {
    if field.key.is_some() {
        return Ok(SourceId::Path(0));
    }
    if let Some(ancestor) = &field.ancestor {
        let level = path.up().position(|above| above.is(ancestor));
        return level.map(SourceId::Path).ok_or("the document of its `via` is not above it");
    }
    let name = field.document.clone().ok_or("the field of its `via` is not in a document")?;
    match field.kind.document() {
        Some(document) if document.form == DocumentForm::Reference => {
            Ok(SourceId::Reference(name.into_owned()))
        }
        Some(document) if document.names_a_document => Ok(SourceId::Text(name.into_owned())),
        Some(_) | None => Err("the field of its `via` does not hold an id"),
    }
}

/// A source above its copies is shared whole, and otherwise all but its own
/// collection may be.
fn shared(source: &[String], target: &[String], source_id: &SourceId) -> usize {
    let alike = source.iter().zip(target).take_while(|(a, b)| a == b).count();
    let is_above =
        matches!(source_id, SourceId::Path(level) if target.len() == source.len() + level);
    match (source_id, is_above && alike == source.len()) {
        (SourceId::Reference(_), _) => 0,
        (_, true) => source.len(),
        (_, false) => alike.min(source.len().saturating_sub(1)).min(target.len() - 1),
    }
}

/// Whether a copy tells which document it copies: but for the last, all ids of
/// that one's path are in its own.
fn is_determined(set: &CopySet) -> bool {
    matches!(set.source_id, SourceId::Reference(_)) || set.source.len() <= set.shared + 1
}

/// Whether the copies of one document can be asked for.
fn is_found(set: &CopySet) -> bool {
    match set.source_id {
        SourceId::Text(_) | SourceId::Reference(_) => true,
        // Those under their source, or one document of the same id.
        SourceId::Path(level) => set.shared == set.source.len() || (level == 0 && !set.is_group()),
    }
}
