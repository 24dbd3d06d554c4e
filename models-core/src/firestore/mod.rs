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
//! `kept` says which models there are and what their documents are called,
//! `text` alone quotes texts and lays out JSON, and each output has a folder.

pub mod copies;
pub mod document;
mod error;
mod indexes;
mod kept;
pub mod rules;
mod text;
mod typescript;

pub use error::{Error, ErrorKind};
pub use indexes::{
    Billing, CompositeIndex, FieldIndex, FieldOverride, FieldPath, IndexField, Indexes, Limit,
    Mode, Scope,
};
pub use rules::Rules;
pub use typescript::{Sdk, TypeScript};
