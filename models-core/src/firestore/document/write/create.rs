//! Writes of whole documents, whose times the server sets.

use super::path;
use super::{Becomes, Operation, Precondition, Transform, Write};
use crate::firestore::document::{Database, Document, DocumentError, DocumentModel, lookup};
use crate::schema::Field;

/// A document that was not there before: both times are the server's.
pub(in crate::firestore::document) fn create<M: DocumentModel>(
    model: &M,
    database: &Database,
    above: Option<&str>,
) -> Result<Write, DocumentError> {
    let times = |field: &&Field| field.is_created_at() || field.is_updated_at();
    let operation = whole(model, database, above, times)?;
    Ok(Write { operation, precondition: Some(Precondition::Exists(false)) })
}

/// A document in the place of another, or of none: the time of the last change
/// is the server's.
pub(in crate::firestore::document) fn replace<M: DocumentModel>(
    model: &M,
    database: &Database,
    above: Option<&str>,
) -> Result<Write, DocumentError> {
    let operation = whole(model, database, above, |field| field.is_updated_at())?;
    Ok(Write { operation, precondition: None })
}

fn whole<M: DocumentModel>(
    model: &M,
    database: &Database,
    above: Option<&str>,
    of_the_server: impl Fn(&&Field) -> bool,
) -> Result<Operation, DocumentError> {
    let mut document: Document = super::super::form::WriteDocument::write(model, database, above)?;
    let transforms = names::<M>(of_the_server)
        .map(|name| {
            document.fields.remove(name);
            Transform { field: path::of([name]), becomes: Becomes::RequestTime }
        })
        .collect();
    Ok(Operation::Update { document, mask: None, transforms })
}

/// The names of some fields of the body.
pub(super) fn names<M: DocumentModel>(
    of: impl Fn(&&Field) -> bool,
) -> impl Iterator<Item = &'static str> {
    let fields: &'static [Field] = lookup::fields(M::DESCRIPTION);
    fields.iter().filter(move |field| of(field)).filter_map(lookup::name)
}
