//! The functions that the printed ones call. A module has those it needs, at
//! its end.

use super::Sdk;
use crate::schema::DocumentReader;

/// A function or a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TypeScriptHelper {
    /// The error of a document that is not what its model says.
    InvalidDocument,
    /// Throws it.
    Wrong,
    /// The ids in the path of a document.
    Ids,
    /// A path of names.
    Path,
    /// What is there of some values.
    Written,
    /// The values by name of a document.
    Values,
    /// The type of the functions below.
    Reader,
    /// A field that is always there.
    Required,
    /// A field that may be missing.
    Optional,
    /// A field that was not there from the start.
    Defaulted,
    Boolean,
    Integer,
    Number,
    Text,
    Timestamp,
    GeoPoint,
    Reference,
    Bytes,
    Vector,
    OneOf,
    List,
    Map,
    Json,
    /// Whether a value is a map.
    IsMap,
    /// Whether a reader takes a value.
    Accepts,
    /// How many characters a text has.
    Characters,
    /// Whether a number is between two others.
    Within,
    /// Whether a pattern matches a text.
    Matching,
    /// Two moments side by side.
    Moments,
    /// Two decimal numbers side by side.
    Decimals,
}

impl TypeScriptHelper {
    /// The function that reads a type.
    pub(super) const fn of(reader: DocumentReader) -> Self {
        match reader {
            DocumentReader::Boolean => Self::Boolean,
            DocumentReader::Integer => Self::Integer,
            DocumentReader::Number => Self::Number,
            DocumentReader::Text => Self::Text,
            DocumentReader::Timestamp => Self::Timestamp,
            DocumentReader::GeoPoint => Self::GeoPoint,
            DocumentReader::Reference => Self::Reference,
            DocumentReader::Bytes => Self::Bytes,
            DocumentReader::Vector => Self::Vector,
            DocumentReader::Label => Self::OneOf,
            DocumentReader::List => Self::List,
            DocumentReader::Map => Self::Map,
            DocumentReader::Json => Self::Json,
        }
    }

    /// What it is called.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::InvalidDocument => "InvalidDocument",
            Self::Wrong => "wrong",
            Self::Ids => "idsOf",
            Self::Path => "pathOf",
            Self::Written => "written",
            Self::Values => "FieldValues",
            Self::Reader => "FieldReader",
            Self::Required => "required",
            Self::Optional => "optional",
            Self::Defaulted => "defaulted",
            Self::Boolean => "readBoolean",
            Self::Integer => "readInteger",
            Self::Number => "readNumber",
            Self::Text => "readText",
            Self::Timestamp => "readTimestamp",
            Self::GeoPoint => "readGeoPoint",
            Self::Reference => "readReference",
            Self::Bytes => "readBytes",
            Self::Vector => "readVector",
            Self::OneOf => "readOneOf",
            Self::List => "readList",
            Self::Map => "readMap",
            Self::Json => "readJson",
            Self::IsMap => "isMap",
            Self::Accepts => "accepts",
            Self::Characters => "characters",
            Self::Within => "within",
            Self::Matching => "matching",
            Self::Moments => "compareMoments",
            Self::Decimals => "compareDecimals",
        }
    }

    /// Those that it calls itself.
    pub(super) const fn calls(self) -> &'static [Self] {
        match self {
            Self::InvalidDocument
            | Self::Path
            | Self::Values
            | Self::Characters
            | Self::Within
            | Self::Matching
            | Self::Moments
            | Self::Decimals => &[],
            Self::Reader => &[Self::Wrong],
            Self::Wrong | Self::Ids => &[Self::InvalidDocument],
            Self::Written | Self::IsMap => &[Self::Values],
            Self::Required | Self::Optional | Self::Defaulted => &[Self::Values, Self::Reader],
            Self::Boolean
            | Self::Integer
            | Self::Number
            | Self::Text
            | Self::Timestamp
            | Self::GeoPoint
            | Self::Reference
            | Self::Bytes
            | Self::Vector
            | Self::OneOf
            | Self::List
            | Self::Accepts => &[Self::Reader],
            Self::Map | Self::Json => &[Self::Reader, Self::IsMap],
        }
    }

    /// Its text.
    pub(super) const fn text(self, sdk: Sdk) -> &'static str {
        match self {
            Self::InvalidDocument => include_str!("invalid_document.ts"),
            Self::Wrong => include_str!("wrong.ts"),
            Self::Ids => include_str!("ids.ts"),
            Self::Path => include_str!("path.ts"),
            Self::Written => include_str!("written.ts"),
            Self::Values => include_str!("values.ts"),
            Self::Reader => include_str!("reader.ts"),
            Self::Required => include_str!("required.ts"),
            Self::Optional => include_str!("optional.ts"),
            Self::Defaulted => include_str!("defaulted.ts"),
            Self::Boolean => include_str!("boolean.ts"),
            Self::Integer => include_str!("integer.ts"),
            Self::Number => include_str!("number.ts"),
            Self::Text => include_str!("text.ts"),
            Self::Timestamp => include_str!("timestamp.ts"),
            Self::GeoPoint => include_str!("geo_point.ts"),
            Self::Reference => include_str!("reference.ts"),
            Self::Bytes => match sdk {
                Sdk::Web => include_str!("bytes_web.ts"),
                Sdk::Admin => include_str!("bytes_admin.ts"),
            },
            Self::Vector => match sdk {
                Sdk::Web => include_str!("vector_web.ts"),
                Sdk::Admin => include_str!("vector_admin.ts"),
            },
            Self::OneOf => include_str!("one_of.ts"),
            Self::List => include_str!("list.ts"),
            Self::Map => include_str!("map.ts"),
            Self::Json => include_str!("json.ts"),
            Self::IsMap => include_str!("is_map.ts"),
            Self::Accepts => include_str!("accepts.ts"),
            Self::Characters => include_str!("characters.ts"),
            Self::Within => include_str!("within.ts"),
            Self::Matching => include_str!("matching.ts"),
            Self::Moments => include_str!("moments.ts"),
            Self::Decimals => include_str!("decimals.ts"),
        }
    }
}
