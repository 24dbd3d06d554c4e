//! Models as documents, and documents as models.
//!
//! A struct with a `collection` writes its fields into any form of a document
//! ([`WriteDocument`]) and is read from any form ([`ReadDocument`]), in one walk
//! and with nothing in between. The forms are [`Document`], the bytes of the
//! message ([`Wire`]), and with features the REST form and the types of the
//! `firestore` crate.
//!
//! | Rust | Firestore |
//! |---|---|
//! | `bool` | boolean |
//! | `i16`, `i32`, `i64` | integer |
//! | `f32`, `f64` | double; an integer is read as well |
//! | `Decimal` | string, with all its digits |
//! | `String`, `Uid`, `DocId<M>`, an enum's label | string |
//! | `Uuid`, `Id<M>` | string, in small letters with hyphens |
//! | `IpNetwork` | string |
//! | `DateTime<Utc>` | timestamp; nanoseconds are cut to microseconds |
//! | `NaiveDate` | string, `2026-01-31` |
//! | `NaiveTime` | string, `18:30:00` or `18:30:00.250000` |
//! | `TimeDelta` | integer, in microseconds |
//! | `serde_json::Value`, `Json<T>` | null, boolean, integer, double, string, array or map |
//! | `Vec<u8>` | bytes |
//! | `Vec<T>` | array |
//! | `BTreeMap<String, T>` | map |
//! | `Vector<N>`, `HalfVector<N>` | vector |
//! | `GeoPoint` | geo point |
//! | `DocRef<M>` | reference |
//! | `Option<T>` | what `T` is; `None` is a missing field |
//!
//! The id of a document and the ids of those above it are in its path, not in
//! its body.
//!
//! A field that a document does not have is `None`, or the `default = ..` of the
//! field: a value, `[]`, or for `now()` the time at which the document was
//! created, where the form has it. For anything else it is an error. So a field
//! can be added to a model that has documents already.

#[cfg(feature = "firestore-client")]
mod client;
mod database;
mod definition;
mod error;
mod form;
mod ids;
mod model;
mod own;
mod path;
mod read;
#[cfg(feature = "json")]
mod rest;
mod tree;
mod value;
mod wire;
mod write;

pub use database::Database;
#[doc(hidden)]
pub use definition::DocumentDef;
pub use error::DocumentError;
#[doc(hidden)]
pub use form::BodyWriter;
pub use form::{ReadDocument, WriteDocument};
#[doc(hidden)]
pub use ids::IdWriter;
pub use model::{DocumentModel, Top, above};
pub use path::CollectionRef;
#[doc(hidden)]
pub use read::{FieldReader, ReadState, UnknownFields};
pub use value::{Document, Fields, Value};
pub use wire::Wire;
pub use write::{Becomes, FieldOf, Patch, Precondition, Transform, Write, WriteOperation};
pub(super) use write::{field_names, field_path, size};

pub use crate::types::document::{FieldError, FieldErrorKind, PathSegment, ValueKind};
