//! Why one value cannot be written or read.

use std::error::Error;
use std::fmt;

use crate::schema::{EnumType, Text};
use crate::types::VectorError;

/// What writing or reading one value gives.
pub type Outcome<T> = Result<T, Problem>;

/// Why one field of a document cannot be written or read.
///
/// It names the field, as `tags[3]` or `home.latitude`, and of the reasons the
/// first.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem(Box<Inner>);

// Boxed, because a problem is rare and its size would be everyone's.
#[derive(Clone, Debug, PartialEq)]
struct Inner {
    /// From the inside to the outside.
    steps: Vec<Step>,
    reason: Reason,
}

/// One step of the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field of the document, or of a value that has fixed parts.
    Field(Text),
    /// An element of a list, counted from 0.
    Index(usize),
    /// An entry of a map.
    Key(String),
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// The document has no such field, and no default is declared for it.
    Missing,
    /// The document has a field that the model has not.
    Unknown,
    /// It is of another kind.
    Kind {
        /// What is there.
        found: Kind,
        /// What was expected.
        expected: Kind,
    },
    /// It is of the right kind, and too small or too large.
    OutOfRange {
        /// The value.
        found: String,
        /// What it may be.
        limit: &'static str,
    },
    /// It is of the right kind, and is written in another way.
    Malformed {
        /// The beginning of the value.
        found: String,
        /// What was expected.
        expected: &'static str,
    },
    /// No variant of the enum has this label.
    Label {
        /// The beginning of what is there.
        found: String,
        /// The labels that there are.
        known: EnumType,
    },
    /// A list of numbers that is no such vector.
    Vector(VectorError),
    /// A reference leads to another database than the document's own.
    Elsewhere {
        /// The name that it holds.
        found: String,
    },
    /// What serde says of a `Json<..>`.
    Json(String),
    /// A list directly inside a list.
    NestedArray,
    /// Maps inside maps, more than this many.
    TooDeep {
        /// How many Firestore takes.
        limit: u8,
    },
    /// The name of a map's entry, or an id, that Firestore does not take.
    Name {
        /// The beginning of the name.
        name: String,
        /// What is wrong with it.
        wrong: &'static str,
    },
    /// A document at this path is none of the model.
    Path {
        /// The path, or the name.
        found: String,
        /// The paths that the model has, `teams/*/threads/*`.
        expected: String,
    },
    /// No document keeps values of this type.
    NotKept,
    /// The bytes are none of a document.
    Bytes {
        /// What is wrong with them.
        wrong: &'static str,
    },
}

/// The kinds of values that Firestore has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the words of Firestore")]
pub enum Kind {
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
    /// What no document holds.
    Other,
}

impl Problem {
    /// With the value itself.
    #[cold]
    #[must_use]
    pub fn new(reason: Reason) -> Self {
        Self(Box::new(Inner { steps: Vec::new(), reason }))
    }

    /// A value of another kind.
    #[cold]
    #[must_use]
    pub fn kind(found: Kind, expected: Kind) -> Self {
        Self::new(Reason::Kind { found, expected })
    }

    /// A value that is too small or too large.
    #[cold]
    #[must_use]
    pub fn out_of_range(found: &dyn fmt::Display, limit: &'static str) -> Self {
        Self::new(Reason::OutOfRange { found: beginning(&found.to_string()), limit })
    }

    /// A text that is written in another way.
    #[cold]
    #[must_use]
    pub fn malformed(found: &str, expected: &'static str) -> Self {
        Self::new(Reason::Malformed { found: beginning(found), expected })
    }

    /// The same, one step further out.
    #[cold]
    #[must_use]
    pub fn within(mut self, step: Step) -> Self {
        self.0.steps.push(step);
        self
    }

    /// The field, as `tags[3]` or `home.latitude`; empty when it is none.
    #[must_use]
    pub fn field(&self) -> String {
        let mut path = String::new();
        for step in self.steps() {
            match step {
                Step::Index(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
                Step::Field(_) | Step::Key(_) => {
                    let name = match step {
                        Step::Field(name) => name.as_ref(),
                        Step::Key(name) => name.as_str(),
                        Step::Index(_) => "",
                    };
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                }
            }
        }
        path
    }

    /// The way to the value, from the outside to the inside.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.0.steps.iter().rev()
    }

    /// What is wrong.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.0.reason
    }
}

impl From<VectorError> for Problem {
    fn from(error: VectorError) -> Self {
        Self::new(Reason::Vector(error))
    }
}

/// As much of a text as a message shows.
pub(super) fn beginning(text: &str) -> String {
    const LETTERS: usize = 60;
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}..", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = self.field();
        if field.is_empty() {
            return self.reason().fmt(f);
        }
        write!(f, "`{field}`: {}", self.reason())
    }
}

impl Error for Problem {}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("it is missing, and has no default"),
            Self::Unknown => f.write_str("the model has no such field"),
            Self::Kind { found, expected } => {
                write!(f, "{found} is there, and {expected} was expected")
            }
            Self::OutOfRange { found, limit } => write!(f, "{found} is out of range: {limit}"),
            Self::Malformed { found, expected } => write!(f, "{found:?} is not {expected}"),
            Self::Label { found, known } => {
                let labels = known.labels.join(", ");
                write!(f, "{found:?} is no label of {}: {labels}", known.name)
            }
            Self::Vector(error) => error.fmt(f),
            Self::Elsewhere { found } => {
                write!(f, "{found:?} is in another database than the document")
            }
            Self::Json(said) => f.write_str(said),
            Self::NestedArray => f.write_str("Firestore keeps no list inside a list"),
            Self::TooDeep { limit } => {
                write!(f, "Firestore keeps at most {limit} maps in one another")
            }
            Self::Name { name, wrong } => write!(f, "{name:?} cannot be a name: {wrong}"),
            Self::Path { found, expected } => {
                write!(f, "it is at {found:?}, and not at {expected}")
            }
            Self::NotKept => f.write_str("no document keeps values of this type"),
            Self::Bytes { wrong } => write!(f, "these are no bytes of a document: {wrong}"),
        }
    }
}

impl fmt::Display for Kind {
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
            Self::Other => "something that no document holds",
        })
    }
}
