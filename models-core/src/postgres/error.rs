//! Why a schema cannot be printed.

use std::fmt;

use super::catalogue::Command;

/// A schema that no script can be printed for.
///
/// The derive refuses most of these earlier, at the token; a schema that was
/// built at run time or read from a file meets them here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The model it is about.
    pub model: String,
    /// What is wrong with it.
    pub kind: ErrorKind,
}

impl Error {
    pub(crate) fn new(model: &str, kind: ErrorKind) -> Self {
        Self { model: model.to_owned(), kind }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.model, self.kind)
    }
}

impl std::error::Error for Error {}

/// What is wrong with a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// An empty name, one over 63 bytes, or one with a zero byte.
    Name(String),
    /// A text with a zero byte.
    ZeroByte(String),
    /// Another table, index or type of the schema has this name.
    NameTaken(String),
    /// Two fields have this column.
    ColumnTwice(String),
    /// A column with the name of one that every table has.
    SystemColumn(String),
    /// No field identifies a row.
    NoKey,
    /// More than one field identifies a row.
    TwoKeys,
    /// Something names this field, but there is none, or it has no column.
    NoColumn(String),
    /// The field's type has no column type, or not with these digits.
    Type(String),
    /// The field's default does not fit its type.
    Default(String),
    /// The enum of this name has no labels, one twice, or one that cannot be stored.
    Labels(String),
    /// Two native enums of this name have different labels.
    EnumDiffers(String),
    /// The field refers to a model that is not in the schema.
    NoParent {
        /// The field.
        field: String,
        /// The model it refers to.
        parent: String,
    },
    /// The field cannot be indexed like this.
    Index(String),
    /// The field cannot be part of an exclusion: the last has to be a range, the
    /// others are compared with `=`.
    Exclusion(String),
    /// An index, a unique constraint or an exclusion without fields.
    EmptyIndex,
    /// The condition of an index asks who calls, when, or for other rows: what
    /// is true of a row there must stay true.
    NotOfTheRow,
    /// A rule compares two values that SQL cannot compare.
    Incomparable {
        /// The value before the operator.
        left: String,
        /// The value behind it.
        right: String,
    },
    /// A rule takes something for a condition that is neither true nor false.
    NotACondition(String),
    /// A claim without a path.
    EmptyClaim,
    /// The rule asks for a row of a model that is not in the schema.
    NoMember(String),
    /// `exists(..)` on this model names more than one field of the row, so
    /// it cannot be answered once for a whole statement.
    RowFields(String),
    /// A value rule does not suit the type of its field.
    Check {
        /// The field.
        field: String,
        /// The rule's name.
        check: &'static str,
    },
    /// A rule in the language of Firestore's rules, which is no SQL.
    RulesText,
    /// SQL in the rule of this command reads the table that it is for, which
    /// PostgreSQL refuses as infinite recursion (42P17).
    ReadsItself(Command),
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => {
                write!(f, "{name:?} cannot be a name: it takes 1 to 63 bytes, none of them zero")
            }
            Self::ZeroByte(text) => write!(f, "{text:?} has a zero byte, which no text can have"),
            Self::NameTaken(name) => {
                write!(f, "another table, index, type or function is called `{name}`")
            }
            Self::ColumnTwice(column) => write!(f, "two fields have the column `{column}`"),
            Self::SystemColumn(column) => {
                write!(f, "every table has a system column `{column}`; take another name")
            }
            Self::NoKey => f.write_str("no field identifies a row; mark one with `id`"),
            Self::TwoKeys => f.write_str("more than one field identifies a row; mark one"),
            Self::NoColumn(field) => write!(f, "there is no field `{field}` with a column"),
            Self::Type(field) => write!(f, "no column type holds what `{field}` holds"),
            Self::Default(field) => write!(f, "the default of `{field}` does not fit its type"),
            Self::Labels(name) => {
                write!(
                    f,
                    "the enum `{name}` has no labels, one twice, or one that cannot be stored"
                )
            }
            Self::EnumDiffers(name) => {
                write!(f, "two native enums are called `{name}`, with different labels")
            }
            Self::NoParent { field, parent } => {
                write!(f, "`{field}` refers to `{parent}`, which is not in the schema")
            }
            Self::Index(field) => {
                write!(f, "`{field}` cannot be indexed like this; see the type and the method")
            }
            Self::Exclusion(field) => write!(
                f,
                "`{field}` cannot be part of this exclusion: the last field has to be a range, the \
                 others are compared with `=`"
            ),
            Self::EmptyIndex => f.write_str("an index or a unique constraint has no fields"),
            Self::NotOfTheRow => f.write_str(
                "the condition of an index may ask of the row only: not who calls, nor when",
            ),
            Self::Incomparable { left, right } => {
                write!(f, "{left} cannot be compared with {right}")
            }
            Self::NotACondition(value) => write!(f, "{value} is neither true nor false"),
            Self::EmptyClaim => f.write_str("a claim has no path"),
            Self::NoMember(model) => {
                write!(f, "a rule asks for rows of `{model}`, which is not in the schema")
            }
            Self::RowFields(model) => write!(
                f,
                "`exists({model} {{ .. }})` names more than one field of the row, so it would run \
                 once per row; keep one"
            ),
            Self::Check { field, check } => {
                write!(f, "the rule `{check}` says nothing about what `{field}` holds")
            }
            Self::RulesText => f.write_str(
                "`rules(..)` is written for Firestore, and this model has a table; say it in the language of rules",
            ),
            Self::ReadsItself(command) => write!(
                f,
                "the SQL in the rule for {} reads the model's own table, which would never end; \
                 use `exists(..)`",
                command.word()
            ),
        }
    }
}
