//! # `vector_is_written_by_servers`
//!
//! A vector in a document is `server`, where clients may write the document.
//!
//! Rules cannot see how many dimensions a vector has, nor what is in it. One of
//! another size is left out of every search, silently; the model that makes
//! embeddings runs on a server anyway.

use super::Verdict;
use super::vector_fits_its_index::is_vector_of_documents;
use crate::types::FieldTypeInfo;

/// Refuses a vector that clients could write.
#[must_use]
pub const fn vector_is_written_by_servers(field: FieldTypeInfo) -> Verdict<'static> {
    if is_vector_of_documents(field.kind) {
        return Some(
            "clients may write this vector\n  why: rules of Firestore cannot see its size, and a search leaves out what has another one\n  fix: add `#[model(server)]`, and let the server that makes the embedding write it\n  convention: vector_is_written_by_servers",
        );
    }
    None
}
