//! Models as documents, and documents as models.
//!
//! A struct with a `collection` writes its fields into any form of a document
//! ([`WriteDocument`]) and is read from any form ([`ReadDocument`]), in one walk
//! and with nothing in between. What a type becomes is said in
//! [`types`](crate::types); the forms are [`Document`] here, and with features
//! the REST form and the types of the `firestore` crate.
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
//! | `Option<T>` | what `T` is; `None` is a field that is not there |
//!
//! The id of a document and the ids of those above it are in its path, not in
//! its body.
//!
//! A field that a document has not is `None`, or the `default = ..` of the
//! field: a value, `[]`, or for `now()` the moment at which the document was
//! made, where the form tells. For anything else it is an error. So a field can
//! be added to a model that has documents already.

mod body;
#[cfg(feature = "firestore-client")]
mod client;
mod database;
mod error;
mod form;
mod gather;
mod lookup;
mod model;
mod own;
mod path;
#[cfg(feature = "json")]
mod rest;
mod segment;
mod wire;
mod write;

pub use body::Body;
pub use database::Database;
pub use error::DocumentError;
pub use form::{ReadDocument, WriteDocument};
pub use gather::{Gathered, Gathering, Unknown};
pub use model::{DocumentModel, Top, above};
pub use own::{Document, Fields, Value};
pub use path::CollectionRef;
pub use wire::Wire;
pub use write::{Becomes, FieldOf, Operation, Patch, Precondition, Transform, Write};
pub(super) use write::{field_names, field_path, size};

pub use crate::types::document::{Kind, Problem, Reason, Step};
