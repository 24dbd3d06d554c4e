//! A change of some fields.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::create::names;
use super::{Becomes, FieldOf, Operation, Precondition, Transform, Write, path};
use crate::firestore::document::own::One;
use crate::firestore::document::{
    Database, Document, DocumentError, DocumentModel, Fields, Problem, Reason, Step, Value,
};
use crate::types::document::{Outcome, name_is_legal};
use crate::types::{DocRef, Element, FieldType};

/// A change of some fields of one document: the fields, and the mask that names
/// them, are typed by the model.
///
/// `updated_at` becomes the moment of the request. A patch is a server's: it may
/// write any field, those that clients never write (`server`, `immutable`)
/// among them; rules do not hold it back.
///
/// ```ignore
/// let write = Patch::at(&database, &comment.path()?)
///     .set(field!(Comment::text), &"Better.".to_owned())
///     .write()?;
/// ```
#[derive(Debug)]
pub struct Patch<'d, M> {
    database: &'d Database,
    document: DocRef<M>,
    /// By the path of the field; `None` removes it.
    sets: BTreeMap<String, (Vec<String>, Option<Value>)>,
    transforms: BTreeMap<String, Becomes>,
    problems: Vec<Problem>,
}

/// A field that holds a number of either kind.
pub trait Number: FieldType {}

impl Number for i16 {}
impl Number for i32 {}
impl Number for i64 {}
impl Number for f32 {}
impl Number for f64 {}

