//! Why a schema cannot be printed for Firestore.

mod message;

use std::fmt;

use super::indexes::IndexLimit;
use super::rules::Operation;

/// A schema without rules, indexes, TypeScript or a plan of its copies.
///
/// The derive refuses most of these earlier, at the token; a schema that was
/// built at run time or read from a file is refused here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The model that is wrong, or the region of a file of rules; empty for the
    /// whole file.
    pub model: String,
    /// Its field that is wrong, by the Rust name, where it is a field.
    pub field: Option<String>,
    /// What is wrong.
    pub kind: ErrorKind,
}

impl Error {
    pub(crate) fn new(model: &str, kind: ErrorKind) -> Self {
        Self { model: model.to_owned(), field: None, kind }
    }

    pub(crate) fn of_field(model: &str, field: &str, kind: ErrorKind) -> Self {
        Self { model: model.to_owned(), field: Some(field.to_owned()), kind }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&*self.model, &self.field) {
            ("", _) => write!(f, "{}", self.kind),
            (model, None) => write!(f, "`{model}`: {}", self.kind),
            (model, Some(field)) => write!(f, "`{model}::{field}`: {}", self.kind),
        }
    }
}

impl std::error::Error for Error {}

/// What is wrong with a schema. "The field" is that of the [`Error`].
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
    /// The field holds the id of a document above, but no document of that
    /// model is above.
    Ancestor,
    /// The field is named somewhere, but documents do not have it.
    NoField,
    /// A document cannot hold the type of the field.
    Type,
    /// Clients may not read the field, but may read the document.
    Private,

    /// The field's default does not fit its type.
    Default,
    /// Something else in TypeScript has this name.
    NameTaken(String),
    /// Two enums have this name, with different labels.
    EnumDiffers(String),

    /// An index names the field, which is in the path of a document.
    InPath,
    /// An index without fields.
    EmptyIndex,
    /// The field is declared to have no index, and something needs one: a
    /// declared index, a copy that is found through it, or the rule for reading.
    Unindexed,
    /// The same index is declared twice.
    IndexTwice(String),
    /// An index names the field twice.
    PartTwice,
    /// The field's type cannot be indexed like this, or not at this place.
    Index,
    /// The field is a vector without dimensions, or with more than an index can
    /// have.
    Dimensions(u32),
    /// An index names two lists, of which Firestore indexes one. The field is
    /// the second.
    TwoLists,
    /// An index of some documents, or with fields stored beside it.
    Partial,
    /// More of something than Firestore allows. The model is the first beyond
    /// the limit.
    TooMany {
        /// Of what.
        limit: IndexLimit,
        /// How many there would be.
        number: usize,
    },
    /// The field and this one both tell when a document is to be deleted.
    TwoTtls(String),
    /// Documents of this model would be deleted too: its collection has the
    /// same name, and so has one of its fields.
    ForeignTtl(String),
    /// The copy is found through this field, which is the id of its document:
    /// Firestore cannot search for it across collections.
    CopyByKey(String),
    /// The copy, or what it copies, cannot be found.
    Copy {
        /// Why.
        wrong: &'static str,
    },

    /// A collection whose name rules cannot match.
    Collection(String),
    /// A relation between fields depends on the caller, on the time, or on
    /// other documents.
    NotOfTheDocument,
    /// Clients may write the field, a vector, whose size rules cannot see.
    Vector,
    /// A rule compares two values that rules cannot compare as Rust does.
    Incomparable {
        /// The value before the operator.
        left: String,
        /// The value behind it.
        right: String,
    },
    /// A rule orders two texts, and rules order them differently.
    Unordered {
        /// The value before the operator.
        left: String,
        /// The value behind it.
        right: String,
    },
    /// A number that rules cannot hold, or not beside a float.
    Number(String),
    /// A rule uses a value as a condition that is neither true nor false.
    NotACondition(String),
    /// A claim without a path.
    EmptyClaim,
    /// A rule in SQL.
    SqlText,
    /// A rule needs a document of this model, which is in no collection of the
    /// schema.
    NoMember(String),
    /// `exists(..)` does not determine one document of the model.
    MemberPath {
        /// The model.
        model: String,
        /// Its fields that are missing, and that the path needs.
        missing: Vec<String>,
    },
    /// `exists(..)` names the id of a document twice.
    MemberTwice {
        /// The model.
        model: String,
        /// Its field.
        field: String,
    },
    /// Nobody can read the collections of this name together: the rule needs
    /// the ids of the documents above, which such a query does not name.
    Group,
    /// A rule for all collections of this name would also apply to those of
    /// this model.
    GroupName(String),
    /// Too many expressions.
    Budget {
        /// For what.
        operation: Operation,
        /// How many.
        cost: u32,
        /// The most expensive fields, and what each costs.
        fields: Vec<(String, u32)>,
    },
    /// Too many documents are read.
    Reads {
        /// For what.
        operation: Operation,
        /// How many.
        reads: usize,
    },
    /// A rule with conditions nested this deep.
    Nesting(usize),
    /// Collections nested this deep.
    Depth(usize),
    /// More bytes than a file of rules may have.
    Source(usize),
    /// A region of hand-written rules that does not end before the next, or at
    /// all.
    RegionHasNoEnd,
    /// The end of a region that did not begin.
    RegionHasNoStart,
    /// Two regions have this name.
    RegionTwice,
    /// Rules stand in a region of a collection that does not exist any more.
    RegionIsGone,
}
