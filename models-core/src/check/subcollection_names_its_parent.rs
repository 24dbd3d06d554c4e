//! The checks that need the description of the parent.

use super::Verdict;
use crate::schema::{CollectionPath, Node};

/// Refuses a parent that has no documents.
#[must_use]
pub const fn subcollection_names_its_parent(
    parent: Option<&'static CollectionPath>,
) -> Verdict<'static> {
    if parent.is_none() {
        return Some(
            "this model has no collection\n  why: a subcollection lies under a document\n  fix: give it `#[model(collection = \"..\")]`, or name another\n  convention: subcollection_names_its_parent",
        );
    }
    None
}

/// Refuses an ancestor that the path does not lead through.
#[must_use]
pub const fn ancestor_is_above(
    path: Option<&'static CollectionPath>,
    ancestor: Option<&'static CollectionPath>,
) -> Verdict<'static> {
    let (Some(path), Some(ancestor)) = (path, ancestor) else {
        return subcollection_names_its_parent(ancestor);
    };
    let mut above = &path.parent;
    while let Some(Node::Static(one)) = above {
        if one.is(ancestor) {
            return None;
        }
        above = &one.parent;
    }
    Some(
        "no document of this model is above this one\n  why: the field holds an id out of the document's own path\n  fix: name the model in `subcollection_of`, or one that is above that\n  convention: subcollection_names_its_parent",
    )
}
