//! A schema as Firestore: rules, indexes, converters.

pub mod document;
