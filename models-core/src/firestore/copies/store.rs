//! Where documents are read and written.

use std::future::Future;

use crate::firestore::document::{Document, Value, Write};

/// A database, as far as copies need one. The feature `firestore` implements it
/// for the client of that crate; [`Memory`](super::Memory) is one for tests.
pub trait Store: Sync {
    /// What can go wrong.
    type Error: Send;

    /// The documents of these full names, in this order; `None` for each that is
    /// not there.
    fn get(
        &self,
        names: &[String],
    ) -> impl Future<Output = Result<Vec<Option<Document>>, Self::Error>> + Send;

    /// A page of documents, in the order of their names.
    fn find(&self, find: &Find) -> impl Future<Output = Result<Vec<Document>, Self::Error>> + Send;

    /// Does all of the writes, or none. There are at most 500.
    fn commit(&self, writes: Vec<Write>) -> impl Future<Output = Result<(), Self::Error>> + Send;
}

/// A query.
#[derive(Clone, Debug, PartialEq)]
pub struct Find {
    /// The full name of the document that they are under, or of all documents
    /// of the database.
    pub parent: String,
    /// The collection's name.
    pub collection: String,
    /// In every collection of this name below the parent, not only right under
    /// it.
    pub everywhere: bool,
    /// A field that equals a value.
    pub filter: Option<(String, Value)>,
    /// The fields that are read; the others need not be there.
    pub select: Vec<String>,
    /// Only documents whose full name sorts after this one.
    pub after: Option<String>,
    /// At most this many.
    pub limit: usize,
}
