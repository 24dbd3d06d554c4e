//! Reading a model: one walk over the fields of a document, each of which is
//! loaded where it is found.

use super::definition::DocumentDef;
use super::error::DocumentError;
use super::model::DocumentModel;
use super::path;
use super::value::{Fields, Value};
use crate::schema::{Default, Literal, ValueClass};
use crate::types::document::{
    FieldError, FieldErrorKind, PathSegment, RawValue, ReadContext, ValueReader,
};
use crate::types::{FieldType, split_name};

/// What happens to fields that the model does not have.
#[derive(Debug)]
#[doc(hidden)]
pub enum UnknownFields {
    /// They are ignored.
    Ignore,
    /// Each is an error.
    Refuse,
    /// They are kept.
    Keep(Fields),
}

/// Reads the fields of a document; the derive writes the calls.
#[doc(hidden)]
pub struct FieldReader<'d, R: ValueReader> {
    fields: R::Fields,
    /// What does not depend on the form of the document.
    pub state: ReadState<'d>,
}

/// What is known of a document while it is read.
#[doc(hidden)]
pub struct ReadState<'d> {
    definition: &'static DocumentDef,
    /// The path up to the id, and the id.
    path: Option<(&'d str, &'d str)>,
    context: ReadContext<'d>,
    /// When the document was created: seconds and nanoseconds since 1970.
    created: Option<(i64, i32)>,
    unknown: &'d mut UnknownFields,
    /// With the position of the field, or [`WHOLE_DOCUMENT`].
    errors: Vec<(usize, FieldError)>,
}

/// The position of an error that no field of the model has; such errors come
/// first.
const WHOLE_DOCUMENT: usize = 0;

/// Reads a model from the fields of a document. The name is empty when it is not
/// known.
pub(super) fn read_document<M: DocumentModel, R: ValueReader>(
    name: &str,
    created: Option<(i64, i32)>,
    fields: R::Fields,
    unknown: &mut UnknownFields,
) -> Result<M, DocumentError> {
    let state = ReadState::new(M::DEFINITION, name, created, unknown);
    let mut reader = FieldReader::<R> { fields, state };
    match M::read_fields(&mut reader) {
        Some(model) if reader.state.errors.is_empty() => Ok(model),
        _ => Err(reader.state.into_error(name)),
    }
}

impl<R: ValueReader> FieldReader<'_, R> {
    /// The next field that the model has, and its position in the struct.
    #[inline]
    pub fn next_field(&mut self) -> Option<(usize, R)> {
        loop {
            match self.fields.next()? {
                Ok((name, value)) => match self.state.definition.position(name.as_ref()) {
                    Some(at) => return Some((at, value)),
                    None => self.unknown(&name, value),
                },
                Err(error) => self.state.errors.push((WHOLE_DOCUMENT, error)),
            }
        }
    }

    /// Loads the value of the field at this position. Of several values under
    /// one name the last counts, as in protocol buffers.
    #[inline]
    pub fn read<T: FieldType>(&mut self, at: usize, value: R, to: &mut Option<T>) {
        match value.parse().and_then(|value| T::read_value(value, &self.state.context)) {
            Ok(value) => {
                *to = Some(value);
                if !self.state.errors.is_empty() {
                    self.state.forget(at);
                }
            }
            Err(error) => {
                *to = None;
                self.state.fail(at, error);
            }
        }
    }

    #[cold]
    fn unknown(&mut self, name: &R::Name, value: R) {
        let Ok(name) = std::str::from_utf8(name.as_ref()) else {
            let wrong = "a text is not UTF-8";
            let error = FieldError::new(FieldErrorKind::InvalidBytes { wrong });
            return self.state.errors.push((WHOLE_DOCUMENT, error));
        };
        let error = match self.state.unknown {
            UnknownFields::Ignore => return,
            UnknownFields::Refuse => FieldError::new(FieldErrorKind::Unknown),
            UnknownFields::Keep(fields) => match value.parse().and_then(Value::from_raw) {
                Ok(value) => {
                    fields.insert(name.to_owned(), value);
                    return;
                }
                Err(error) => error,
            },
        };
        let error = error.within(PathSegment::Field(name.to_owned().into()));
        self.state.errors.push((WHOLE_DOCUMENT, error));
    }
}

