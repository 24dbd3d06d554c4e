//! A change of some fields, typed by the model.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use chrono::{DateTime, Utc};

use super::changes::Changes;
use super::{Becomes, FieldOf, Write};
use crate::firestore::document::{
    Database, Document, DocumentError, DocumentModel, FieldError, FieldErrorKind,
};
use crate::types::{DocRef, Element, FieldType};

/// A change of some fields of one document; the fields, and the mask that names
/// them, are typed by the model.
///
/// `updated_at` becomes the time of the request. A patch is for servers, which
/// rules do not apply to: it may also write fields that clients never write
/// (`server`, `immutable`).
///
/// ```ignore
/// let write = Patch::at(&database, &comment.path()?)
///     .set(field!(Comment::text), &"Better.".to_owned())
///     .write()?;
/// ```
#[derive(Debug)]
pub struct Patch<'d, M> {
    changes: Changes<'d>,
    model: PhantomData<fn() -> M>,
}

/// A field that holds a number of either kind.
pub trait Numeric: FieldType {}

impl Numeric for i16 {}
impl Numeric for i32 {}
impl Numeric for i64 {}
impl Numeric for f32 {}
impl Numeric for f64 {}

impl<'d, M: DocumentModel> Patch<'d, M> {
    /// Of the document at this path, without any change yet.
    #[must_use]
    pub fn at(database: &'d Database, document: &DocRef<M>) -> Self {
        let changes = Changes::new(M::DEFINITION, database, document.path());
        Self { changes, model: PhantomData }
    }

    /// What turns one model into the other: the fields that differ, except
    /// `created_at` and `updated_at`.
    ///
    /// # Errors
    /// When one of them cannot be written, or their paths are not the same.
    pub fn between(database: &'d Database, old: &M, new: &M) -> Result<Self, DocumentError> {
        let (before, after): (Document, Document) =
            (old.document(database)?, new.document(database)?);
        if before.name != after.name {
            let (found, expected) = (after.name.clone(), before.name);
            let error = FieldError::new(FieldErrorKind::WrongPath { found, expected });
            return Err(DocumentError::new(M::DEFINITION, &after.name, vec![error]));
        }
        let mut patch = Self::at(database, &new.path()?);
        patch.changes.set_differences(&before, after);
        Ok(patch)
    }

    /// The field becomes this; `None` removes it.
    #[must_use]
    pub fn set<T: FieldType>(mut self, field: FieldOf<M, T>, value: &T) -> Self {
        self.changes.set(field.name(), None, value);
        self
    }

    /// The field is removed.
    #[must_use]
    pub fn delete<T: FieldType>(mut self, field: FieldOf<M, Option<T>>) -> Self {
        self.changes.remove(field.name(), None);
        self
    }

    /// One entry of a map becomes this; the others stay.
    #[must_use]
    pub fn set_entry<T: Element>(
        mut self,
        field: FieldOf<M, BTreeMap<String, T>>,
        key: &str,
        value: &T,
    ) -> Self {
        self.changes.set(field.name(), Some(key), value);
        self
    }

    /// One entry of a map is removed; the others stay.
    #[must_use]
    pub fn delete_entry<T>(mut self, field: FieldOf<M, BTreeMap<String, T>>, key: &str) -> Self {
        self.changes.remove(field.name(), Some(key));
        self
    }

    /// The field becomes the time of the request.
    #[must_use]
    pub fn set_to_request_time<T>(mut self, field: FieldOf<M, T>) -> Self
    where
        T: FieldType<Value = DateTime<Utc>>,
    {
        self.changes.transform(field.name(), Becomes::RequestTime);
        self
    }

    /// The field grows by this; a field that is missing or not a number becomes this.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "as `set` takes its value")]
    pub fn increment<T>(mut self, field: FieldOf<M, T>, by: T::Value) -> Self
    where
        T: FieldType<Value: Numeric>,
    {
        self.changes.compute(field.name(), &by, Becomes::Sum);
        self
    }

    /// The field becomes this, unless it is larger.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "as `set` takes its value")]
    pub fn raise_to<T>(mut self, field: FieldOf<M, T>, least: T::Value) -> Self
    where
        T: FieldType<Value: Numeric>,
    {
        self.changes.compute(field.name(), &least, Becomes::Maximum);
        self
    }

    /// The field becomes this, unless it is smaller.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "as `set` takes its value")]
    pub fn lower_to<T>(mut self, field: FieldOf<M, T>, most: T::Value) -> Self
    where
        T: FieldType<Value: Numeric>,
    {
        self.changes.compute(field.name(), &most, Becomes::Minimum);
        self
    }

    /// The items that the list does not contain are added at its end.
    #[must_use]
    pub fn union<E: Element>(mut self, field: FieldOf<M, Vec<E>>, items: &[E]) -> Self {
        self.changes.change_list(field.name(), items, Becomes::Union);
        self
    }

    /// The items are removed from the list, wherever they are.
    #[must_use]
    pub fn remove<E: Element>(mut self, field: FieldOf<M, Vec<E>>, items: &[E]) -> Self {
        self.changes.change_list(field.name(), items, Becomes::Without);
        self
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The write, of a document that has to exist.
    ///
    /// # Errors
    /// Every field that Firestore cannot store.
    pub fn write(self) -> Result<Write, DocumentError> {
        self.changes.write()
    }
}
