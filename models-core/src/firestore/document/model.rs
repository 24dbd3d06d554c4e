//! What the derive implements for a model with a collection.

use super::database::Database;
use super::definition::DocumentDef;
use super::error::DocumentError;
use super::form::{BodyWriter, ReadDocument, WriteDocument};
use super::ids::IdWriter;
use super::path::{self, CollectionRef};
use super::read::{FieldReader, UnknownFields};
use super::value::Fields;
use super::write::{self, Write};
use crate::model::{Model, Parent};
use crate::schema::{CollectionPath, ModelDef, Node};
use crate::types::DocRef;
use crate::types::document::ValueReader;

/// The parent of collections at the top of a database, where there is no
/// document.
#[derive(Clone, Copy, Debug)]
pub enum Top {}

/// A model that is stored in a collection; implemented by `#[derive(Model)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no collection",
    label = "documents of this are not stored anywhere",
    note = "a struct with `#[derive(Model)]` and `#[model(collection = \"..\")]` has one"
)]
pub trait DocumentModel: Model + Parent {
    /// The model of the document above, or [`Top`].
    type Above;

    /// Its description, by reference.
    #[doc(hidden)]
    const DESCRIPTION: &'static ModelDef = &Self::MODEL;
    /// What is known of its documents while it compiles.
    #[doc(hidden)]
    const DEFINITION: &'static DocumentDef = &DocumentDef::new(Self::DESCRIPTION, Self::PATH);

    /// Passes every id of the path.
    #[doc(hidden)]
    fn write_ids(&self, to: &mut IdWriter<'_>);

    /// Writes every field of the body.
    #[doc(hidden)]
    fn write_fields<W: BodyWriter>(&self, to: &mut W);

    /// Reads every field; `None` when there was an error.
    #[doc(hidden)]
    fn read_fields<R: ValueReader>(from: &mut FieldReader<'_, R>) -> Option<Self>;

    /// Its path, from the top of the database: `teams/t/threads/x`.
    ///
    /// The model holds the ids of all documents above it, or this does not
    /// compile; see [`Self::path_under`].
    ///
    /// # Errors
    /// When Firestore does not accept an id, such as a [`Uid`](crate::types::Uid)
    /// with a `/`.
    fn path(&self) -> Result<DocRef<Self>, DocumentError> {
        const { assert!(Self::DEFINITION.holds_its_path, "{}", MISSING_IDS) };
        path::of_model(self, None)
    }

    /// Its path under a document, for a model that holds its own id alone.
    ///
    /// # Errors
    /// When Firestore does not accept its id.
    fn path_under(&self, above: &DocRef<Self::Above>) -> Result<DocRef<Self>, DocumentError> {
        path::of_model(self, Some(above.path()))
    }

    /// The collection of its documents, at the top of the database.
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
    /// Every field that Firestore cannot store.
    fn document<D: WriteDocument>(&self, database: &Database) -> Result<D, DocumentError> {
        const { assert!(Self::DEFINITION.holds_its_path, "{}", MISSING_IDS) };
        D::write(self, database, None)
    }

    /// The same, for a model that holds its own id alone.
    ///
    /// # Errors
    /// Every field that Firestore cannot store.
    fn document_under<D: WriteDocument>(
        &self,
        database: &Database,
        above: &DocRef<Self::Above>,
    ) -> Result<D, DocumentError> {
        D::write(self, database, Some(above.path()))
    }

    /// The write of a new document; `created_at` and `updated_at` become the
    /// time of the request, whatever the model holds. It fails when the document
    /// exists already.
    ///
    /// # Errors
    /// Every field that Firestore cannot store.
    fn create(&self, database: &Database) -> Result<Write, DocumentError> {
        const { assert!(Self::DEFINITION.holds_its_path, "{}", MISSING_IDS) };
        write::create(self, database, None)
    }

    /// The same, for a model that holds its own id alone.
    ///
    /// # Errors
    /// Every field that Firestore cannot store.
    fn create_under(
        &self,
        database: &Database,
        above: &DocRef<Self::Above>,
    ) -> Result<Write, DocumentError> {
        write::create(self, database, Some(above.path()))
    }

    /// The write of the whole document, whether it exists or not; `updated_at`
    /// becomes the time of the request. [`Patch`](super::Patch) writes single
    /// fields.
    ///
    /// # Errors
    /// Every field that Firestore cannot store.
    fn replace(&self, database: &Database) -> Result<Write, DocumentError> {
        const { assert!(Self::DEFINITION.holds_its_path, "{}", MISSING_IDS) };
        write::replace(self, database, None)
    }

    /// The same, for a model that holds its own id alone.
    ///
    /// # Errors
    /// Every field that Firestore cannot store.
    fn replace_under(
        &self,
        database: &Database,
        above: &DocRef<Self::Above>,
    ) -> Result<Write, DocumentError> {
        write::replace(self, database, Some(above.path()))
    }

    /// The model in a document. Fields that the model does not have are ignored.
    ///
    /// # Errors
    /// Every field that is missing or holds another value.
    fn read<D: ReadDocument>(document: D) -> Result<Self, DocumentError> {
        document.read(&mut UnknownFields::Ignore)
    }

    /// The same; a field that the model does not have is an error.
    ///
    /// # Errors
    /// Every field that is missing, holds another value, or is unknown.
    fn read_strict<D: ReadDocument>(document: D) -> Result<Self, DocumentError> {
        document.read(&mut UnknownFields::Refuse)
    }

    /// The same; fields that the model does not have are returned beside it.
    ///
    /// # Errors
    /// Every field that is missing or holds another value.
    fn read_keeping<D: ReadDocument>(document: D) -> Result<(Self, Fields), DocumentError> {
        let mut unknown = UnknownFields::Keep(Fields::new());
        let model = document.read(&mut unknown)?;
        match unknown {
            UnknownFields::Keep(fields) => Ok((model, fields)),
            UnknownFields::Ignore | UnknownFields::Refuse => Ok((model, Fields::new())),
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
