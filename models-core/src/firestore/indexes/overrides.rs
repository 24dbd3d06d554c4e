//! Fields that are indexed otherwise than Firestore does by itself.
//!
//! Firestore keeps these settings by the name of a collection, wherever it is,
//! so that models whose collections share a name share them.

use std::collections::{BTreeMap, BTreeSet};

use super::check;
use super::composite::scopes;
use super::exempt::{is_asked_for, is_exempt};
use super::field::{FieldPath, IndexField, Mode, Scope};
use super::limit::Limit;
use crate::firestore::error::{Error, ErrorKind};
use crate::firestore::kept::{Kept, Place};
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

/// The indexes over one field that someone asks for, by collection and field.
#[derive(Default)]
pub(super) struct Wanted<'a>(BTreeMap<Spot<'a>, BTreeSet<FieldIndex>>);

/// A field of all collections of a name.
type Spot<'a> = (&'a str, FieldPath<'a>);

impl<'a> Wanted<'a> {
    /// An index over one field that a model declares.
    pub(super) fn declared(&mut self, kept: Kept<'a>, field: IndexField<'a>) {
        for &scope in scopes(kept) {
            self.add(kept, field.path, FieldIndex { scope, mode: field.mode });
        }
    }

    fn add(&mut self, kept: Kept<'a>, path: FieldPath<'a>, index: FieldIndex) {
        self.0.entry((kept.collection.name(), path)).or_default().insert(index);
    }

    /// The indexes by which copies are found: below other documents, in all
    /// collections of that name. At the top, and by the documents above,
    /// Firestore finds them by itself.
    fn copies(&mut self, kept: Kept<'a>) -> Result<(), Error> {
        for (field, _) in kept.body() {
            let Some(copy) = &field.copy_of else { continue };
            let is_below = kept.collection.path.parent.is_some();
            match kept.find(&copy.via)?.1 {
                Place::Body(name) if is_below => {
                    let index = FieldIndex { scope: Scope::CollectionGroup, mode: Mode::Ascending };
                    self.add(kept, FieldPath::Named(name), index);
                }
                Place::Id if is_below => {
                    return Err(kept.trouble(ErrorKind::CopyByKey {
                        field: field.name.to_string(),
                        via: copy.via.to_string(),
                    }));
                }
                Place::Id | Place::Above(_) | Place::Body(_) => {}
            }
        }
        Ok(())
    }
}

/// The settings of all fields that need some, in order.
pub(super) fn overrides<'a>(
    models: &[Kept<'a>],
    mut wanted: Wanted<'a>,
    limit: Limit,
) -> Result<Vec<FieldOverride<'a>>, Error> {
    let mut fields: BTreeMap<Spot<'a>, Vec<(Kept<'a>, &'a Field)>> = BTreeMap::new();
    for &kept in models {
        wanted.copies(kept)?;
        for (field, name) in kept.body() {
            let spot = (kept.collection.name(), FieldPath::Named(name));
            fields.entry(spot).or_default().push((kept, field));
        }
    }
    one_ttl_each(&fields)?;
    none_or_some(&fields, &wanted)?;
    let mut overrides = Vec::new();
    for ((collection, path), of) in fields {
        let wanted = wanted.0.remove(&(collection, path)).unwrap_or_default();
        let Some(one) = one(collection, path, &of, &wanted) else { continue };
        overrides.push(one);
        if let (Err(trouble), Some((kept, _))) = (check(overrides.len(), limit), of.first()) {
            return Err(kept.trouble(trouble));
        }
    }
    Ok(overrides)
}

/// The settings of one field; `None` where it needs none.
fn one<'a>(
    collection: &'a str,
    path: FieldPath<'a>,
    of: &[(Kept<'a>, &Field)],
    wanted: &BTreeSet<FieldIndex>,
) -> Option<FieldOverride<'a>> {
    let ttl = of.iter().any(|(_, field)| field.ttl);
    let is_needed = |(kept, field): &(Kept<'_>, &Field)| {
        !is_exempt(field) || is_asked_for(&kept.model.access.select.allow, &field.name)
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

/// The indexes that Firestore makes over a field alone. What is said of a map
/// is said of all that is in it.
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
    fields: &BTreeMap<Spot<'a>, Vec<(Kept<'a>, &'a Field)>>,
    wanted: &Wanted<'a>,
) -> Result<(), Error> {
    for (spot, of) in fields {
        let is_asked_for = |(kept, field): &&(Kept<'_>, &Field)| {
            field.unindexed
                && (wanted.0.contains_key(spot)
                    || is_asked_for(&kept.model.access.select.allow, &field.name))
        };
        if let Some((kept, field)) = of.iter().find(is_asked_for) {
            return Err(kept.trouble(ErrorKind::Unindexed(field.name.to_string())));
        }
    }
    Ok(())
}

/// That each collection's documents are deleted by one field, which means the
/// same in every model whose collection has that name.
fn one_ttl_each<'a>(fields: &BTreeMap<Spot<'a>, Vec<(Kept<'a>, &'a Field)>>) -> Result<(), Error> {
    let mut first: BTreeMap<&str, &Field> = BTreeMap::new();
    for ((collection, _), of) in fields {
        let Some((kept, field)) = of.iter().find(|(_, field)| field.ttl) else { continue };
        if let Some((other, _)) = of.iter().find(|(_, field)| !field.ttl) {
            let (field, other) = (field.name.to_string(), other.model.name.to_string());
            return Err(kept.trouble(ErrorKind::ForeignTtl { field, other }));
        }
        if let Some(first) = first.insert(collection, field) {
            let (first, second) = (first.name.to_string(), field.name.to_string());
            return Err(kept.trouble(ErrorKind::TwoTtls { first, second }));
        }
    }
    Ok(())
}
