//! A schema as Firestore: rules, indexes, converters.
//!
//! ```
//! use models_core::firestore::Indexes;
//! use models_core::schema::{List, Schema};
//! let schema = Schema { models: List::Borrowed(&[]) };
//! let indexes = Indexes::new(&schema)?;
//! assert_eq!(indexes.to_string(), "{\n  \"indexes\": [],\n  \"fieldOverrides\": []\n}\n");
//! # Ok::<(), models_core::firestore::Error>(())
//! ```
//!
//! `collection` finds the models that have a collection and checks their names,
//! `error` is the one error of a schema, `text` alone quotes texts and lays out
//! JSON, and each output has a folder.

mod collection;
pub mod copies;
pub mod document;
mod error;
mod indexes;
pub mod rules;
mod text;
mod typescript;

pub use error::{Error, ErrorKind};
pub use indexes::{
    Billing, CompositeIndex, FieldIndex, FieldOverride, FieldPath, IndexField, IndexLimit, Indexes,
    Mode, Scope,
};
pub use rules::Rules;
pub use typescript::{Sdk, TypeScript};
