//! # `document_id_is_automatic`
//!
//! The id of a document is made by Firestore's libraries (`DocId<Model>`), or
//! is the id of something else that there is one document for: a user's
//! (`Uid`), another document's (`DocId<Other>`), or the UUID of a row.
//!
//! Ids that count up, or begin alike, are kept side by side: writes of many
//! clients meet on one server and are slowed down (500 a second). A name or a
//! number that people choose cannot be changed later, and tells strangers how
//! many there are. A collection that is small and fixed, such as countries by
//! their codes, says so with `allow(document_id_is_automatic, reason = "..")`.

use super::Verdict;
use crate::types::FieldTypeInfo;

/// Refuses the id of a document that people choose.
#[must_use]
pub const fn document_id_is_automatic(field: FieldTypeInfo) -> Verdict<'static> {
    if field.nullable {
        return Some(
            "the id of a document is an `Option`\n  why: every document has a path, and the id ends it\n  fix: leave `Option` out; `DocId::new()` makes one\n  convention: document_id_is_automatic",
        );
    }
    if field.kind.def().document_key.is_none() {
        return Some(
            "the id of a document is neither automatic nor another's\n  why: ids that count up or begin alike slow writes down, and can be guessed\n  fix: write `DocId<..>` with the name of this struct, or `Uid` for one document a user\n  convention: document_id_is_automatic",
        );
    }
    None
}
