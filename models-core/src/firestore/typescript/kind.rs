//! The type of a field, and the function that reads it.

use super::Sdk;
use super::enums::Enums;
use super::helper::Helper;
use super::names::lower;
use crate::firestore::text::quote::Quoted;
use crate::schema::Type;

/// A type in TypeScript.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    /// Its name.
    pub(super) name: String,
    /// The expression that is the function which reads it.
    pub(super) reader: String,
    /// What the type does not say; empty where it says all.
    pub(super) note: String,
    /// What the text needs.
    pub(super) helpers: Vec<Helper>,
}

impl Kind {
    /// The type of a field; `None` when a document cannot hold it.
    pub(super) fn of(kind: &Type, sdk: Sdk, enums: &Enums<'_>) -> Option<Self> {
        let inner = |element: &Type| match element {
            Type::Array(_) | Type::Vector(_) | Type::HalfVector(_) => None,
            element => Self::of(element, sdk, enums),
        };
        Some(match kind {
            Type::Bool => Self::plain("boolean", Helper::Boolean, ""),
            Type::I16 | Type::I32 => Self::plain("number", Helper::Integer, "A whole number."),
            Type::I64 => Self::plain(
                "number",
                Helper::Integer,
                "A whole number, which JavaScript holds exactly up to 2^53.",
            ),
            Type::Interval => Self::plain("number", Helper::Integer, "Microseconds."),
            Type::F32 | Type::F64 => Self::plain("number", Helper::Number, ""),
            Type::Text | Type::Uid | Type::DocumentId => Self::plain("string", Helper::Text, ""),
            Type::Decimal => Self::plain("string", Helper::Text, "A decimal number, as text."),
            Type::Uuid => Self::plain("string", Helper::Text, "A UUID."),
            Type::Network => Self::plain(
                "string",
                Helper::Text,
                "An IP address with the length of its prefix: `10.0.0.0/8`.",
            ),
            Type::Date => Self::plain("string", Helper::Text, "A date: `2026-01-31`."),
            Type::Time => Self::plain(
                "string",
                Helper::Text,
                "A time of day: `18:30:00`, or `18:30:00.250000`.",
            ),
            Type::Timestamp => Self::plain("firestore.Timestamp", Helper::Timestamp, ""),
            Type::GeoPoint => Self::plain("firestore.GeoPoint", Helper::GeoPoint, ""),
            Type::Reference => Self::plain("firestore.DocumentReference", Helper::Reference, ""),
            Type::Json => Self::plain("JsonValue", Helper::Json, ""),
            Type::Bytes => match sdk {
                Sdk::Web => Self::plain("firestore.Bytes", Helper::Bytes, ""),
                Sdk::Admin => Self::plain("Uint8Array", Helper::Bytes, ""),
            },
            Type::Vector(dimensions) | Type::HalfVector(dimensions) => {
                Self::vector(*dimensions, sdk)
            }
            Type::Enum(of) => {
                let (name, labels) = enums.names(of)?;
                let reader = format!("readOneOf({labels})");
                Self { name, reader, note: String::new(), helpers: vec![Helper::OneOf] }
            }
            Type::Array(element) => {
                inner(element)?.wrapped(Helper::List, |name| format!("{name}[]"))
            }
            Type::Map(value) => {
                let value = Self::of(value, sdk, enums)?;
                value.wrapped(Helper::Map, |name| format!("{{ [key: string]: {name} }}"))
            }
            Type::LocalTimestamp | Type::SparseVector(_) | Type::BitVector(_) => return None,
        })
    }

    fn plain(name: &str, helper: Helper, note: &str) -> Self {
        let (name, reader) = (name.to_owned(), helper.name().to_owned());
        Self { name, reader, note: note.to_owned(), helpers: vec![helper] }
    }

    fn vector(dimensions: u32, sdk: Sdk) -> Self {
        let name = match sdk {
            Sdk::Web => "firestore.VectorValue",
            Sdk::Admin => "FieldVector",
        };
        Self {
            name: name.to_owned(),
            reader: format!("readVector({dimensions})"),
            note: format!("{dimensions} dimensions."),
            helpers: vec![Helper::Vector],
        }
    }

    fn wrapped(mut self, helper: Helper, name: impl FnOnce(&str) -> String) -> Self {
        self.name = name(&self.name);
        self.reader = format!("{}({})", helper.name(), self.reader);
        if !self.note.is_empty() {
            self.note = format!("Each: {}", lower(&self.note));
        }
        self.helpers.push(helper);
        self
    }
}

/// The labels of an enum, in quotes.
pub(super) fn quoted(labels: &[crate::schema::Text]) -> String {
    let quoted: Vec<String> = labels.iter().map(|label| Quoted(label).to_string()).collect();
    quoted.join(", ")
}
