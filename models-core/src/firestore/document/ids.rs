//! The ids of a model, as segments of its path.

use std::fmt::Write;

use super::definition::DocumentDef;
use super::path::wrong_path;
use crate::schema::CollectionPath;
use crate::types::FieldType;
use crate::types::document::{
    FieldError, FieldErrorKind, Nesting, PathSegment, ValueWriter, check_field_name,
};

/// Appends the id at one level of the path; the derive passes every id of the
/// model.
#[doc(hidden)]
pub struct IdWriter<'p> {
    level: usize,
    path: &'p mut String,
    result: Option<Result<(), FieldError>>,
}

impl IdWriter<'_> {
    /// An id of the model: of the document (0), of the one above it (1), and so
    /// on.
    pub fn id<T: FieldType>(&mut self, name: &'static str, level: usize, id: &T) {
        if level == self.level {
            let result = append_id(self.path, id);
            self.result =
                Some(result.map_err(|error| error.within(PathSegment::Field(name.into()))));
        }
    }
}

/// Passes the ids of a model to a writer.
pub(super) type WriteIds<'m> = &'m dyn Fn(&mut IdWriter<'_>);

/// Appends the path of a model's document; `above` is the path of the document
/// above, for a model that does not hold it.
pub(super) fn append_path(
    definition: &DocumentDef,
    ids: WriteIds<'_>,
    above: Option<&str>,
    path: &mut String,
) -> Result<(), FieldError> {
    if let Some(above) = above {
        path.push_str(above);
        path.push('/');
        return append_segment(definition, ids, definition.collection, 0, path);
    }
    append_from_top(definition, ids, definition.collection, 0, path)
}

/// From the top down: the collection above first.
fn append_from_top(
    definition: &DocumentDef,
    ids: WriteIds<'_>,
    collection: &CollectionPath,
    level: usize,
    path: &mut String,
) -> Result<(), FieldError> {
    if let Some(above) = &collection.parent {
        append_from_top(definition, ids, above, level + 1, path)?;
        path.push('/');
    }
    append_segment(definition, ids, collection, level, path)
}

fn append_segment(
    definition: &DocumentDef,
    ids: WriteIds<'_>,
    collection: &CollectionPath,
    level: usize,
    path: &mut String,
) -> Result<(), FieldError> {
    path.push_str(&collection.collection);
    let mut writer = IdWriter { level, path, result: None };
    ids(&mut writer);
    writer.result.unwrap_or_else(|| Err(wrong_path("", definition.collection)))
}

/// Appends a slash and an id.
pub(super) fn append_id<T: FieldType>(path: &mut String, id: &T) -> Result<(), FieldError> {
    path.push('/');
    let start = path.len();
    id.write_value(IdText(path))??;
    check_id(path.get(start..).unwrap_or_default())
}

fn check_id(id: &str) -> Result<(), FieldError> {
    let wrong = match id {
        "." | ".." => "it means a place in a path",
        id if id.bytes().any(|byte| byte == b'/') => "it has a `/`",
        id => return check_field_name(id),
    };
    Err(FieldError::new(FieldErrorKind::IllegalName { name: id.to_owned(), wrong }))
}

/// Appends what is stored as a text or as an integer; nothing else is an id.
struct IdText<'p>(&'p mut String);

impl ValueWriter for IdText<'_> {
    type Output = Result<(), FieldError>;

    fn nesting(&self) -> Nesting {
        Nesting::default()
    }

    fn text(self, value: &str) -> Self::Output {
        self.0.push_str(value);
        Ok(())
    }

    fn integer(self, value: i64) -> Self::Output {
        // Writing to a `String` cannot fail.
        let _ = write!(self.0, "{value}");
        Ok(())
    }

    fn absent(self) -> Self::Output {
        not_an_id()
    }

    fn null(self) -> Self::Output {
        not_an_id()
    }

    fn boolean(self, _: bool) -> Self::Output {
        not_an_id()
    }

    fn double(self, _: f64) -> Self::Output {
        not_an_id()
    }

    fn timestamp(self, _: i64, _: i32) -> Self::Output {
        not_an_id()
    }

    fn bytes(self, _: &[u8]) -> Self::Output {
        not_an_id()
    }

    fn reference(self, _: &str) -> Self::Output {
        not_an_id()
    }

    fn geo_point(self, _: f64, _: f64) -> Self::Output {
        not_an_id()
    }

    fn vector(self, _: impl ExactSizeIterator<Item = f64> + DoubleEndedIterator) -> Self::Output {
        not_an_id()
    }

    fn array<'v, T: FieldType + 'v>(
        self,
        _: impl ExactSizeIterator<Item = &'v T> + DoubleEndedIterator,
    ) -> Result<Self::Output, FieldError> {
        Ok(not_an_id())
    }

    fn map<'v, T: FieldType + 'v>(
        self,
        _: impl ExactSizeIterator<Item = (&'v str, &'v T)> + DoubleEndedIterator,
    ) -> Result<Self::Output, FieldError> {
        Ok(not_an_id())
    }
}

#[cold]
fn not_an_id() -> Result<(), FieldError> {
    Err(FieldError::new(FieldErrorKind::Unsupported))
}
