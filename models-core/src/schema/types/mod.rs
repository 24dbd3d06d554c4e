//! The type of a field, independent of the engine, and a table with everything
//! about each type.
//!
//! [`Type::def`] is the table: the only `match` on all types. Printers and
//! conventions read a [`TypeDef`]. A new type needs one variant, one line in the
//! table, and one value in the file of its family.

mod column;
mod containers;
mod def;
mod document;
mod enums;
mod ids;
mod numbers;
mod ranges;
#[cfg(test)]
mod tests;
mod texts;
mod times;
mod vectors;

pub use column::{ColumnTypeDef, DefinedIn, GistDef, NearestDef};
pub use def::{LengthUnit, RangeEnd, RuleKinds, Support, TypeDef, ValueClass};
pub use document::{
    DocumentForm, DocumentReader, DocumentTypeDef, RulesTest, TypeScriptComparison, TypeScriptDef,
};
pub use enums::{EnumType, Newtype, Variant};
#[cfg(feature = "firestore")]
pub(crate) use ids::UUID_PATTERN;

use super::Node;

/// What a field holds. Each engine stores it in its own way, or refuses it;
/// [`crate::types::FieldType`] gives the variant for a Rust type.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Type {
    /// True or false.
    Bool,
    /// A signed integer of 16 bits.
    I16,
    /// A signed integer of 32 bits.
    I32,
    /// A signed integer of 64 bits.
    I64,
    /// A floating-point number of 32 bits.
    F32,
    /// A floating-point number of 64 bits.
    F64,
    /// A decimal number; digits are in [`Field::precision`](super::Field::precision).
    Decimal,
    /// Characters.
    Text,
    /// A UUID of 128 bits.
    Uuid,
    /// The id of a user, as the authentication service writes it.
    Uid,
    /// The id of a Firestore document: its last name, without the path.
    DocumentId,
    /// A reference to a Firestore document, with its whole path.
    Reference,
    /// A point on the earth.
    GeoPoint,
    /// A moment, to the microsecond.
    Timestamp,
    /// A date and time of day without a zone: the moment is not known.
    LocalTimestamp,
    /// A calendar date.
    Date,
    /// A time of day.
    Time,
    /// A length of time, to the microsecond.
    Interval,
    /// Days from one to another, which is not among them.
    DateRange,
    /// Moments from one to another, which is not among them.
    TimestampRange,
    /// Any JSON value.
    Json,
    /// Bytes.
    Bytes,
    /// An IP address with a prefix length.
    Network,
    /// One of a closed list of labels.
    Enum(EnumType),
    /// A dense vector of this many `f32`.
    Vector(u32),
    /// A dense vector of this many 16-bit floats.
    HalfVector(u32),
    /// A vector of this many dimensions, most of them zero.
    SparseVector(u32),
    /// A vector of this many bits.
    BitVector(u32),
    /// A list of one of the types above.
    Array(Node<Type>),
    /// Values of one of the types above, by texts.
    Map(Node<Type>),
}

/// What the description of a field adds to its type.
#[derive(Clone, Copy, Debug)]
pub enum TypeParameter<'a> {
    /// Nothing.
    None,
    /// The labels.
    Labels(&'a EnumType),
    /// How many dimensions, or bits.
    Dimensions(u32),
    /// The type of the elements of a list.
    Elements(&'a Type),
    /// The type of the values of a map.
    Values(&'a Type),
}

impl Type {
    /// The type of the keys of a map.
    pub const MAP_KEY: Self = Self::Text;

    /// The type of a name in the path of a document.
    pub const PATH_NAME: Self = Self::Text;

    /// Everything about the type: the table.
    #[must_use]
    pub const fn def(&self) -> &'static TypeDef {
        match self {
            Self::Bool => &numbers::BOOL,
            Self::I16 => &numbers::I16,
            Self::I32 => &numbers::I32,
            Self::I64 => &numbers::I64,
            Self::F32 => &numbers::F32,
            Self::F64 => &numbers::F64,
            Self::Decimal => &numbers::DECIMAL,
            Self::Text => &texts::TEXT,
            Self::Json => &texts::JSON,
            Self::Bytes => &texts::BYTES,
            Self::Network => &texts::NETWORK,
            Self::Enum(of) if of.native => &enums::NATIVE,
            Self::Enum(_) => &enums::LABEL,
            Self::Uuid => &ids::UUID,
            Self::Uid => &ids::USER_ID,
            Self::DocumentId => &ids::DOCUMENT_ID,
            Self::Reference => &ids::REFERENCE,
            Self::GeoPoint => &ids::GEO_POINT,
            Self::Timestamp => &times::TIMESTAMP,
            Self::LocalTimestamp => &times::LOCAL_TIMESTAMP,
            Self::Date => &times::DATE,
            Self::Time => &times::TIME,
            Self::Interval => &times::INTERVAL,
            Self::DateRange => &ranges::DATE_RANGE,
            Self::TimestampRange => &ranges::TIMESTAMP_RANGE,
            Self::Vector(_) => &vectors::VECTOR,
            Self::HalfVector(_) => &vectors::HALF_VECTOR,
            Self::SparseVector(_) => &vectors::SPARSE_VECTOR,
            Self::BitVector(_) => &vectors::BIT_VECTOR,
            Self::Array(_) => &containers::ARRAY,
            Self::Map(_) => &containers::MAP,
        }
    }

    /// What the description of the field adds to the type.
    #[must_use]
    pub const fn parameter(&self) -> TypeParameter<'_> {
        match self {
            Self::Enum(of) => TypeParameter::Labels(of),
            Self::Vector(n) | Self::HalfVector(n) | Self::SparseVector(n) | Self::BitVector(n) => {
                TypeParameter::Dimensions(*n)
            }
            Self::Array(element) => TypeParameter::Elements(element.get()),
            Self::Map(value) => TypeParameter::Values(value.get()),
            _ => TypeParameter::None,
        }
    }

    /// What its values are, as far as comparing them goes.
    #[must_use]
    pub const fn class(&self) -> ValueClass {
        self.def().class
    }

    /// How a table stores it; `None` if it cannot.
    #[must_use]
    pub const fn column(&self) -> Option<&'static ColumnTypeDef> {
        self.def().column.stored()
    }

    /// How a document stores it; `None` if it cannot.
    #[must_use]
    pub const fn document(&self) -> Option<&'static DocumentTypeDef> {
        self.def().document.stored()
    }

    /// What a document holds for it; `None` if it cannot.
    #[must_use]
    pub const fn form(&self) -> Option<DocumentForm> {
        match self.document() {
            Some(document) => Some(document.form),
            None => None,
        }
    }

    /// The dimensions of a vector, `None` for every other type.
    #[must_use]
    pub const fn dimensions(&self) -> Option<u32> {
        match self.parameter() {
            TypeParameter::Dimensions(n) => Some(n),
            _ => None,
        }
    }

    /// The type of the elements of a list, `None` for every other type.
    #[must_use]
    pub const fn element(&self) -> Option<&Self> {
        match self.parameter() {
            TypeParameter::Elements(element) => Some(element),
            _ => None,
        }
    }

    /// The enum of a value, or of the values in a list or map.
    #[must_use]
    pub const fn labels(&self) -> Option<&EnumType> {
        match self.parameter() {
            TypeParameter::Labels(of) => Some(of),
            TypeParameter::Elements(inner) | TypeParameter::Values(inner) => inner.labels(),
            TypeParameter::None | TypeParameter::Dimensions(_) => None,
        }
    }
}