impl<'d, M: DocumentModel> Patch<'d, M> {
    /// Of the document at this path: nothing is changed yet.
    #[must_use]
    pub fn at(database: &'d Database, document: &DocRef<M>) -> Self {
        Self {
            database,
            document: document.clone(),
            sets: BTreeMap::new(),
            transforms: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    /// What makes one model of the other: the fields that differ, but for
    /// `created_at` and `updated_at`.
    ///
    /// # Errors
    /// When one of them cannot be written, or their paths are not the same.
    pub fn between(database: &'d Database, old: &M, new: &M) -> Result<Self, DocumentError> {
        let (before, after): (Document, Document) =
            (old.document(database)?, new.document(database)?);
        if before.name != after.name {
            let (found, expected) = (after.name.clone(), before.name);
            let problem = Problem::new(Reason::Path { found, expected });
            return Err(DocumentError::new::<M>(&after.name, vec![problem]));
        }
        let document =
            new.path().map_err(|problem| DocumentError::new::<M>(&after.name, vec![problem]))?;
        let mut patch = Self::at(database, &document);
        let times = |name: &str| {
            names::<M>(|field| field.is_created_at() || field.is_updated_at()).any(|t| t == name)
        };
        for name in before.fields.keys().filter(|name| !after.fields.contains_key(*name)) {
            patch.put(vec![name.clone()], Ok(None));
        }
        for (name, value) in after.fields {
            if before.fields.get(&name) != Some(&value) && !times(&name) {
                patch.put(vec![name], Ok(Some(value)));
            }
        }
        Ok(patch)
    }

    /// The field becomes this; `None` removes it.
    #[must_use]
    pub fn set<T: FieldType>(mut self, field: FieldOf<M, T>, value: &T) -> Self {
        let stored = value.store(One::new(self.database));
        self.put(vec![field.name().to_owned()], stored);
        self
    }

    /// The field is removed.
    #[must_use]
    pub fn delete<T: FieldType>(mut self, field: FieldOf<M, Option<T>>) -> Self {
        self.put(vec![field.name().to_owned()], Ok(None));
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
        let stored = name_is_legal(key).and_then(|()| value.store(One::new(self.database)));
        self.put(vec![field.name().to_owned(), key.to_owned()], stored);
        self
    }

    /// One entry of a map is removed; the others stay.
    #[must_use]
    pub fn delete_entry<T>(mut self, field: FieldOf<M, BTreeMap<String, T>>, key: &str) -> Self {
        let legal = name_is_legal(key).map(|()| None);
        self.put(vec![field.name().to_owned(), key.to_owned()], legal);
        self
    }

    /// The field becomes the moment of the request.
    #[must_use]
    pub fn set_to_request_time<T>(self, field: FieldOf<M, T>) -> Self
    where
        T: FieldType<Value = DateTime<Utc>>,
    {
        self.transform(field.name(), Becomes::RequestTime)
    }

    /// The field grows by this; what is missing, or no number, becomes it.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "as `set` takes its value")]
    pub fn increment<T>(self, field: FieldOf<M, T>, by: T::Value) -> Self
    where
        T: FieldType<Value: Number>,
    {
        self.computed(field.name(), &by, Becomes::Sum)
    }

    /// The field becomes this, unless it is larger.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "as `set` takes its value")]
    pub fn raise_to<T>(self, field: FieldOf<M, T>, least: T::Value) -> Self
    where
        T: FieldType<Value: Number>,
    {
        self.computed(field.name(), &least, Becomes::Maximum)
    }

    /// The field becomes this, unless it is smaller.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "as `set` takes its value")]
    pub fn lower_to<T>(self, field: FieldOf<M, T>, most: T::Value) -> Self
    where
        T: FieldType<Value: Number>,
    {
        self.computed(field.name(), &most, Becomes::Minimum)
    }

    /// Those of the items that the list has not are put at its end.
    #[must_use]
    pub fn union<E: Element>(self, field: FieldOf<M, Vec<E>>, items: &[E]) -> Self {
        self.listed(field.name(), items, Becomes::Union)
    }

    /// The items are taken out of the list, wherever they are.
    #[must_use]
    pub fn remove<E: Element>(self, field: FieldOf<M, Vec<E>>, items: &[E]) -> Self {
        self.listed(field.name(), items, Becomes::Without)
    }

    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty() && self.transforms.is_empty() && self.problems.is_empty()
    }

    /// The write: of a document that is there.
    ///
    /// # Errors
    /// Every field that Firestore has no value for.
    pub fn write(mut self) -> Result<Write, DocumentError> {
        for name in names::<M>(|field| field.is_updated_at()) {
            let path = path::of([name]);
            if !self.sets.contains_key(&path) {
                self.transforms.entry(path).or_insert(Becomes::RequestTime);
            }
        }
        let name = self.database.name(self.document.path());
        DocumentError::unless_sound::<M>(&name, self.problems)?;
        let (mut fields, mut mask) = (Fields::new(), Vec::new());
        for (path, (names, value)) in self.sets {
            mask.push(path);
            if let Some(value) = value {
                insert(&mut fields, names, value);
            }
        }
        let document = Document { name, fields, ..Document::default() };
        let transforms = self.transforms.into_iter();
        let transforms = transforms.map(|(field, becomes)| Transform { field, becomes }).collect();
        let operation = Operation::Update { document, mask: Some(mask), transforms };
        Ok(Write { operation, precondition: Some(Precondition::Exists(true)) })
    }

    /// The last word about a field holds.
    fn put(&mut self, names: Vec<String>, stored: Outcome<Option<Value>>) {
        let path = path::of(names.iter().map(String::as_str));
        match stored {
            Ok(value) => {
                self.forget(&path);
                self.sets.insert(path, (names, value));
            }
            Err(problem) => {
                let mut names = names.into_iter();
                let field = names.next().unwrap_or_default();
                let problem = names.fold(problem, |problem, key| problem.within(Step::Key(key)));
                self.problems.push(problem.within(Step::Field(field.into())));
            }
        }
    }

    fn transform(mut self, name: &str, becomes: Becomes) -> Self {
        let path = path::of([name]);
        self.forget(&path);
        self.transforms.insert(path, becomes);
        self
    }

    /// What was said about a field, or about an entry of it, or about the map
    /// that it is an entry of: a mask may not name both.
    fn forget(&mut self, path: &str) {
        let covers = |a: &str, b: &str| {
            a.strip_prefix(b).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let other = |other: &String| !covers(other, path) && !covers(path, other);
        self.sets.retain(|path, _| other(path));
        self.transforms.retain(|path, _| other(path));
    }

    fn computed<T: FieldType>(
        self,
        name: &'static str,
        value: &T,
        becomes: fn(Value) -> Becomes,
    ) -> Self {
        match value.store(One::new(self.database)) {
            Ok(value) => self.transform(name, becomes(value.unwrap_or(Value::Null))),
            Err(problem) => self.failed(name, problem),
        }
    }

    fn listed<E: Element>(
        self,
        name: &'static str,
        items: &[E],
        becomes: fn(Vec<Value>) -> Becomes,
    ) -> Self {
        let stored = |(index, item): (usize, &E)| {
            let place = One::new(self.database).element();
            item.store(place).map_err(|problem| problem.within(Step::Index(index)))
        };
        match items.iter().enumerate().map(stored).collect::<Outcome<Vec<_>>>() {
            Ok(values) => self.transform(name, becomes(values.into_iter().flatten().collect())),
            Err(problem) => self.failed(name, problem),
        }
    }

    fn failed(mut self, name: &'static str, problem: Problem) -> Self {
        self.problems.push(problem.within(Step::Field(name.into())));
        self
    }
}

/// Puts a value into a field, or into the map that the field holds.
fn insert(fields: &mut Fields, names: Vec<String>, value: Value) {
    let mut names = names.into_iter();
    let (Some(field), key) = (names.next(), names.next()) else { return };
    let Some(key) = key else {
        fields.insert(field, value);
        return;
    };
    if let Value::Map(entries) = fields.entry(field).or_insert_with(|| Value::Map(Fields::new())) {
        entries.insert(key, value);
    }
}
