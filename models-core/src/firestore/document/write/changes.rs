//! The changes of a document, whatever its model.

use std::collections::BTreeMap;

use super::{Becomes, Precondition, Transform, Write, WriteOperation, path};
use crate::firestore::document::definition::DocumentDef;
use crate::firestore::document::tree::TreeWriter;
use crate::firestore::document::{
    Database, Document, DocumentError, FieldError, Fields, PathSegment, Value,
};
use crate::schema::Field;
use crate::types::FieldType;
use crate::types::document::check_field_name;

/// What becomes of the fields of one document. The last change of a field counts.
#[derive(Debug)]
pub(super) struct Changes<'d> {
    definition: &'static DocumentDef,
    database: &'d Database,
    name: String,
    /// By the path of the field; `None` removes it.
    sets: BTreeMap<String, (ChangedField, Option<Value>)>,
    transforms: BTreeMap<String, Becomes>,
    errors: Vec<FieldError>,
}

/// A field, or an entry of the map in it.
#[derive(Debug)]
struct ChangedField {
    field: String,
    key: Option<String>,
}

impl<'d> Changes<'d> {
    pub(super) fn new(
        definition: &'static DocumentDef,
        database: &'d Database,
        document: &str,
    ) -> Self {
        Self {
            definition,
            database,
            name: database.name(document),
            sets: BTreeMap::new(),
            transforms: BTreeMap::new(),
            errors: Vec::new(),
        }
    }

    /// Every field that differs, except the times that the server sets.
    pub(super) fn set_differences(&mut self, before: &Document, after: Document) {
        for name in before.fields.keys().filter(|name| !after.fields.contains_key(*name)) {
            self.put(name, None, Ok(None));
        }
        let is_time = |field: &Field| field.is_created_at() || field.is_updated_at();
        for (name, value) in after.fields {
            let is_time = self.definition.names(is_time).any(|time| time == name);
            if before.fields.get(&name) != Some(&value) && !is_time {
                self.put(&name, None, Ok(Some(value)));
            }
        }
    }

    /// A field, or an entry of the map in it, becomes this.
    pub(super) fn set<T: FieldType>(&mut self, field: &str, key: Option<&str>, value: &T) {
        let value = value.write_value(TreeWriter::new(self.database));
        self.put(field, key, value);
    }

    pub(super) fn remove(&mut self, field: &str, key: Option<&str>) {
        self.put(field, key, Ok(None));
    }

    fn put(&mut self, field: &str, key: Option<&str>, value: Result<Option<Value>, FieldError>) {
        let path = path::of([field].into_iter().chain(key));
        match key.map_or(Ok(()), check_field_name).and(value) {
            Ok(value) => {
                self.forget(&path);
                let place = ChangedField { field: field.to_owned(), key: key.map(str::to_owned) };
                self.sets.insert(path, (place, value));
            }
            Err(error) => {
                let key = key.map(|key| PathSegment::Key(key.to_owned()));
                self.fail(field, key.into_iter().fold(error, FieldError::within));
            }
        }
    }

    pub(super) fn transform(&mut self, field: &str, becomes: Becomes) {
        let path = path::of([field]);
        self.forget(&path);
        self.transforms.insert(path, becomes);
    }

    pub(super) fn compute<T: FieldType>(
        &mut self,
        field: &str,
        value: &T,
        becomes: fn(Value) -> Becomes,
    ) {
        match value.write_value(TreeWriter::new(self.database)) {
            Ok(value) => self.transform(field, becomes(value.unwrap_or(Value::Null))),
            Err(error) => self.fail(field, error),
        }
    }

    pub(super) fn change_list<T: FieldType>(
        &mut self,
        field: &str,
        items: &[T],
        becomes: fn(Vec<Value>) -> Becomes,
    ) {
        let list = TreeWriter::<Value>::new(self.database);
        let item = |(index, item): (usize, &T)| {
            let value = item.write_value(list.element());
            value.map_err(|error| error.within(PathSegment::Index(index)))
        };
        match items.iter().enumerate().map(item).collect::<Result<Vec<_>, _>>() {
            Ok(values) => self.transform(field, becomes(values.into_iter().flatten().collect())),
            Err(error) => self.fail(field, error),
        }
    }

    fn fail(&mut self, field: &str, error: FieldError) {
        self.errors.push(error.within(PathSegment::Field(field.to_owned().into())));
    }

    /// Drops earlier changes of a field, of the entries in it, and of the map that
    /// it is an entry of: a mask must not name both.
    fn forget(&mut self, path: &str) {
        let covers = |a: &str, b: &str| {
            a.strip_prefix(b).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let is_apart = |other: &String| !covers(other, path) && !covers(path, other);
        self.sets.retain(|path, _| is_apart(path));
        self.transforms.retain(|path, _| is_apart(path));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sets.is_empty() && self.transforms.is_empty() && self.errors.is_empty()
    }

    pub(super) fn write(mut self) -> Result<Write, DocumentError> {
        if !self.errors.is_empty() {
            return Err(DocumentError::new(self.definition, &self.name, self.errors));
        }
        for name in self.definition.names(Field::is_updated_at) {
            let path = path::of([name]);
            if !self.sets.contains_key(&path) {
                self.transforms.entry(path).or_insert(Becomes::RequestTime);
            }
        }
        let (mut fields, mut mask) = (Fields::new(), Vec::new());
        for (path, (place, value)) in self.sets {
            mask.push(path);
            if let Some(value) = value {
                insert(&mut fields, place, value);
            }
        }
        let document = Document { name: self.name, fields, ..Document::default() };
        let transforms = self.transforms.into_iter();
        let transforms = transforms.map(|(field, becomes)| Transform { field, becomes }).collect();
        let operation = WriteOperation::Update { document, mask: Some(mask), transforms };
        Ok(Write { operation, precondition: Some(Precondition::Exists(true)) })
    }
}

/// Puts a value into a field, or into the map that the field holds.
fn insert(fields: &mut Fields, place: ChangedField, value: Value) {
    let Some(key) = place.key else {
        fields.insert(place.field, value);
        return;
    };
    let map = fields.entry(place.field).or_insert_with(|| Value::Map(Fields::new()));
    if let Value::Map(entries) = map {
        entries.insert(key, value);
    }
}
