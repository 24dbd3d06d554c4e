//! # `copy_names_its_source`
//!
//! A field of a document that repeats one of another document says which:
//! `#[model(copy_of = Member::display_name, via = author, server)]`.
//!
//! A document is read without joins, so it repeats the name of its author
//! beside the author's id. The copy is wrong as soon as the original changes,
//! unless somebody writes to all copies: from `copy_of` come the list of these,
//! the routine that brings them up to date, and the index that it needs.
//! `server` keeps clients from writing a false one.
//!
//! What is asked is a field that is called after another that holds an id
//! (`author_name` beside `author` or `author_id`). A value that is kept as it
//! was at the time says `allow(copy_names_its_source, reason = "..")`.

use super::Verdict;
use crate::schema::CollectionPath;
use crate::types::{FieldType, FieldTypeInfo};

/// Compiles only if a copy has the type of its source, or an `Option` of it.
pub const fn copies<M, S: FieldType, C: FieldType<Value = S::Value>>(_: fn(&M) -> &S) {}

/// Refuses a source that has no documents.
#[must_use]
pub const fn copy_has_a_source(source: Option<&'static CollectionPath>) -> Verdict<'static> {
    if source.is_none() {
        return Some(
            "the model that this copies from has no collection\n  why: a copy repeats a field of another document\n  fix: give it `#[model(collection = \"..\")]`, or name another\n  convention: copy_names_its_source",
        );
    }
    None
}

/// Refuses a field that is named after another one that holds an id; called
/// only for fields without `copy_of`.
#[must_use]
pub const fn copy_names_its_source(id: FieldTypeInfo) -> Verdict<'static> {
    if id.kind.def().identifies {
        return Some(
            "this repeats a field of another document and does not say so\n  why: nothing would bring it up to date when the original changes\n  fix: add `#[model(copy_of = Model::field, via = .., server)]`; what is kept as it was at the time says `allow(copy_names_its_source, reason = \"..\")`\n  convention: copy_names_its_source",
        );
    }
    None
}
