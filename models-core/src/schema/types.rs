//! The type of a field, in words that belong to no engine.

use core::mem;

use super::{List, Node, Text};

/// What a field holds. Each engine's printer maps every variant, or refuses
/// it; [`crate::types::FieldType`] gives the variant for a Rust type.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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

impl Type {
    /// The dimensions of a vector, `None` for every other type.
    #[must_use]
    pub const fn dimensions(&self) -> Option<u32> {
        match self {
            Self::Vector(n) | Self::HalfVector(n) | Self::SparseVector(n) | Self::BitVector(n) => {
                Some(*n)
            }
            _ => None,
        }
    }
}

/// A closed list of labels.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EnumType {
    /// Its name in a database that has named enums (`post_status`).
    pub name: Text,
    /// The stored labels, in the order of the variants.
    pub labels: List<Text>,
    /// Stored as the engine's own enum type instead of checked text.
    pub native: bool,
    /// Its name in Rust; empty when it was not declared there.
    pub rust_name: Text,
    /// Its doc comment; empty when there is none.
    pub doc: Text,
    /// What else is known of each variant, in the order of the labels; empty
    /// when the enum was not declared in Rust.
    pub variants: List<Variant>,
    /// The earlier name of the engine's own type, for a migration that keeps its
    /// data.
    pub renamed_from: Option<Text>,
}

/// A variant of an enum, besides its label.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Variant {
    /// Its name in Rust, without `r#`.
    pub name: Text,
    /// Its doc comment; empty when there is none.
    pub doc: Text,
    /// The earlier label, for a migration that keeps its data.
    pub renamed_from: Option<Text>,
}

impl Variant {
    /// A variant that always had its label.
    #[must_use]
    pub const fn new(name: &'static str, doc: &'static str) -> Self {
        Self { name: Text::Borrowed(name), doc: Text::Borrowed(doc), renamed_from: None }
    }

    /// The earlier label.
    #[must_use]
    pub const fn renamed_from(mut self, label: &'static str) -> Self {
        mem::forget(self.renamed_from.replace(Text::Borrowed(label)));
        self
    }
}

/// The newtype around a field's value, or around each of its items.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Newtype {
    /// Its name in Rust, without `r#`.
    pub name: Text,
    /// It is around each item of the list or map, and not around all of it.
    pub of_items: bool,
}

impl Newtype {
    /// The newtype of this name around a whole value.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name: Text::Borrowed(name), of_items: false }
    }

    /// The newtype of the items, for a list or map of them.
    #[must_use]
    pub const fn of_items(mut items: Option<Self>) -> Option<Self> {
        if let Some(newtype) = &mut items {
            newtype.of_items = true;
        }
        items
    }
}

impl EnumType {
    /// Where PostgreSQL keeps native enums, whatever the schemas of the tables:
    /// one place, so that an enum that two tables have is one type.
    pub const SCHEMA: &'static str = "public";

    /// An enum with these labels, of which nothing else is known.
    #[must_use]
    pub const fn new(name: Text, labels: List<Text>, native: bool) -> Self {
        Self {
            name,
            labels,
            native,
            rust_name: Text::Borrowed(""),
            doc: Text::Borrowed(""),
            variants: List::Borrowed(&[]),
            renamed_from: None,
        }
    }

    /// How it is declared in Rust.
    #[must_use]
    pub const fn declared(
        mut self,
        rust_name: &'static str,
        doc: &'static str,
        variants: &'static [Variant],
    ) -> Self {
        mem::forget(mem::replace(&mut self.rust_name, Text::Borrowed(rust_name)));
        mem::forget(mem::replace(&mut self.doc, Text::Borrowed(doc)));
        mem::forget(mem::replace(&mut self.variants, List::Borrowed(variants)));
        self
    }

    /// The earlier name of the engine's own type.
    #[must_use]
    pub const fn renamed_from(mut self, name: &'static str) -> Self {
        mem::forget(self.renamed_from.replace(Text::Borrowed(name)));
        self
    }
}
