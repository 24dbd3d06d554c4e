//! A schema as Firestore: rules, indexes, converters.
