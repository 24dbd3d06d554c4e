//! # `parent_is_in_schema`
//!
//! A model that a foreign key refers to, whose documents are above this one's,
//! or that a field copies from, is in the same `schema![..]`.
//!
//! The script makes the tables of the listed models; a foreign key to a table
//! that nobody makes stops it half-way. A table that another script has made
//! before says so at the field (or on the struct, for a collection), with
//! `allow(parent_is_in_schema, reason = "..")`.

use super::{ConstMessage, NameIndex, allows, chars, is_listed, items};
use crate::schema::{ModelDef, ParentKey};

/// Refuses a foreign key to a table that is not there.
#[must_use]
pub const fn parent_is_in_schema<const N: usize>(
    models: &[ModelDef],
    names: &NameIndex<N>,
) -> ConstMessage {
    let mut message = ConstMessage::new();
    let mut i = 0;
    while i < models.len() {
        let fields = items(&models[i].fields);
        let mut f = 0;
        while f < fields.len() {
            let field = chars(&fields[f].name);
            if let Some(reference) = &fields[f].references
                && !is_there(&reference.parent, names)
                && !allows(&models[i], "parent_is_in_schema", field)
            {
                message = message.finding(&[
                    "`",
                    chars(&models[i].name),
                    "::",
                    field,
                    "` refers to `",
                    chars(&reference.parent.model),
                    "`, which is not in this schema",
                ]);
            }
            if let Some(copy) = &fields[f].copy_of
                && !names.has_collection(copy.source.get())
                && !allows(&models[i], "parent_is_in_schema", field)
            {
                message = message.finding(&[
                    "`",
                    chars(&models[i].name),
                    "::",
                    field,
                    "` copies from `",
                    chars(&copy.source.get().model),
                    "`, which is not in this schema",
                ]);
            }
            f += 1;
        }
        if let Some(collection) = &models[i].collection
            && let Some(parent) = &collection.path.get().parent
            && !is_listed(Some(parent), names)
            && !allows(&models[i], "parent_is_in_schema", "")
        {
            message = message.finding(&[
                "`",
                chars(&models[i].name),
                "` lies under the documents of `",
                chars(&parent.get().model),
                "`, which is not in this schema",
            ]);
        }
        i += 1;
    }
    if message.is_empty() {
        return message;
    }
    message.end(
        "\n  why: the script would refer to what nobody describes\n  fix: list it in `schema![..]` too\n  convention: parent_is_in_schema",
    )
}

/// A model that did not compile has no table: its own error is enough.
const fn is_there<const N: usize>(parent: &ParentKey, names: &NameIndex<N>) -> bool {
    parent.external
        || chars(&parent.table).is_empty()
        || names.has_table(&parent.schema, &parent.table)
}
