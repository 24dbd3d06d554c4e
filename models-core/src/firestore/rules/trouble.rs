//! What can be wrong with a schema, in words.

use std::fmt;

use super::{Operation, limits};

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// A collection whose name rules cannot match.
    Collection(String),
    /// Another model has the same collection.
    CollectionTwice,
    /// A relation between fields asks who calls, when, or for other documents.
    NotOfTheDocument,
    /// No field is the id of the document, or more than one is.
    Key,
    /// The field is to hold the id of a document above, but none of that model is.
    Ancestor(String),
    /// A name in the document that two fields have, or that is empty.
    FieldName(String),
    /// Something names this field, but there is none that a document has.
    NoField(String),
    /// A document has no value for what the field holds.
    Type(String),
    /// Clients may write this vector, whose size rules cannot see.
    Vector(String),
    /// Clients may not read the field, but may read the document.
    Private(String),
    /// A rule compares two values that rules cannot compare as Rust does.
    Incomparable {
        /// The value before the operator.
        left: String,
        /// The value behind it.
        right: String,
    },
    /// A rule asks which of two texts is first, which rules answer by another order.
    Unordered {
        /// The value before the operator.
        left: String,
        /// The value behind it.
        right: String,
    },
    /// A number that rules cannot hold, or not beside a float.
    Number(String),
    /// A rule takes something for a condition that is neither true nor false.
    NotACondition(String),
    /// A claim without a path.
    EmptyClaim,
    /// A rule in SQL.
    SqlText,
    /// The rule asks for a document of a model that is in no collection of the schema.
    NoMember(String),
    /// `exists(..)` does not say which document of that model.
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
    /// A rule for all collections of this name would reach those of another model.
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
    /// A rule with too many conditions inside one another.
    Nesting(usize),
    /// Too many collections inside one another.
    Depth(usize),
    /// More bytes than a file of rules may have.
    Source(usize),
    /// A region of one's own rules that does not end before the next, or at all.
    RegionHasNoEnd,
    /// The end of a region that did not begin.
    RegionHasNoStart,
    /// Two regions have this name.
    RegionTwice,
    /// Rules stand in a region of a collection that is no more.
    RegionIsGone,
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Collection(name) => write!(
                f,
                "rules cannot match a collection called {name:?}: it takes letters and digits \
                 of ASCII, `_` and `-`"
            ),
            Self::CollectionTwice => f.write_str("another model has the same collection"),
            Self::NotOfTheDocument => f.write_str(
                "a relation between fields may ask of the document only: not who calls, nor when",
            ),
            Self::Key => f.write_str("not one field is the id of the document; mark one with `id`"),
            Self::Ancestor(field) => {
                write!(f, "`{field}` holds the id of a document that is not above this one")
            }
            Self::FieldName(name) => {
                write!(f, "two fields are called {name:?} in the document, or the name is empty")
            }
            Self::NoField(field) => write!(f, "there is no field `{field}` in the document"),
            Self::Type(field) => write!(f, "a document has no value for what `{field}` holds"),
            Self::Vector(field) => write!(
                f,
                "clients may write the vector `{field}`, whose size rules cannot see; mark it \
                 with `server`"
            ),
            Self::Private(field) => write!(
                f,
                "clients may read the document, so they may read `{field}`, which is private"
            ),
            Self::Incomparable { left, right } => {
                write!(f, "rules cannot compare {left} with {right} as Rust does")
            }
            Self::Unordered { left, right } => write!(
                f,
                "rules put {left} and {right} into another order than Rust does; compare with \
                 `==`, or with a plain text"
            ),
            Self::Number(number) => write!(f, "rules cannot compare with the number {number}"),
            Self::NotACondition(value) => write!(f, "{value} is neither true nor false"),
            Self::EmptyClaim => f.write_str("a claim has no path"),
            Self::SqlText => {
                f.write_str("`sql(..)` is written for PostgreSQL, and this model has a collection")
            }
            Self::NoMember(model) => {
                write!(
                    f,
                    "a rule asks for documents of `{model}`, which is in no collection of the \
                 schema"
                )
            }
            Self::MemberPath { model, missing } => write!(
                f,
                "`exists({model} {{ .. }})` has to name one document; it lacks {}",
                quoted(missing)
            ),
            Self::MemberTwice { model, field } => {
                write!(f, "`exists({model} {{ .. }})` names `{field}` twice")
            }
            Self::Group => f.write_str(
                "nobody could read all collections of this name together: the rule for \
                 reading needs the ids of the documents above, which such a query does not \
                 name",
            ),
            Self::GroupName(model) => write!(
                f,
                "`collection_group` would let its readers read `{model}`, whose collection \
                 has the same name"
            ),
            Self::Budget { operation, cost, fields } => budget(f, *operation, *cost, fields),
            Self::Reads { operation, reads } => write!(
                f,
                "{operation} reads {reads} documents of the {} that one decision may read",
                limits::READS
            ),
            Self::Nesting(depth) => {
                write!(f, "a condition is {depth} deep, and {} is what compiles", limits::NESTING)
            }
            Self::Depth(depth) => write!(
                f,
                "{depth} collections inside one another; rules nest {} deep",
                limits::DEPTH - 1
            ),
            Self::Source(bytes) => write!(
                f,
                "the rules have {bytes} bytes of the {} that a file may have",
                limits::SOURCE
            ),
            Self::RegionHasNoEnd => f.write_str("the region of own rules has no end, `// </own>`"),
            Self::RegionHasNoStart => f.write_str("`// </own>` ends a region that did not begin"),
            Self::RegionTwice => f.write_str("two regions of own rules have this name"),
            Self::RegionIsGone => f.write_str(
                "own rules stand in the region of a collection that is no more; move them, or \
                 delete them",
            ),
        }
    }
}

fn budget(
    f: &mut fmt::Formatter<'_>,
    operation: Operation,
    cost: u32,
    fields: &[(String, u32)],
) -> fmt::Result {
    write!(f, "{operation} takes {cost} expressions of the 1,000 that one decision may evaluate")?;
    let fields: Vec<String> =
        fields.iter().map(|(field, cost)| format!("`{field}` {cost}")).collect();
    if fields.is_empty() { Ok(()) } else { write!(f, "; the most for {}", fields.join(", ")) }
}

fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
