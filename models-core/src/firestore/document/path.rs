//! Paths of documents and collections, with their models.

use std::fmt;
use std::marker::PhantomData;

use super::body::Body;
use super::database::Database;
use super::model::{DocumentModel, Top};
use super::own::Value;
use super::segment::Segment;
use super::write::{Operation, Write};
use crate::schema::CollectionPath;
use crate::types::document::{
    Given, Origin, Outcome, Problem, Reason, Step, at_last_slash, name_is_legal,
};
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
        Self(M::COLLECTION.collection.clone().into_owned(), PhantomData)
    }

    /// The document with this id.
    ///
    /// # Errors
    /// When Firestore takes no such id.
    pub fn doc(&self, id: &M::Key) -> Outcome<DocRef<M>>
    where
        M::Key: FieldType,
    {
        let mut path = self.0.clone();
        segment(&mut path, id)?;
        checked(&path)
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
    pub fn of_name(database: &Database, name: &str) -> Outcome<Self> {
        let (own, path) = Database::of(name)?;
        if own != *database {
            return Err(Problem::new(Reason::Elsewhere { found: name.to_owned() }));
        }
        Self::of_path(path)
    }

    /// The document at this path.
    ///
    /// # Errors
    /// When the path does not lead through the collections of the model.
    pub fn of_path(path: &str) -> Outcome<Self> {
        if fits(path, M::COLLECTION).is_none() {
            return Err(elsewhere(path, M::COLLECTION));
        }
        checked(path)
    }

    /// Its id.
    ///
    /// # Errors
    /// When it is none of the model's ids.
    pub fn id(&self) -> Outcome<M::Key>
    where
        M::Key: FieldType,
    {
        let id = self.path().rsplit('/').next().unwrap_or_default();
        M::Key::load(Given::<&Value>::Text(id), &Origin::default())
    }

    /// The write that deletes it, whether it is there or not. What lies under it
    /// stays: Firestore deletes one document at a time.
    #[must_use]
    pub fn delete(&self, database: &Database) -> Write {
        let name = database.name(self.path());
        Write { operation: Operation::Delete(name), precondition: None }
    }

    /// A collection under it.
    #[must_use]
    pub fn collection<C: DocumentModel<Above = M>>(&self) -> CollectionRef<C> {
        CollectionRef(format!("{}/{}", self.path(), C::COLLECTION.collection), PhantomData)
    }
}

/// The path of a model's document.
pub(super) fn of<M: DocumentModel>(model: &M, above: Option<&str>) -> Outcome<DocRef<M>> {
    let mut path = String::new();
    append(model, above, &mut path)?;
    checked(&path)
}

/// Appends the path of a model's document.
pub(super) fn append<M: DocumentModel>(
    model: &M,
    above: Option<&str>,
    path: &mut String,
) -> Outcome<()> {
    if let Some(above) = above {
        path.push_str(above);
        path.push('/');
        return segment_of(model, M::COLLECTION, 0, path);
    }
    through(model, M::COLLECTION, 0, path)
}

/// The full name of a model's document; a problem with it is told and leaves a
/// name that nobody reads.
pub(super) fn name<M: DocumentModel>(
    model: &M,
    database: &Database,
    above: Option<&str>,
    problems: &mut Vec<Problem>,
) -> String {
    let mut name = String::with_capacity(ROOM);
    name.push_str(database.documents());
    name.push('/');
    if let Err(problem) = append(model, above, &mut name) {
        problems.push(problem);
    }
    name
}

/// What a usual name takes, in bytes.
const ROOM: usize = 160;

/// From the top down: the collection above first.
fn through<M: DocumentModel>(
    model: &M,
    collection: &CollectionPath,
    level: usize,
    path: &mut String,
) -> Outcome<()> {
    if let Some(above) = &collection.parent {
        through(model, above, level + 1, path)?;
        path.push('/');
    }
    segment_of(model, collection, level, path)
}

fn segment_of<M: DocumentModel>(
    model: &M,
    collection: &CollectionPath,
    level: usize,
    path: &mut String,
) -> Outcome<()> {
    path.push_str(&collection.collection);
    let mut pick = Pick { level, path, done: None };
    model.walk(&mut pick);
    pick.done.unwrap_or_else(|| Err(elsewhere("", M::COLLECTION)))
}

/// Takes the id of one level out of a model.
struct Pick<'p> {
    level: usize,
    path: &'p mut String,
    done: Option<Outcome<()>>,
}

impl Body for Pick<'_> {
    fn key<T: FieldType>(&mut self, name: &'static str, level: usize, id: &T) {
        if level == self.level {
            let done = segment(self.path, id);
            self.done = Some(done.map_err(|problem| problem.within(Step::Field(name.into()))));
        }
    }

    fn put<T: FieldType>(&mut self, _: &'static str, _: &T) {}
}

/// Appends a slash and an id.
fn segment<T: FieldType>(path: &mut String, id: &T) -> Outcome<()> {
    path.push('/');
    let start = path.len();
    id.store(Segment(path))??;
    let id = path.get(start..).unwrap_or_default();
    let wrong = match id {
        "." | ".." => "it means a place in a path",
        id if id.contains('/') => "it has a `/`",
        id => return name_is_legal(id),
    };
    Err(Problem::new(Reason::Name { name: id.to_owned(), wrong }))
}

fn checked<M>(path: &str) -> Outcome<DocRef<M>> {
    DocRef::new(path).ok_or_else(|| Problem::malformed(path, "the path of a document"))
}

/// The id at the end of a path, after what leads to it, where the path leads
/// through these collections to a document.
pub(super) fn fits<'p>(path: &'p str, collection: &CollectionPath) -> Option<(&'p str, &'p str)> {
    let (above, own) = at_last_slash(path);
    let (mut names, mut id) = (above?, own);
    let mut collections = collection.up().peekable();
    while let Some(collection) = collections.next() {
        // It is compared where it must end: nobody looks for where it begins.
        let before = names.strip_suffix(&*collection.collection)?;
        if id.is_empty() {
            return None;
        }
        if collections.peek().is_none() {
            return before.is_empty().then_some((above?, own));
        }
        let (above, next) = at_last_slash(before.strip_suffix('/')?);
        (names, id) = (above?, next);
    }
    None
}

/// A part of a path, counted from 0 at its end.
pub(super) fn part(path: &str, from_end: usize) -> Option<&str> {
    let (mut rest, mut last) = at_last_slash(path);
    for _ in 0..from_end {
        (rest, last) = at_last_slash(rest?);
    }
    Some(last)
}

/// The problem of a path that does not.
#[cold]
pub(super) fn elsewhere(path: &str, collection: &CollectionPath) -> Problem {
    let mut names: Vec<&str> = collection.up().map(|path| &*path.collection).collect();
    names.reverse();
    let expected = format!("{}/*", names.join("/*/"));
    Problem::new(Reason::Path { found: path.to_owned(), expected })
}
