//! A field of a model, by its name in a document.

use std::fmt;
use std::marker::PhantomData;

use crate::firestore::document::model::DocumentModel;

/// The field of a document that holds a `T` of the model `M`; made by
/// [`field!`](crate::field).
pub struct FieldOf<M, T> {
    name: &'static str,
    of: PhantomData<fn(&M) -> &T>,
}

impl<M: DocumentModel, T> FieldOf<M, T> {
    /// The field of this Rust name, which the function has the type of.
    ///
    /// # Panics
    /// While it compiles, when the field is not in the body of a document.
    #[doc(hidden)]
    #[must_use]
    #[allow(clippy::panic, reason = "this is how a constant becomes a compile error")]
    pub const fn named(field: &'static str, _: fn(&M) -> &T) -> Self {
        if let Some(name) = M::DEFINITION.document_name_of(field) {
            return Self { name, of: PhantomData };
        }
        panic!(
            "this field is not in the body of a document: it is an id of the path, or another engine's"
        );
    }
}

impl<M, T> FieldOf<M, T> {
    /// Its name in a document.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }
}

impl<M, T> Clone for FieldOf<M, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M, T> Copy for FieldOf<M, T> {}

impl<M, T> fmt::Debug for FieldOf<M, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldOf({:?})", self.name)
    }
}
