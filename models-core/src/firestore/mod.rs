//! A schema as Firestore: rules, indexes, converters.

pub mod rules;

pub use rules::{Error, Rules};
