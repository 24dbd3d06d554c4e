//! # `parent_is_in_schema`
//!
//! A model that a foreign key refers to is in the same `schema![..]`.
//!
//! The script makes the tables of the listed models; a foreign key to a table
//! that nobody makes stops it half-way.

use super::{Message, Names, chars, items};
use crate::schema::ModelDef;

pub(super) const fn check<const N: usize>(
    models: &[ModelDef],
    names: &Names<N>,
) -> Option<Message> {
    let mut i = 0;
    while i < models.len() {
        let fields = items(&models[i].fields);
        let mut f = 0;
        while f < fields.len() {
            if let Some(reference) = &fields[f].references {
                let parent = &reference.parent;
                // A model that did not compile has no table: its own error is enough.
                let known = parent.external
                    || chars(&parent.table).is_empty()
                    || names.has(&parent.schema, &parent.table);
                if !known {
                    return Some(
                        Message::new()
                            .with("`")
                            .with(chars(&models[i].name))
                            .with("::")
                            .with(chars(&fields[f].name))
                            .with("` refers to `")
                            .with(chars(&parent.model))
                            .with("`, which is not in this schema\n  why: the script would refer to a table that nobody makes\n  fix: add `")
                            .with(chars(&parent.model))
                            .with("` to `schema![..]`\n  convention: parent_is_in_schema"),
                    );
                }
            }
            f += 1;
        }
        i += 1;
    }
    None
}
