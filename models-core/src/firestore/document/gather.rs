//! A model from the fields of a document: one walk over them, by which each
//! finds its place, and then every place is read.

use super::error::DocumentError;
use super::lookup;
use super::model::DocumentModel;
use super::own::{Fields, Value};
use super::path;
use crate::schema::{Default, Literal, ValueClass};
use crate::types::FieldType;
use crate::types::document::{Given, Origin, Outcome, Problem, Reason, Source, Step, relative};

/// What a model becomes, or `None` when a problem was found.
pub type Gathered<T> = Option<T>;

/// What happens to fields that the model has not.
#[derive(Debug)]
pub enum Unknown {
    /// Nothing.
    Ignored,
    /// Each is a problem.
    Refused,
    /// They are kept.
    Kept(Fields),
}

/// A document that is opened.
pub struct Gathering<'d, S: Source> {
    path: Option<&'d str>,
    fields: S::Fields,
    of: Of<'d>,
}

/// What is the same for all fields.
struct Of<'d> {
    origin: Origin<'d>,
    /// When the document was made: seconds and nanoseconds since 1970.
    made: Option<(i64, i32)>,
    unknown: &'d mut Unknown,
    problems: &'d mut Vec<Problem>,
}

/// The fields of a document, each at the place of the model's field.
pub struct Places<'d, 's, S, M> {
    slots: &'s mut [Option<S>],
    /// Of the document: what leads to its id, and the id.
    path: Option<(&'d str, &'d str)>,
    of: Of<'d>,
    model: std::marker::PhantomData<fn() -> M>,
}

/// The model in a document with this name (empty when it is not known), that
/// was made at this moment.
pub(super) fn gather<M: DocumentModel, S: Source>(
    name: &str,
    made: Option<(i64, i32)>,
    fields: S::Fields,
    unknown: &mut Unknown,
) -> Result<M, DocumentError> {
    let (documents, path) = match relative(name) {
        Some((documents, path)) => (Some(documents), Some(path)),
        None => (None, Some(name).filter(|name| !name.is_empty())),
    };
    let mut problems = Vec::new();
    let of = Of { origin: Origin { documents }, made, unknown, problems: &mut problems };
    match M::gather(Gathering::<S> { path, fields, of }) {
        Some(model) if problems.is_empty() => Ok(model),
        _ => Err(DocumentError::new::<M>(path.unwrap_or_default(), problems)),
    }
}

impl<'d, S: Source> Gathering<'d, S> {
    /// Puts every field at its place.
    pub fn places<'s, M: DocumentModel>(self, slots: &'s mut [Option<S>]) -> Places<'d, 's, S, M> {
        let Self { path, fields, mut of } = self;
        let path = path.and_then(|path| of.within::<M>(path));
        for field in fields {
            match field {
                Ok((name, value)) => {
                    let at = M::LOOKUP.position(M::DESCRIPTION, name.as_ref());
                    match at.and_then(|at| slots.get_mut(at)) {
                        Some(slot) => *slot = Some(value),
                        None => of.unknown(name, value),
                    }
                }
                Err(problem) => of.problems.push(problem),
            }
        }
        Places { slots, path, of, model: std::marker::PhantomData }
    }
}

impl Of<'_> {
    /// What leads to the id of a document of the model, and the id.
    fn within<'p, M: DocumentModel>(&mut self, path: &'p str) -> Option<(&'p str, &'p str)> {
        let found = path::fits(path, M::COLLECTION);
        if found.is_none() {
            self.problems.push(path::elsewhere(path, M::COLLECTION));
        }
        found
    }

    #[cold]
    fn unknown<S: Source>(&mut self, name: S::Name, value: S) {
        let problem = match self.unknown {
            Unknown::Ignored => return,
            Unknown::Refused => Problem::new(Reason::Unknown),
            Unknown::Kept(fields) => match value.open().and_then(Value::of) {
                Ok(value) => {
                    fields.insert(name.into(), value);
                    return;
                }
                Err(problem) => problem,
            },
        };
        let name: String = name.into();
        self.problems.push(problem.within(Step::Field(name.into())));
    }
}

impl<S: Source, M: DocumentModel> Places<'_, '_, S, M> {
    /// The id at a level of the path, 0 for the document's own.
    pub fn key<T: FieldType>(&mut self, at: usize, level: usize) -> Option<T> {
        let id = self.path.and_then(|(above, own)| match level {
            0 => Some(own),
            _ => path::part(above, 2 * level - 1),
        });
        let Some(id) = id else {
            // Said once for the whole path.
            if self.of.problems.is_empty() {
                self.of.problems.push(path::elsewhere("", M::COLLECTION));
            }
            return None;
        };
        match T::load(Given::<&Value>::Text(id), &self.of.origin) {
            Ok(id) => Some(id),
            Err(problem) => self.problem(at, problem),
        }
    }

    /// The value of the field at this place of the struct.
    pub fn field<T: FieldType>(&mut self, at: usize) -> Option<T> {
        match self.slots.get_mut(at).and_then(Option::take) {
            Some(value) => self.loaded(at, value),
            None => T::missing().or_else(|| self.problem(at, Problem::new(Reason::Missing))),
        }
    }

    /// The same, or the declared default where the document has none.
    pub fn field_or_default<T: FieldType>(&mut self, at: usize) -> Option<T> {
        match self.slots.get_mut(at).and_then(Option::take) {
            Some(value) => self.loaded(at, value),
            None => T::missing().or_else(|| match self.default::<T>(at) {
                Ok(value) => Some(value),
                Err(problem) => self.problem(at, problem),
            }),
        }
    }

    fn loaded<T: FieldType>(&mut self, at: usize, value: S) -> Option<T> {
        match value.open().and_then(|given| T::load(given, &self.of.origin)) {
            Ok(value) => Some(value),
            Err(problem) => self.problem(at, problem),
        }
    }

    fn default<T: FieldType>(&self, at: usize) -> Outcome<T> {
        let missing = || Problem::new(Reason::Missing);
        let field = lookup::fields(M::DESCRIPTION).get(at).ok_or_else(missing)?;
        let given = match field.default.as_ref().ok_or_else(missing)? {
            Default::Value(literal) => {
                // What is kept as a text is written as a number all the same.
                let text = T::TYPE.class() == ValueClass::Decimal;
                match literal {
                    Literal::Bool(value) => Value::Boolean(*value),
                    Literal::Int(value) if text => Value::String(value.to_string()),
                    Literal::Int(value) => Value::Integer(*value),
                    Literal::Float(value) if text => Value::String(value.to_string()),
                    Literal::Float(value) => Value::Double(*value),
                    Literal::Text(value) => Value::String(value.to_string()),
                }
            }
            Default::Empty => Value::Array(Vec::new()),
            Default::Now => {
                let (seconds, nanos) = self.of.made.ok_or_else(missing)?;
                return T::load(Given::<&Value>::Timestamp { seconds, nanos }, &self.of.origin);
            }
            Default::Uid | Default::Sql(_) => return Err(missing()),
        };
        T::load((&given).open()?, &self.of.origin)
    }

    #[cold]
    fn problem<T>(&mut self, at: usize, problem: Problem) -> Option<T> {
        let field = lookup::fields(M::DESCRIPTION).get(at);
        // An id has no name in the body.
        let name = field.map(|field| lookup::name(field).unwrap_or(&field.name));
        let name = name.unwrap_or_default();
        self.of.problems.push(problem.within(Step::Field(name.into())));
        None
    }
}
