//! Why one value cannot be written or read.

use std::fmt;

use crate::schema::{EnumType, Text};
use crate::types::VectorError;

/// One field of a document that cannot be written or read, and why. Of several
/// values that are wrong in a field, it names the first.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError(Box<Inner>);

// Boxed, so that the results of all codecs stay small.
#[derive(Clone, Debug, PartialEq)]
struct Inner {
    /// From the innermost to the outermost.
    segments: Vec<PathSegment>,
    kind: FieldErrorKind,
}

/// One part of the path to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathSegment {
    /// A field of the document, or a part of a value that has fixed parts.
    Field(Text),
    /// An element of a list, counted from 0.
    Index(usize),
    /// An entry of a map.
    Key(String),
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FieldErrorKind {
    /// The document does not have the field, and no default is declared for it.
    Missing,
    /// The document has a field that the model does not have.
    Unknown,
    /// The value is of another kind.
    WrongKind {
        /// What the document holds.
        found: ValueKind,
        /// What the field's type needs.
        expected: ValueKind,
    },
    /// The value is of the right kind, and too small or too large.
    OutOfRange {
        /// The value.
        found: String,
        /// What it may be.
        limit: &'static str,
    },
    /// The text is not in the format of the field's type.
    Malformed {
        /// The beginning of the text.
        found: String,
        /// The format.
        expected: &'static str,
    },
    /// No variant of the enum has this label.
    UnknownLabel {
        /// The beginning of the text.
        found: String,
        /// The enum, with its labels.
        known: EnumType,
    },
    /// The numbers are not a vector of the field's type.
    Vector(VectorError),
    /// A reference leads to another database than the document's own.
    OtherDatabase {
        /// The name in the reference.
        found: String,
    },
    /// What serde reports for a `Json<..>`.
    Json(String),
    /// A list directly inside a list.
    NestedArray,
    /// Too many maps or lists inside one another.
    TooDeep {
        /// How many Firestore allows.
        limit: u8,
    },
    /// Firestore does not accept the name of a map's entry, or an id.
    IllegalName {
        /// The beginning of the name.
        name: String,
        /// What is wrong with it.
        wrong: &'static str,
    },
    /// The path does not lead to a document of the model.
    WrongPath {
        /// The path, or the name.
        found: String,
        /// The paths of the model's documents, `teams/*/threads/*`.
        expected: String,
    },
    /// Documents cannot hold values of this type.
    Unsupported,
    /// The bytes are not a document.
    InvalidBytes {
        /// What is wrong with them.
        wrong: &'static str,
    },
}

/// The kinds of values that Firestore has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "Firestore's own words")]
pub enum ValueKind {
    Null,
    Boolean,
    Integer,
    Double,
    Timestamp,
    String,
    Bytes,
    Reference,
    GeoPoint,
    Array,
    Map,
    Vector,
    /// Something that no document stores.
    Other,
}

impl FieldError {
    /// An error of the value itself.
    #[cold]
    #[must_use]
    pub fn new(kind: FieldErrorKind) -> Self {
        Self(Box::new(Inner { segments: Vec::new(), kind }))
    }

    /// A value of another kind.
    #[cold]
    #[must_use]
    pub fn wrong_kind(found: ValueKind, expected: ValueKind) -> Self {
        Self::new(FieldErrorKind::WrongKind { found, expected })
    }

    /// A value that is too small or too large.
    #[cold]
    #[must_use]
    pub fn out_of_range(found: &dyn fmt::Display, limit: &'static str) -> Self {
        Self::new(FieldErrorKind::OutOfRange { found: excerpt(&found.to_string()), limit })
    }

    /// A text in another format.
    #[cold]
    #[must_use]
    pub fn malformed(found: &str, expected: &'static str) -> Self {
        Self::new(FieldErrorKind::Malformed { found: excerpt(found), expected })
    }

    /// The same error, seen from what the value is in.
    #[cold]
    #[must_use]
    pub fn within(mut self, segment: PathSegment) -> Self {
        self.0.segments.push(segment);
        self
    }

    /// The path to the value, as `tags[3]` or `home.latitude`; empty for the
    /// whole document.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for segment in self.segments() {
            let name = match segment {
                PathSegment::Index(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                    continue;
                }
                PathSegment::Field(name) => name.as_ref(),
                PathSegment::Key(name) => name.as_str(),
            };
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(name);
        }
        path
    }

    /// The parts of the path, the field first.
    pub fn segments(&self) -> impl Iterator<Item = &PathSegment> {
        self.0.segments.iter().rev()
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &FieldErrorKind {
        &self.0.kind
    }
}

impl From<VectorError> for FieldError {
    fn from(error: VectorError) -> Self {
        Self::new(FieldErrorKind::Vector(error))
    }
}

/// The part of a text that a message shows.
pub(crate) fn excerpt(text: &str) -> String {
    const MAX_CHARACTERS: usize = 60;
    match text.char_indices().nth(MAX_CHARACTERS) {
        Some((end, _)) => format!("{}..", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path();
        if path.is_empty() {
            return self.kind().fmt(f);
        }
        write!(f, "`{path}`: {}", self.kind())
    }
}

impl fmt::Display for FieldErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("it is missing, and has no default"),
            Self::Unknown => f.write_str("the model has no such field"),
            Self::WrongKind { found, expected } => write!(f, "expected {expected}, found {found}"),
            Self::OutOfRange { found, limit } => write!(f, "{found} is out of range: {limit}"),
            Self::Malformed { found, expected } => write!(f, "{found:?} is not {expected}"),
            Self::UnknownLabel { found, known } => {
                let labels = known.labels.join(", ");
                write!(f, "{found:?} is not a label of {}: {labels}", known.name)
            }
            Self::Vector(error) => error.fmt(f),
            Self::OtherDatabase { found } => {
                write!(f, "{found:?} is in another database than the document")
            }
            Self::Json(message) => f.write_str(message),
            Self::NestedArray => f.write_str("Firestore stores no list directly inside a list"),
            Self::TooDeep { limit } => {
                write!(f, "Firestore allows at most {limit} maps and lists inside one another")
            }
            Self::IllegalName { name, wrong } => write!(f, "{name:?} cannot be a name: {wrong}"),
            Self::WrongPath { found, expected } => {
                write!(f, "{found:?} is not a path of {expected}")
            }
            Self::Unsupported => f.write_str("documents cannot hold values of this type"),
            Self::InvalidBytes { wrong } => write!(f, "the bytes are not a document: {wrong}"),
        }
    }
}

impl fmt::Display for ValueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Double => "a double",
            Self::Timestamp => "a timestamp",
            Self::String => "a string",
            Self::Bytes => "bytes",
            Self::Reference => "a reference",
            Self::GeoPoint => "a geo point",
            Self::Array => "an array",
            Self::Map => "a map",
            Self::Vector => "a vector",
            Self::Other => "something that no document stores",
        })
    }
}
