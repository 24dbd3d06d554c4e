//! Writing a model into a form that is a tree of owned values: [`Value`] here,
//! and the value of the `firestore` crate.
//!
//! [`Value`]: super::Value

use std::marker::PhantomData;

use super::form::BodyWriter;
use super::ids::WriteIds;
use super::{Database, DocumentError, DocumentModel, path};
use crate::types::FieldType;
use crate::types::document::{FieldError, Nesting, PathSegment, ValueWriter, check_field_name};

/// A value of such a form.
pub(in crate::firestore) trait TreeValue: Sized {
    /// The fields of a document, or the entries of a map.
    type Fields;

    fn null() -> Self;
    fn boolean(value: bool) -> Self;
    fn integer(value: i64) -> Self;
    fn double(value: f64) -> Self;
    /// `None` for what is not a moment.
    fn timestamp(seconds: i64, nanos: i32) -> Option<Self>;
    fn text(value: &str) -> Self;
    fn bytes(value: &[u8]) -> Self;
    /// By the full name of the document.
    fn reference(name: String) -> Self;
    fn geo_point(latitude: f64, longitude: f64) -> Self;
    fn array(items: Vec<Self>) -> Self;
    fn map(entries: Self::Fields) -> Self;

    fn fields(capacity: usize) -> Self::Fields;
    fn insert(fields: &mut Self::Fields, name: &str, value: Self);
}

/// A vector, as the map by which Firestore knows it.
pub(super) fn vector<V: TreeValue>(numbers: impl Iterator<Item = f64>) -> V {
    let mut entries = V::fields(2);
    V::insert(&mut entries, "__type__", V::text("__vector__"));
    V::insert(&mut entries, "value", V::array(numbers.map(V::double).collect()));
    V::map(entries)
}

/// Writes one value.
pub(in crate::firestore) struct TreeWriter<'d, V> {
    database: &'d Database,
    nesting: Nesting,
    value: PhantomData<V>,
}

impl<'d, V> TreeWriter<'d, V> {
    pub(in crate::firestore) fn new(database: &'d Database) -> Self {
        Self::at(database, Nesting::default())
    }

    fn at(database: &'d Database, nesting: Nesting) -> Self {
        Self { database, nesting, value: PhantomData }
    }

    /// An element of a list.
    pub(in crate::firestore) fn element(&self) -> Self {
        Self::at(self.database, self.nesting.element())
    }
}

impl<V: TreeValue> ValueWriter for TreeWriter<'_, V> {
    /// Nothing, where the value is left out.
    type Output = Option<V>;

    fn nesting(&self) -> Nesting {
        self.nesting
    }

    fn absent(self) -> Option<V> {
        None
    }

    fn null(self) -> Option<V> {
        Some(V::null())
    }

    fn boolean(self, value: bool) -> Option<V> {
        Some(V::boolean(value))
    }

    fn integer(self, value: i64) -> Option<V> {
        Some(V::integer(value))
    }

    fn double(self, value: f64) -> Option<V> {
        Some(V::double(value))
    }

    fn timestamp(self, seconds: i64, nanos: i32) -> Option<V> {
        V::timestamp(seconds, nanos)
    }

    fn text(self, value: &str) -> Option<V> {
        Some(V::text(value))
    }

    fn bytes(self, value: &[u8]) -> Option<V> {
        Some(V::bytes(value))
    }

    fn reference(self, path: &str) -> Option<V> {
        Some(V::reference(self.database.name(path)))
    }

    fn geo_point(self, latitude: f64, longitude: f64) -> Option<V> {
        Some(V::geo_point(latitude, longitude))
    }

    fn vector(
        self,
        numbers: impl ExactSizeIterator<Item = f64> + DoubleEndedIterator,
    ) -> Option<V> {
        Some(vector(numbers))
    }

    fn array<'v, T: FieldType + 'v>(
        self,
        items: impl ExactSizeIterator<Item = &'v T> + DoubleEndedIterator,
    ) -> Result<Option<V>, FieldError> {
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.enumerate() {
            let value = item.write_value(self.element());
            list.extend(value.map_err(|error| error.within(PathSegment::Index(index)))?);
        }
        Ok(Some(V::array(list)))
    }

    fn map<'v, T: FieldType + 'v>(
        self,
        entries: impl ExactSizeIterator<Item = (&'v str, &'v T)> + DoubleEndedIterator,
    ) -> Result<Option<V>, FieldError> {
        let mut map = V::fields(entries.len());
        for (key, value) in entries {
            let writer = Self::at(self.database, self.nesting.entry());
            let value = check_field_name(key).and_then(|()| value.write_value(writer));
            let value = value.map_err(|error| error.within(PathSegment::Key(key.into())))?;
            if let Some(value) = value {
                V::insert(&mut map, key, value);
            }
        }
        Ok(Some(V::map(map)))
    }
}

/// Writes the body of a document.
struct TreeBody<'d, V: TreeValue> {
    database: &'d Database,
    fields: V::Fields,
    errors: Vec<FieldError>,
}

impl<V: TreeValue> BodyWriter for TreeBody<'_, V> {
    fn field<T: FieldType>(&mut self, name: &'static str, value: &T) {
        match value.write_value(TreeWriter::<V>::new(self.database)) {
            Ok(Some(value)) => V::insert(&mut self.fields, name, value),
            Ok(None) => {}
            Err(error) => self.errors.push(error.within(PathSegment::Field(name.into()))),
        }
    }
}

/// The name and the fields of a model's document.
pub(super) fn write_tree<V: TreeValue, M: DocumentModel>(
    model: &M,
    database: &Database,
    above: Option<&str>,
) -> Result<(String, V::Fields), DocumentError> {
    let fields = V::fields(M::DEFINITION.fields().len());
    let mut body = TreeBody::<V> { database, fields, errors: Vec::new() };
    let ids: WriteIds<'_> = &|to| model.write_ids(to);
    let name = path::full_name(M::DEFINITION, ids, database, above, &mut body.errors);
    model.write_fields(&mut body);
    if body.errors.is_empty() {
        return Ok((name, body.fields));
    }
    Err(DocumentError::new(M::DEFINITION, &name, body.errors))
}
