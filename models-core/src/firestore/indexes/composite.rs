//! Declared indexes.

use super::check;
use super::field::{FieldPath, IndexField, Mode, Scope};
use super::limit::{DIMENSIONS, Limit};
use crate::firestore::error::{Error, ErrorKind};
use crate::firestore::kept::{Kept, Place};
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

pub(super) fn declared(kept: Kept<'_>) -> Result<Vec<Declared<'_>>, Error> {
    let mut seen: Vec<Vec<IndexField<'_>>> = Vec::new();
    let mut all = Vec::new();
    for index in &*kept.collection.indexes {
        let fields = fields(kept, index)?;
        if seen.contains(&fields) {
            let names: Vec<_> = fields.iter().map(|field| field.path.to_string()).collect();
            return Err(kept.trouble(ErrorKind::IndexTwice(names.join(", "))));
        }
        all.push(match *fields.as_slice() {
            [IndexField { mode: Mode::Vector(_), .. }] => composite(kept, &fields),
            [field] => Declared::Single(field),
            _ => composite(kept, &fields),
        });
        seen.push(fields);
    }
    Ok(all)
}

fn composite<'a>(kept: Kept<'a>, fields: &[IndexField<'a>]) -> Declared<'a> {
    let collection = kept.collection.name();
    let scopes = scopes(kept).iter();
    Declared::Composite(
        scopes
            .map(|&scope| CompositeIndex { collection, scope, fields: fields.to_vec() })
            .collect(),
    )
}

/// Where a collection is read.
pub(super) fn scopes(kept: Kept<'_>) -> &'static [Scope] {
    if kept.collection.group {
        &[Scope::CollectionGroup, Scope::Collection]
    } else {
        &[Scope::Collection]
    }
}

/// The fields of an index, without the document's path where Firestore adds it
/// by itself: at the end, in the direction of the field before it.
fn fields<'a>(kept: Kept<'a>, index: &Index) -> Result<Vec<IndexField<'a>>, Error> {
    if index.filter.is_some() || !index.include.is_empty() {
        return Err(kept.trouble(ErrorKind::Partial));
    }
    let mut fields: Vec<IndexField<'a>> = Vec::new();
    for (at, part) in index.parts.iter().enumerate() {
        let is_last = at + 1 == index.parts.len();
        let (field, place) = kept.find(&part.field)?;
        let wrong = || ErrorKind::Index(part.field.to_string());
        let next = match place {
            Place::Above(_) => Err(ErrorKind::InPath(part.field.to_string())),
            Place::Id if is_last && at > 0 && index.method == Method::BTree => {
                Ok(IndexField { path: FieldPath::Id, mode: direction(part.descending) })
            }
            Place::Id => Err(wrong()),
            Place::Body(name) => mode(field, &index.method, part.descending, is_last)
                .and_then(|mode| mode.ok_or_else(wrong))
                .map(|mode| IndexField { path: FieldPath::Named(name), mode }),
        };
        let next = next.and_then(|next| joins(&fields, next, &part.field).map(|()| next));
        fields.push(next.map_err(|trouble| kept.trouble(trouble))?);
    }
    if fields.is_empty() {
        return Err(kept.trouble(ErrorKind::EmptyIndex));
    }
    if let [.., before, IndexField { path: FieldPath::Id, mode }] = fields.as_slice() {
        let by_itself =
            if before.mode == Mode::Descending { Mode::Descending } else { Mode::Ascending };
        if *mode == by_itself {
            fields.pop();
        }
    }
    check(fields.len(), Limit::FieldsOfAnIndex).map_err(|trouble| kept.trouble(trouble))?;
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
            if !(1..=DIMENSIONS).contains(&dimensions) {
                let field = field.name.to_string();
                return Err(ErrorKind::Dimensions { field, dimensions });
            }
            (of_vectors && !descending).then_some(Mode::Vector(dimensions))
        }
        _ if of_vectors => None,
        (DocumentForm::List, _) => (!descending).then_some(Mode::Contains),
        _ => Some(direction(descending)),
    })
}

/// That an index with these fields can have one more.
fn joins(fields: &[IndexField<'_>], next: IndexField<'_>, name: &str) -> Result<(), ErrorKind> {
    let is_list = |field: &IndexField<'_>| field.mode == Mode::Contains;
    if fields.iter().any(|field| field.path == next.path) {
        Err(ErrorKind::PartTwice(name.to_owned()))
    } else if is_list(&next) && fields.iter().any(is_list) {
        Err(ErrorKind::TwoLists(name.to_owned()))
    } else {
        Ok(())
    }
}
