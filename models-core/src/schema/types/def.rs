//! The entry of one type in the table.

use super::column::ColumnTypeDef;
use super::document::DocumentTypeDef;
use crate::schema::{Comparability, Key};

/// Everything about one type. The values are in the files beside this one, one
/// file for each family.
#[derive(Debug)]
pub struct TypeDef {
    /// What its values are, as far as comparing them goes.
    pub class: ValueClass,
    /// How two of them compare, in Rust and in SQL; two lists as their elements do.
    pub compared: Comparability,
    /// Whether only a rule can limit the size of a value.
    pub unbounded: bool,
    /// Whether a value identifies a row or a document.
    pub identifies: bool,
    /// Whether it can be the key of a table.
    pub table_key: bool,
    /// How the id of a new document is generated, if it can be one.
    pub document_key: Option<Key>,
    /// Which value rules suit it.
    pub rules: RuleKinds,
    /// A column of it.
    pub column: Support<ColumnTypeDef>,
    /// A field of a document that holds it.
    pub document: Support<DocumentTypeDef>,
    /// Values at its edges, as texts that both engines read; empty where the
    /// payload of the type decides (labels, dimensions, elements).
    pub edges: &'static [&'static str],
}

/// A type without any special properties.
pub(super) const PLAIN: TypeDef = TypeDef {
    class: ValueClass::Own,
    compared: Comparability::Order,
    unbounded: false,
    identifies: false,
    table_key: false,
    document_key: None,
    rules: NO_RULES,
    column: Support::Refused(ONLY_FIRESTORE),
    document: Support::Refused(""),
    edges: &[],
};

/// Why a table has no column for it: the message of `type_suits_its_engine`.
pub(super) const ONLY_FIRESTORE: &str = "PostgreSQL has no column for this type\n  why: it is one of Firestore's own\n  fix: `only = firestore` where the model has a collection too; a map is a `Json<BTreeMap<..>>` in a table\n  convention: type_suits_its_engine";

/// Whether an engine stores a type, and how.
#[derive(Debug)]
pub enum Support<T> {
    /// It does, in this way.
    Stored(T),
    /// It does not: the message for a model that has such a field.
    Refused(&'static str),
}

impl<T> Support<T> {
    /// How the engine stores it; `None` if it does not.
    #[must_use]
    pub const fn stored(&self) -> Option<&T> {
        match self {
            Self::Stored(how) => Some(how),
            Self::Refused(_) => None,
        }
    }
}

/// What values are, as far as comparing them goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueClass {
    /// True or false.
    Bool,
    /// Whole numbers of any size.
    Whole,
    /// Floats of any size.
    Float,
    /// Decimal numbers.
    Decimal,
    /// Characters.
    Text,
    /// Labels of an enum; two enums are two classes.
    Label,
    /// UUIDs.
    Uuid,
    /// Ids of users.
    UserId,
    /// Ids of documents.
    DocumentId,
    /// Moments.
    Moment,
    /// Dates and times of day whose moment is not known.
    LocalMoment,
    /// JSON.
    Json,
    /// Lists.
    List,
    /// Each type compares with itself alone, or not at all.
    Own,
}

/// Which kinds of value rules suit a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleKinds {
    /// What `length(..)` counts. The rules on the characters of a text
    /// (`pattern`, `email`, ..) suit a type whose characters are counted.
    pub length: LengthUnit,
    /// `items(..)`
    pub items: bool,
    /// What the ends of `range(..)` are in a table.
    pub range: RangeEnd,
    /// `one_of(..)`
    pub one_of: bool,
    /// `multiple_of(..)`
    pub multiple_of: bool,
    /// `finite`
    pub finite: bool,
}

/// No rule suits it.
pub(super) const NO_RULES: RuleKinds = RuleKinds {
    length: LengthUnit::None,
    items: false,
    range: RangeEnd::None,
    one_of: false,
    multiple_of: false,
    finite: false,
};

/// What a length counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthUnit {
    /// It has no length.
    None,
    /// Code points.
    Characters,
    /// Bytes.
    Bytes,
}

/// What the end of a range is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeEnd {
    /// There are no ranges of it.
    None,
    /// A number.
    Number,
    /// A day, as text.
    Day,
    /// A moment, as text.
    Moment,
}
