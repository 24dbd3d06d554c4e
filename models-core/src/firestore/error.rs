//! Why a schema cannot be printed for Firestore.

use std::fmt;

use super::indexes::limit::{self, Limit};

/// A schema that has no indexes, or no converters.
///
/// The derive refuses most of these earlier, at the token; a schema that was
/// built at run time or read from a file meets them here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The model it is about.
    pub model: String,
    /// What is wrong with it.
    pub trouble: ErrorKind,
}

impl Error {
    pub(crate) fn new(model: &str, trouble: ErrorKind) -> Self {
        Self { model: model.to_owned(), trouble }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.model, self.trouble)
    }
}

impl std::error::Error for Error {}

/// What is wrong with a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// A name of a collection or of a document's field that Firestore refuses.
    Name {
        /// The name.
        name: String,
        /// What is wrong with it.
        wrong: &'static str,
    },
    /// Another model has the same collection.
    CollectionTwice,
    /// Two fields have this name in the document.
    FieldTwice(String),
    /// No field is the id of the document, or more than one is.
    Key,
    /// The field is to hold the id of a document above, but none of that model is.
    Ancestor(String),
    /// Something names this field, but there is none that a document has.
    NoField(String),
    /// The field is in the path of a document, and not in what is indexed.
    InPath(String),
    /// A document has no value for what the field holds.
    Type(String),
    /// The field's default does not fit its type.
    Default(String),
    /// Clients may not read the field, but may read the document.
    Private(String),
    /// Something else in TypeScript has this name.
    NameTaken(String),
    /// Two enums have this name, with different labels.
    EnumDiffers(String),
    /// An index without fields.
    EmptyIndex,
    /// The field is declared to have no index, and something asks for one: a
    /// declared index, a copy that is found through it, or the rule for reading.
    Unindexed(String),
    /// The same index is declared twice.
    IndexTwice(String),
    /// An index names this field twice.
    PartTwice(String),
    /// The field's type cannot be indexed like this, or not at this place.
    Index(String),
    /// The vector has no dimensions, or more than an index can have.
    Dimensions {
        /// The field.
        field: String,
        /// How many it has.
        dimensions: u32,
    },
    /// An index names two lists, of which Firestore indexes one.
    TwoLists(String),
    /// An index of some rows, or with fields stored beside it.
    Partial,
    /// More of something than Firestore keeps: the model is the first that is
    /// too much.
    TooMany {
        /// Of what.
        limit: Limit,
        /// How many there would be.
        number: usize,
    },
    /// Two fields say when a document is to be deleted.
    TwoTtls {
        /// The one.
        first: String,
        /// The other.
        second: String,
    },
    /// Documents of another model would be deleted too: its collection has the
    /// same name, and so has one of its fields.
    ForeignTtl {
        /// The field that says when.
        field: String,
        /// The other model.
        other: String,
    },
    /// The copy is found through the id of its document, which Firestore
    /// cannot look for across collections.
    CopyByKey {
        /// The copy.
        field: String,
        /// The id.
        via: String,
    },
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name { name, wrong } => {
                let start: String = name.chars().take(40).collect();
                write!(f, "Firestore takes no name like {start:?}: {wrong}")
            }
            Self::CollectionTwice => f.write_str("another model has the same collection"),
            Self::FieldTwice(name) => write!(f, "two fields are called {name:?} in the document"),
            Self::Key => f.write_str("not one field is the id of the document; mark one with `id`"),
            Self::Ancestor(field) => {
                write!(f, "`{field}` holds the id of a document that is not above this one")
            }
            Self::NoField(field) => write!(f, "there is no field `{field}` in the document"),
            Self::InPath(field) => write!(
                f,
                "`{field}` is in the path of a document, which no index holds; leave it out"
            ),
            Self::Type(field) => write!(f, "a document has no value for what `{field}` holds"),
            Self::Default(field) => write!(f, "the default of `{field}` does not fit its type"),
            Self::Private(field) => write!(
                f,
                "clients may read the document, so they may read `{field}`, which is private"
            ),
            Self::NameTaken(name) => write!(f, "something else is called `{name}` in TypeScript"),
            Self::EnumDiffers(name) => {
                write!(f, "two enums are called `{name}`, with different labels")
            }
            Self::EmptyIndex => f.write_str("an index has no fields"),
            Self::Unindexed(field) => write!(
                f,
                "`{field}` has `index(none)`, but an index, a copy or the rule for reading needs it"
            ),
            Self::IndexTwice(fields) => write!(f, "the index over {fields} is declared twice"),
            Self::PartTwice(field) => write!(f, "an index names `{field}` twice"),
            Self::Index(field) => write!(
                f,
                "`{field}` cannot be indexed like this; see its type, its place and the method"
            ),
            Self::Dimensions { field, dimensions } => write!(
                f,
                "the vector `{field}` has {dimensions} dimensions; an index takes 1 to {}",
                limit::DIMENSIONS
            ),
            Self::TwoLists(field) => {
                write!(f, "an index holds one list, and `{field}` is a second; keep one of them")
            }
            Self::Partial => f.write_str(
                "Firestore's indexes hold all documents and nothing beside their fields; leave \
                 `where` and `include` out",
            ),
            Self::TooMany { limit, number } => {
                write!(f, "{number} {limit}; Firestore keeps {}", limit.most())
            }
            Self::TwoTtls { first, second } => write!(
                f,
                "`{first}` and `{second}` both say when a document is deleted; Firestore reads one"
            ),
            Self::ForeignTtl { field, other } => write!(
                f,
                "`ttl` on `{field}` would delete documents of `{other}`, whose collection and \
                 field have the same names; rename one of them"
            ),
            Self::CopyByKey { field, via } => write!(
                f,
                "nobody could find the copies in `{field}`: `{via}` is the document's id, which \
                 Firestore cannot look for across collections; keep it in a field too"
            ),
        }
    }
}
