//! Paths of documents and collections, with their models.

use std::fmt;
use std::marker::PhantomData;

use super::database::Database;
use super::definition::DocumentDef;
use super::error::DocumentError;
use super::ids::{WriteIds, append_id, append_path};
use super::model::{DocumentModel, Top};
use super::value::Value;
use super::write::{Write, WriteOperation};
use crate::schema::CollectionPath;
use crate::types::document::{FieldError, FieldErrorKind, RawValue, ReadContext};
use crate::types::{DocRef, FieldType};

/// The collection of one kind of documents, under one document or at the top.
///
/// ```ignore
/// let comments = Team::collection().doc(&team)?.collection::<Thread>().doc(&thread)?
///     .collection::<Comment>();
/// assert_eq!(comments.path(), "teams/t/threads/x/comments");
/// ```
pub struct CollectionRef<M: ?Sized>(String, PhantomData<fn() -> M>);

impl<M: DocumentModel> CollectionRef<M> {
    pub(super) fn at_top() -> Self
    where
        M: DocumentModel<Above = Top>,
    {
        Self(M::DEFINITION.collection.collection.clone().into_owned(), PhantomData)
    }

    /// The document with this id.
    ///
    /// # Errors
    /// When Firestore does not accept the id.
    pub fn doc(&self, id: &M::Key) -> Result<DocRef<M>, DocumentError>
    where
        M::Key: FieldType,
    {
        let mut path = self.0.clone();
        let appended = append_id(&mut path, id);
        reference(M::DEFINITION, &path, appended)
    }
}

impl<M: ?Sized> CollectionRef<M> {
    /// Its path from the top of the database.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0
    }
}

impl<M: ?Sized> Clone for CollectionRef<M> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<M: ?Sized> PartialEq for CollectionRef<M> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<M: ?Sized> Eq for CollectionRef<M> {}

impl<M: ?Sized> fmt::Debug for CollectionRef<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CollectionRef({:?})", self.0)
    }
}

impl<M: DocumentModel> DocRef<M> {
    /// The document of this full name.
    ///
    /// # Errors
    /// When it is in another database, or in another collection than the model.
    pub fn of_name(database: &Database, name: &str) -> Result<Self, DocumentError> {
        let (own, path) = Database::of(name)?;
        if own != *database {
            let other = FieldErrorKind::OtherDatabase { found: name.to_owned() };
            return Err(error(M::DEFINITION, name, FieldError::new(other)));
        }
        Self::of_path(path)
    }

    /// The document at this path.
    ///
    /// # Errors
    /// When the path does not lead through the collections of the model.
    pub fn of_path(path: &str) -> Result<Self, DocumentError> {
        let collection = M::DEFINITION.collection;
        let found = split_id(path, collection).ok_or_else(|| wrong_path(path, collection));
        reference(M::DEFINITION, path, found.map(drop))
    }

    /// Its id.
    ///
    /// # Errors
    /// When the last name of the path is not an id of the model.
    pub fn id(&self) -> Result<M::Key, DocumentError>
    where
        M::Key: FieldType,
    {
        let (_, id) = split_at_last_slash(self.path());
        M::Key::read_value(RawValue::<&Value>::Text(id), &ReadContext::default())
            .map_err(|wrong| error(M::DEFINITION, self.path(), wrong))
    }

    /// The write that deletes it, whether it exists or not. Documents below it
    /// stay: Firestore deletes one document at a time.
    #[must_use]
    pub fn delete(&self, database: &Database) -> Write {
        let name = database.name(self.path());
        Write { operation: WriteOperation::Delete(name), precondition: None }
    }

    /// A collection under it.
    #[must_use]
    pub fn collection<C: DocumentModel<Above = M>>(&self) -> CollectionRef<C> {
        CollectionRef(
            format!("{}/{}", self.path(), C::DEFINITION.collection.collection),
            PhantomData,
        )
    }
}

