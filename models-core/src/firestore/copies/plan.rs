//! The plan of a schema.

use super::set::{Copied, CopySet, NeededIndex, Via};
use super::troubles::{ErrorKind, Troubles};
use crate::schema::{CollectionPath, CopyOf, DocumentForm, Field, ModelDef, Schema};

/// Every copy of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies(Vec<CopySet>);

impl Copies {
    /// What a schema says with `copy_of`.
    ///
    /// # Errors
    /// Copies that cannot be found, or whose source cannot.
    pub fn of(schema: &Schema) -> Result<Self, Troubles> {
        let (mut sets, mut troubles) = (Vec::new(), Vec::new());
        for model in &*schema.models {
            for field in &*model.fields {
                let Some(copy) = &field.copy_of else { continue };
                match one(schema, model, field, copy) {
                    Ok(set) => add(&mut sets, set),
                    Err(wrong) => troubles.push(ErrorKind {
                        model: model.name.clone().into_owned(),
                        field: field.name.clone().into_owned(),
                        wrong,
                    }),
                }
            }
        }
        if troubles.is_empty() { Ok(Self(sets)) } else { Err(Troubles(troubles)) }
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
        (&known.source, &known.target, &known.via) == (&set.source, &set.target, &set.via)
    };
    match sets.iter_mut().find(same) {
        Some(known) => known.fields.append(&mut set.fields),
        None => sets.push(set),
    }
}

fn one(
    schema: &Schema,
    model: &ModelDef,
    field: &Field,
    copy: &CopyOf,
) -> Result<CopySet, &'static str> {
    let kept = model.collection.as_ref().ok_or("its model has no collection")?;
    let (source, target) = (path(&copy.source), path(&kept.path));
    let held = schema.by_collection(&copy.source).and_then(|model| model.field(&copy.field));
    let original = held.and_then(|field| field.document.as_ref());
    let original = original.ok_or("what it copies is in no document of this schema")?;
    let name = field.document.as_ref().ok_or("it is in no document")?;
    let via = model.field(&copy.via).ok_or("the field of its id is not there")?;
    let via = self::via(via, &kept.path)?;
    let shared = shared(&source, &target, &via);
    let set = CopySet {
        source,
        target,
        via,
        shared,
        fields: vec![Copied {
            source: original.clone().into_owned(),
            copy: name.clone().into_owned(),
            optional: field.nullable,
        }],
    };
    if !is_determined(&set) {
        return Err("its id does not lead to one document: keep a `DocRef` to it");
    }
    if !is_found(&set) {
        return Err("no query finds it by an id of its path: repeat the id in a field");
    }
    Ok(set)
}

/// The collections from the top.
fn path(path: &CollectionPath) -> Vec<String> {
    let mut names: Vec<_> = path.up().map(|path| path.collection.clone().into_owned()).collect();
    names.reverse();
    names
}

fn via(field: &Field, path: &CollectionPath) -> Result<Via, &'static str> {
    if field.key.is_some() {
        return Ok(Via::Path(0));
    }
    if let Some(ancestor) = &field.ancestor {
        let level = path.up().position(|above| above.is(ancestor));
        return level.map(Via::Path).ok_or("the field of its id names no document above");
    }
    let name = field.document.clone().ok_or("the field of its id is in no document")?;
    match field.kind.document() {
        Some(document) if document.form == DocumentForm::Reference => {
            Ok(Via::Reference(name.into_owned()))
        }
        Some(document) if document.names_a_document => Ok(Via::Id(name.into_owned())),
        Some(_) | None => Err("the field of its id holds no id"),
    }
}

/// A source above its copies is shared whole, and otherwise all but its own
/// collection may be.
fn shared(source: &[String], target: &[String], via: &Via) -> usize {
    let alike = source.iter().zip(target).take_while(|(a, b)| a == b).count();
    let is_above = matches!(via, Via::Path(level) if target.len() == source.len() + level);
    match (via, is_above && alike == source.len()) {
        (Via::Reference(_), _) => 0,
        (_, true) => source.len(),
        (_, false) => alike.min(source.len().saturating_sub(1)).min(target.len() - 1),
    }
}

/// Whether a copy tells which document it copies: but for the last, all ids of
/// that one's path are in its own.
fn is_determined(set: &CopySet) -> bool {
    matches!(set.via, Via::Reference(_)) || set.source.len() <= set.shared + 1
}

/// Whether the copies of one document can be asked for.
fn is_found(set: &CopySet) -> bool {
    match set.via {
        Via::Id(_) | Via::Reference(_) => true,
        // Those under their source, or one document of the same id.
        Via::Path(level) => set.shared == set.source.len() || (level == 0 && !set.is_group()),
    }
}
