//! Fields that are indexed otherwise than Firestore does by itself.
//!
//! Firestore keeps these settings by the name of a collection, wherever it is,
//! so that models whose collections share a name share them.

use std::collections::{BTreeMap, BTreeSet};

use super::check;
use super::composite::scopes;
use super::exempt::{is_exempt, is_needed_by};
use super::field::{FieldPath, IndexField, Mode, Scope};
use super::limit::IndexLimit;
use crate::firestore::collection::{CollectionModel, Location};
use crate::firestore::error::{Error, ErrorKind};
use crate::schema::{DocumentForm, Field, Type};

/// A field with settings of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldOverride<'a> {
    /// The name of the collections.
    pub collection: &'a str,
    /// The field.
    pub path: FieldPath<'a>,
    /// Whether documents are deleted when this moment has passed.
    pub ttl: bool,
    /// All indexes over this field alone; none where it is exempt.
    pub indexes: Vec<FieldIndex>,
}

/// An index over one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldIndex {
    /// Which collections it is for.
    pub scope: Scope,
    /// How it holds the field.
    pub mode: Mode,
}

/// The indexes over one field that a model needs, by collection and field.
#[derive(Default)]
pub(super) struct Requested<'a>(BTreeMap<FieldKey<'a>, BTreeSet<FieldIndex>>);

/// A field of all collections of a name.
type FieldKey<'a> = (&'a str, FieldPath<'a>);

impl<'a> Requested<'a> {
    /// An index over one field that a model declares.
    pub(super) fn declared(&mut self, model: CollectionModel<'a>, field: IndexField<'a>) {
        for &scope in scopes(model) {
            self.add(model, field.path, FieldIndex { scope, mode: field.mode });
        }
    }

    fn add(&mut self, model: CollectionModel<'a>, path: FieldPath<'a>, index: FieldIndex) {
        self.0.entry((model.collection.name(), path)).or_default().insert(index);
    }

    /// The indexes by which copies are found: below other documents, in all
    /// collections of that name. At the top, and by the documents above,
    /// Firestore finds them by itself.
    fn copies(&mut self, model: CollectionModel<'a>) -> Result<(), Error> {
        for (field, _) in model.body() {
            let Some(copy) = &field.copy_of else { continue };
            let is_below = model.collection.path.parent.is_some();
            match model.find(&copy.via)?.1 {
                Location::Body(name) if is_below => {
                    let index = FieldIndex { scope: Scope::CollectionGroup, mode: Mode::Ascending };
                    self.add(model, FieldPath::Named(name), index);
                }
                Location::Id if is_below => {
                    let kind = ErrorKind::CopyByKey(copy.via.to_string());
                    return Err(model.field_error(&field.name, kind));
                }
                Location::Id | Location::Ancestor(_) | Location::Body(_) => {}
            }
        }
        Ok(())
    }
}

/// The settings of all fields that need some, in order.
pub(super) fn overrides<'a>(
    models: &[CollectionModel<'a>],
    mut wanted: Requested<'a>,
    limit: IndexLimit,
) -> Result<Vec<FieldOverride<'a>>, Error> {
    let mut fields: BTreeMap<FieldKey<'a>, Vec<(CollectionModel<'a>, &'a Field)>> = BTreeMap::new();
    for &model in models {
        wanted.copies(model)?;
        for (field, name) in model.body() {
            let key = (model.collection.name(), FieldPath::Named(name));
            fields.entry(key).or_default().push((model, field));
        }
    }
    one_ttl_each(&fields)?;
    none_or_some(&fields, &wanted)?;
    let mut overrides = Vec::new();
    for ((collection, path), of) in fields {
        let wanted = wanted.0.remove(&(collection, path)).unwrap_or_default();
        let Some(one) = one(collection, path, &of, &wanted) else { continue };
        overrides.push(one);
        if let (Err(kind), Some((model, _))) = (check(overrides.len(), limit), of.first()) {
            return Err(model.error(kind));
        }
    }
    Ok(overrides)
}

/// The settings of one field; `None` where it needs none.
fn one<'a>(
    collection: &'a str,
    path: FieldPath<'a>,
    of: &[(CollectionModel<'a>, &Field)],
    wanted: &BTreeSet<FieldIndex>,
) -> Option<FieldOverride<'a>> {
    let ttl = of.iter().any(|(_, field)| field.ttl);
    let is_needed = |(model, field): &(CollectionModel<'_>, &Field)| {
        !is_exempt(field) || is_needed_by(&model.def.access.select.allow, &field.name)
    };
    let is_exempt = wanted.is_empty() && !of.iter().any(is_needed);
    let in_groups = wanted.iter().any(|index| index.scope == Scope::CollectionGroup);
    let mut indexes: BTreeSet<FieldIndex> = BTreeSet::new();
    if !is_exempt {
        indexes.extend(of.iter().flat_map(|(_, field)| by_itself(&field.kind)));
        indexes.extend(wanted);
    }
    (ttl || is_exempt || in_groups).then(|| FieldOverride {
        collection,
        path,
        ttl,
        indexes: indexes.into_iter().collect(),
    })
}

/// The indexes that Firestore makes over a field alone. What applies to a map
/// applies to everything in it.
fn by_itself(kind: &Type) -> impl Iterator<Item = FieldIndex> {
    let modes: &[Mode] = match kind.form() {
        Some(DocumentForm::List) => &[Mode::Contains],
        Some(DocumentForm::Map | DocumentForm::Any) => {
            &[Mode::Ascending, Mode::Descending, Mode::Contains]
        }
        _ => &[Mode::Ascending, Mode::Descending],
    };
    modes.iter().map(|&mode| FieldIndex { scope: Scope::Collection, mode })
}

/// That a field which is declared to have no index is asked for by nothing.
fn none_or_some<'a>(
    fields: &BTreeMap<FieldKey<'a>, Vec<(CollectionModel<'a>, &'a Field)>>,
    wanted: &Requested<'a>,
) -> Result<(), Error> {
    for (key, of) in fields {
        let is_needed_by = |(model, field): &&(CollectionModel<'_>, &Field)| {
            field.unindexed
                && (wanted.0.contains_key(key)
                    || is_needed_by(&model.def.access.select.allow, &field.name))
        };
        if let Some((model, field)) = of.iter().find(is_needed_by) {
            return Err(model.field_error(&field.name, ErrorKind::Unindexed));
        }
    }
    Ok(())
}

/// That each collection's documents are deleted by one field, which means the
/// same in every model whose collection has that name.
fn one_ttl_each<'a>(
    fields: &BTreeMap<FieldKey<'a>, Vec<(CollectionModel<'a>, &'a Field)>>,
) -> Result<(), Error> {
    let mut first: BTreeMap<&str, &Field> = BTreeMap::new();
    for ((collection, _), of) in fields {
        let Some((model, field)) = of.iter().find(|(_, field)| field.ttl) else { continue };
        if let Some((other, _)) = of.iter().find(|(_, field)| !field.ttl) {
            let kind = ErrorKind::ForeignTtl(other.def.name.to_string());
            return Err(model.field_error(&field.name, kind));
        }
        if let Some(first) = first.insert(collection, field) {
            let kind = ErrorKind::TwoTtls(first.name.to_string());
            return Err(model.field_error(&field.name, kind));
        }
    }
    Ok(())
}