/// The path of a model's document.
pub(super) fn of_model<M: DocumentModel>(
    model: &M,
    above: Option<&str>,
) -> Result<DocRef<M>, DocumentError> {
    let mut path = String::new();
    let ids: WriteIds<'_> = &|to| model.write_ids(to);
    let appended = append_path(M::DEFINITION, ids, above, &mut path);
    reference(M::DEFINITION, &path, appended)
}

/// The full name of a model's document. Where there is an error, the name is
/// that of no document, and the caller fails.
pub(super) fn full_name(
    definition: &DocumentDef,
    ids: WriteIds<'_>,
    database: &Database,
    above: Option<&str>,
    errors: &mut Vec<FieldError>,
) -> String {
    let mut name = String::with_capacity(INITIAL_CAPACITY);
    name.push_str(database.documents());
    name.push('/');
    errors.extend(append_path(definition, ids, above, &mut name).err());
    name
}

/// What a usual name takes, in bytes.
const INITIAL_CAPACITY: usize = 160;

/// The document at a path, unless there was an error.
fn reference<M: ?Sized>(
    definition: &DocumentDef,
    path: &str,
    checked: Result<(), FieldError>,
) -> Result<DocRef<M>, DocumentError> {
    let wrong = match checked {
        Ok(()) => match DocRef::new(path) {
            Some(document) => return Ok(document),
            None => FieldError::malformed(path, "the path of a document"),
        },
        Err(wrong) => wrong,
    };
    Err(error(definition, path, wrong))
}

fn error(definition: &DocumentDef, path: &str, error: FieldError) -> DocumentError {
    DocumentError::new(definition, path, vec![error])
}

/// The path up to its id, and the id; `None` unless the path leads through these
/// collections to a document.
pub(super) fn split_id<'p>(
    path: &'p str,
    collection: &CollectionPath,
) -> Option<(&'p str, &'p str)> {
    if collection.parent.is_none() {
        // The usual case: a collection at the top.
        let id = path.strip_prefix(&*collection.collection)?.strip_prefix('/')?;
        let names = path.get(..collection.collection.len())?;
        let is_one = !id.is_empty() && !id.as_bytes().contains(&b'/');
        return is_one.then_some((names, id));
    }
    let (above, own) = split_at_last_slash(path);
    let (mut names, mut id) = (above?, own);
    let mut collections = collection.up().peekable();
    while let Some(collection) = collections.next() {
        // Its end is known, so it is not searched for.
        let before = names.strip_suffix(&*collection.collection)?;
        if id.is_empty() {
            return None;
        }
        if collections.peek().is_none() {
            return before.is_empty().then_some((above?, own));
        }
        let (above, next) = split_at_last_slash(before.strip_suffix('/')?);
        (names, id) = (above?, next);
    }
    None
}

/// A segment of a path, counted from 0 at its end.
pub(super) fn segment_from_end(path: &str, from_end: usize) -> Option<&str> {
    let (mut rest, mut last) = split_at_last_slash(path);
    for _ in 0..from_end {
        (rest, last) = split_at_last_slash(rest?);
    }
    Some(last)
}

/// What is before the last slash, and what is after it.
fn split_at_last_slash(path: &str) -> (Option<&str>, &str) {
    let slash = path.bytes().rposition(|byte| byte == b'/');
    match slash.and_then(|at| Some((path.get(..at)?, path.get(at + 1..)?))) {
        Some((before, last)) => (Some(before), last),
        None => (None, path),
    }
}

/// The error of a path that does not lead to a document of the collection.
#[cold]
pub(super) fn wrong_path(path: &str, collection: &CollectionPath) -> FieldError {
    let mut names: Vec<&str> = collection.up().map(|path| &*path.collection).collect();
    names.reverse();
    let expected = format!("{}/*", names.join("/*/"));
    FieldError::new(FieldErrorKind::WrongPath { found: path.to_owned(), expected })
}
