//! What the derive implements for a model with a collection.

use super::body::Body;
use super::database::Database;
use super::error::DocumentError;
use super::form::{ReadDocument, WriteDocument};
use super::gather::{Gathered, Gathering, Unknown};
use super::lookup::{Lookup, fields};
use super::own::Fields;
use super::path::{self, CollectionRef};
use super::write::{self, Write};
use crate::model::{Model, Parent};
use crate::schema::{CollectionPath, ModelDef, Node};
use crate::types::DocRef;
use crate::types::document::{Problem, Source};

/// Above the collections at the top of a database there is no document.
#[derive(Clone, Copy, Debug)]
pub enum Top {}

/// A model that is kept in a collection; implemented by `#[derive(Model)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no collection",
    label = "no documents are kept of this",
    note = "a struct with `#[derive(Model)]` and `#[model(collection = \"..\")]` has"
)]
pub trait DocumentModel: Model + Parent {
    /// The model of the document above, or [`Top`].
    type Above;

    /// Its description, to look things up in.
    #[doc(hidden)]
    const DESCRIPTION: &'static ModelDef = &Self::MODEL;
    /// Its fields by their names.
    #[doc(hidden)]
    const LOOKUP: &'static Lookup = &Lookup::of(Self::DESCRIPTION);
    /// Where its documents are.
    #[doc(hidden)]
    const COLLECTION: &'static CollectionPath = match Self::PATH {
        Some(path) => path,
        // Only while it compiles, and only by hand: the derive implements this
        // trait beside a path and nowhere else.
        None => panic!("a document model has a collection"),
    };
    /// Whether it holds the ids of all documents above it.
    #[doc(hidden)]
    const HOLDS_ITS_PATH: bool = holds_its_path(Self::DESCRIPTION, Self::COLLECTION);

    /// Writes every field.
    #[doc(hidden)]
    fn walk<B: Body>(&self, to: &mut B);

    /// Makes a model of what there is; `None` when a problem was found.
    #[doc(hidden)]
    fn gather<S: Source>(from: Gathering<'_, S>) -> Gathered<Self>;

    /// Its path, from the top of the database: `teams/t/threads/x`.
    ///
    /// The model holds the ids of all documents above it, or this does not
    /// compile; see [`Self::path_under`].
    ///
    /// # Errors
    /// When an id cannot be one, as a [`Uid`](crate::types::Uid) with a `/`.
    fn path(&self) -> Result<DocRef<Self>, Problem> {
        const { assert!(Self::HOLDS_ITS_PATH, "{}", MISSING_IDS) };
        path::of(self, None)
    }

    /// Its path under a document, for a model that holds its own id alone.
    ///
    /// # Errors
    /// When its id cannot be one.
    fn path_under(&self, above: &DocRef<Self::Above>) -> Result<DocRef<Self>, Problem> {
        path::of(self, Some(above.path()))
    }

    /// The collection that it is kept in, at the top of the database.
    #[must_use]
    fn collection() -> CollectionRef<Self>
    where
        Self: DocumentModel<Above = Top>,
    {
        CollectionRef::at_top()
    }

    /// The whole document: its name and its body.
    ///
    /// # Errors
    /// Every field that Firestore has no value for.
    fn document<D: WriteDocument>(&self, database: &Database) -> Result<D, DocumentError> {
        const { assert!(Self::HOLDS_ITS_PATH, "{}", MISSING_IDS) };
        D::write(self, database, None)
    }

    /// The same, for a model that holds its own id alone.
    ///
    /// # Errors
    /// Every field that Firestore has no value for.
    fn document_under<D: WriteDocument>(
        &self,
        database: &Database,
        above: &DocRef<Self::Above>,
    ) -> Result<D, DocumentError> {
        D::write(self, database, Some(above.path()))
    }

    /// The write of a new document; `created_at` and `updated_at` become the
    /// moment of the request, whatever the model holds. It fails where the
    /// document is there already.
    ///
    /// # Errors
    /// Every field that Firestore has no value for.
    fn create(&self, database: &Database) -> Result<Write, DocumentError> {
        const { assert!(Self::HOLDS_ITS_PATH, "{}", MISSING_IDS) };
        write::create(self, database, None)
    }

    /// The same, for a model that holds its own id alone.
    ///
    /// # Errors
    /// Every field that Firestore has no value for.
    fn create_under(
        &self,
        database: &Database,
        above: &DocRef<Self::Above>,
    ) -> Result<Write, DocumentError> {
        write::create(self, database, Some(above.path()))
    }

    /// The write of the whole document, whatever is there; `updated_at` becomes
    /// the moment of the request. [`Patch`](super::Patch) writes single fields.
    ///
    /// # Errors
    /// Every field that Firestore has no value for.
    fn replace(&self, database: &Database) -> Result<Write, DocumentError> {
        const { assert!(Self::HOLDS_ITS_PATH, "{}", MISSING_IDS) };
        write::replace(self, database, None)
    }

    /// The same, for a model that holds its own id alone.
    ///
    /// # Errors
    /// Every field that Firestore has no value for.
    fn replace_under(
        &self,
        database: &Database,
        above: &DocRef<Self::Above>,
    ) -> Result<Write, DocumentError> {
        write::replace(self, database, Some(above.path()))
    }

    /// The model in a document. Fields that the model has not are ignored.
    ///
    /// # Errors
    /// Every field that is missing or holds something else.
    fn read<D: ReadDocument>(document: D) -> Result<Self, DocumentError> {
        document.read(&mut Unknown::Ignored)
    }

    /// The same; a field that the model has not is an error.
    ///
    /// # Errors
    /// Every field that is missing, holds something else, or is unknown.
    fn read_strict<D: ReadDocument>(document: D) -> Result<Self, DocumentError> {
        document.read(&mut Unknown::Refused)
    }

    /// The same; fields that the model has not are given beside it.
    ///
    /// # Errors
    /// Every field that is missing or holds something else.
    fn read_keeping<D: ReadDocument>(document: D) -> Result<(Self, Fields), DocumentError> {
        let mut unknown = Unknown::Kept(Fields::new());
        let model = document.read(&mut unknown)?;
        match unknown {
            Unknown::Kept(fields) => Ok((model, fields)),
            Unknown::Ignored | Unknown::Refused => Ok((model, Fields::new())),
        }
    }
}

const MISSING_IDS: &str = "this model does not hold the ids of all documents above it: give it a field for each with `#[model(parent)]` or `#[model(parent = ..)]`, or call the method that ends in `_under`";

/// How far above the documents of `M` those of `A` are.
#[must_use]
pub fn above<M: Parent, A: Parent>() -> usize {
    const { level(M::PATH, A::PATH) }
}

/// 0 when they are not above.
const fn level(
    path: Option<&'static CollectionPath>,
    ancestor: Option<&'static CollectionPath>,
) -> usize {
    let (Some(mut path), Some(ancestor)) = (path, ancestor) else { return 0 };
    let mut level = 0;
    while let Some(Node::Static(above)) = &path.parent {
        level += 1;
        if above.is(ancestor) {
            return level;
        }
        path = above;
    }
    0
}

const fn holds_its_path(model: &'static ModelDef, path: &'static CollectionPath) -> bool {
    let (mut above, fields) = (path, fields(model));
    while let Some(Node::Static(next)) = &above.parent {
        let (mut at, mut held) = (0, false);
        while at < fields.len() {
            if let Some(Node::Static(ancestor)) = &fields[at].ancestor {
                held |= ancestor.is(next);
            }
            at += 1;
        }
        if !held {
            return false;
        }
        above = next;
    }
    true
}