impl<'d> ReadState<'d> {
    fn new(
        definition: &'static DocumentDef,
        name: &'d str,
        created: Option<(i64, i32)>,
        unknown: &'d mut UnknownFields,
    ) -> Self {
        let (documents, path) = match split_name(name) {
            Some((documents, path)) => (Some(documents), path),
            None => (None, name),
        };
        let context = ReadContext { documents };
        let (found, mut errors) = (path::split_id(path, definition.collection), Vec::new());
        if found.is_none() {
            errors.push((WHOLE_DOCUMENT, path::wrong_path(path, definition.collection)));
        }
        Self { definition, path: found, context, created, unknown, errors }
    }

    /// The id at a level of the path, 0 for the document's own.
    pub fn id<T: FieldType>(&mut self, at: usize, level: usize) -> Option<T> {
        let (above, own) = self.path?;
        let id = match level {
            0 => own,
            _ => path::segment_from_end(above, 2 * level - 1)?,
        };
        match T::read_value(RawValue::<&Value>::Text(id), &self.context) {
            Ok(id) => Some(id),
            Err(error) => {
                self.fail(at, error);
                None
            }
        }
    }

    /// The value of a field that the document does not have.
    pub fn missing<T: FieldType>(&mut self, at: usize) -> Option<T> {
        let absent = T::absent();
        if absent.is_none() {
            self.fail_unless_failed(at, FieldErrorKind::Missing);
        }
        absent
    }

    /// The declared default of a field that the document does not have.
    pub fn default_value<T: FieldType>(&mut self, at: usize) -> Option<T> {
        if let Some(absent) = T::absent() {
            return Some(absent);
        }
        let Some(value) = self.default_of(at, T::TYPE.class() == ValueClass::Decimal) else {
            self.fail_unless_failed(at, FieldErrorKind::Missing);
            return None;
        };
        match (&value).parse().and_then(|value| T::read_value(value, &self.context)) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(at, error);
                None
            }
        }
    }

    /// The declared default, as a document would store it. A decimal is declared
    /// as a number and stored as a text.
    fn default_of(&self, at: usize, is_decimal: bool) -> Option<Value> {
        Some(match self.definition.fields().get(at)?.default.as_ref()? {
            Default::Value(literal) => match literal {
                Literal::Bool(value) => Value::Boolean(*value),
                Literal::Int(value) if is_decimal => Value::String(value.to_string()),
                Literal::Int(value) => Value::Integer(*value),
                Literal::Float(value) if is_decimal => Value::String(value.to_string()),
                Literal::Float(value) => Value::Double(*value),
                Literal::Text(value) => Value::String(value.to_string()),
            },
            Default::Empty => Value::Array(Vec::new()),
            Default::Now => {
                let (seconds, nanos) = self.created?;
                let moment = chrono::DateTime::from_timestamp(seconds, nanos.try_into().ok()?);
                Value::Timestamp(moment?)
            }
            Default::Uid | Default::Sql(_) => return None,
        })
    }

    /// Records the error of a field, in place of an earlier one.
    #[cold]
    fn fail(&mut self, at: usize, error: FieldError) {
        self.forget(at);
        let name = self.definition.name_at(at);
        self.errors.push((at + 1, error.within(PathSegment::Field(name.into()))));
    }

    #[cold]
    fn fail_unless_failed(&mut self, at: usize, kind: FieldErrorKind) {
        if !self.errors.iter().any(|(position, _)| *position == at + 1) {
            self.fail(at, FieldError::new(kind));
        }
    }

    /// Drops the error of a value that another one has replaced.
    #[cold]
    fn forget(&mut self, at: usize) {
        self.errors.retain(|(position, _)| *position != at + 1);
    }

    /// All errors, in the order of the struct.
    #[cold]
    fn into_error(self, name: &str) -> DocumentError {
        let path = split_name(name).map_or(name, |(_, path)| path);
        let mut errors = self.errors;
        errors.sort_by_key(|(position, _)| *position);
        let errors = errors.into_iter().map(|(_, error)| error).collect();
        DocumentError::new(self.definition, path, errors)
    }
}
