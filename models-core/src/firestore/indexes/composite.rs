//! Declared indexes.

use super::check;
use super::field::{FieldPath, IndexField, Mode, Scope};
use super::limit::{IndexLimit, MAX_DIMENSIONS};
use crate::firestore::collection::{CollectionModel, Location};
use crate::firestore::error::{Error, ErrorKind};
use crate::schema::{DocumentForm, Field, Index, Method};

/// An index over several fields, or of a vector.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CompositeIndex<'a> {
    /// The name of the collections.
    pub collection: &'a str,
    /// Whether they are read together.
    pub scope: Scope,
    /// The fields, in order.
    pub fields: Vec<IndexField<'a>>,
}

/// What becomes of a declared index.
pub(super) enum Declared<'a> {
    /// It is printed, once for each scope.
    Composite(Vec<CompositeIndex<'a>>),
    /// Firestore makes it, or is asked to for a group.
    Single(IndexField<'a>),
}

pub(super) fn declared(model: CollectionModel<'_>) -> Result<Vec<Declared<'_>>, Error> {
    let mut seen: Vec<Vec<IndexField<'_>>> = Vec::new();
    let mut all = Vec::new();
    for index in &*model.collection.indexes {
        let fields = fields(model, index)?;
        if seen.contains(&fields) {
            let names: Vec<_> = fields.iter().map(|field| field.path.to_string()).collect();
            return Err(model.error(ErrorKind::IndexTwice(names.join(", "))));
        }
        all.push(match *fields.as_slice() {
            [IndexField { mode: Mode::Vector(_), .. }] => composite(model, &fields),
            [field] => Declared::Single(field),
            _ => composite(model, &fields),
        });
        seen.push(fields);
    }
    Ok(all)
}

fn composite<'a>(model: CollectionModel<'a>, fields: &[IndexField<'a>]) -> Declared<'a> {
    let collection = model.collection.name();
    let scopes = scopes(model).iter();
    Declared::Composite(
        scopes
            .map(|&scope| CompositeIndex { collection, scope, fields: fields.to_vec() })
            .collect(),
    )
}

/// Where a collection is read.
pub(super) fn scopes(model: CollectionModel<'_>) -> &'static [Scope] {
    if model.collection.group {
        &[Scope::CollectionGroup, Scope::Collection]
    } else {
        &[Scope::Collection]
    }
}

/// The fields of an index, without the document's path where Firestore adds it
/// by itself: at the end, in the direction of the field before it.
fn fields<'a>(model: CollectionModel<'a>, index: &Index) -> Result<Vec<IndexField<'a>>, Error> {
    if index.filter.is_some() || !index.include.is_empty() {
        return Err(model.error(ErrorKind::Partial));
    }
    let mut fields: Vec<IndexField<'a>> = Vec::new();
    for (at, part) in index.parts.iter().enumerate() {
        let is_last = at + 1 == index.parts.len();
        let (field, location) = model.find(&part.field)?;
        let next = match location {
            Location::Ancestor(_) => Err(ErrorKind::InPath),
            Location::Id if is_last && at > 0 && index.method == Method::BTree => {
                Ok(IndexField { path: FieldPath::Id, mode: direction(part.descending) })
            }
            Location::Id => Err(ErrorKind::Index),
            Location::Body(name) => mode(field, &index.method, part.descending, is_last)
                .and_then(|mode| mode.ok_or(ErrorKind::Index))
                .map(|mode| IndexField { path: FieldPath::Named(name), mode }),
        };
        let next = next.and_then(|next| joins(&fields, next).map(|()| next));
        fields.push(next.map_err(|kind| model.field_error(&part.field, kind))?);
    }
    if fields.is_empty() {
        return Err(model.error(ErrorKind::EmptyIndex));
    }
    if let [.., before, IndexField { path: FieldPath::Id, mode }] = fields.as_slice() {
        let by_itself =
            if before.mode == Mode::Descending { Mode::Descending } else { Mode::Ascending };
        if *mode == by_itself {
            fields.pop();
        }
    }
    check(fields.len(), IndexLimit::FieldsOfAnIndex).map_err(|kind| model.error(kind))?;
    Ok(fields)
}

const fn direction(descending: bool) -> Mode {
    if descending { Mode::Descending } else { Mode::Ascending }
}

/// How this method holds a field; `None` when it cannot.
fn mode(
    field: &Field,
    method: &Method,
    descending: bool,
    is_last: bool,
) -> Result<Option<Mode>, ErrorKind> {
    let of_vectors =
        matches!(method, Method::Flat | Method::Hnsw { .. } | Method::IvfFlat { .. }) && is_last;
    let Some(document) = field.kind.document() else { return Ok(None) };
    Ok(match (document.form, field.kind.dimensions()) {
        (DocumentForm::Vector, Some(dimensions)) => {
            if !(1..=MAX_DIMENSIONS).contains(&dimensions) {
                return Err(ErrorKind::Dimensions(dimensions));
            }
            (of_vectors && !descending).then_some(Mode::Vector(dimensions))
        }
        _ if of_vectors => None,
        (DocumentForm::List, _) => (!descending).then_some(Mode::Contains),
        _ => Some(direction(descending)),
    })
}

/// That an index with these fields can have one more.
fn joins(fields: &[IndexField<'_>], next: IndexField<'_>) -> Result<(), ErrorKind> {
    let is_list = |field: &IndexField<'_>| field.mode == Mode::Contains;
    if fields.iter().any(|field| field.path == next.path) {
        Err(ErrorKind::PartTwice)
    } else if is_list(&next) && fields.iter().any(is_list) {
        Err(ErrorKind::TwoLists)
    } else {
        Ok(())
    }
}
