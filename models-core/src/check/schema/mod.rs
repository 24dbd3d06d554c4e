//! The conventions that need all models. `schema![..]` checks them in constants,
//! so that a violation is a compile error.
//!
//! Names are compared by sorted hashes: comparing every pair of a few hundred
//! tables would exceed rustc's limit on constant evaluation.

mod document_rules_fit_the_budget;
mod member_is_in_schema;
mod membership_names_a_path;
mod message;
mod names;
mod parent_is_in_schema;
mod sorted;
mod table_names_are_unique;

pub use document_rules_fit_the_budget::document_rules_fit_the_budget;
pub use member_is_in_schema::member_is_in_schema;
pub use membership_names_a_path::membership_names_a_path;
pub use message::ConstMessage;
pub use names::NameIndex;
pub use parent_is_in_schema::parent_is_in_schema;
pub use table_names_are_unique::table_names_are_unique;

use crate::schema::{CollectionPath, List, ModelDef, Node, Text};

/// Whether a model switches a convention off for one of its fields.
const fn allows(model: &ModelDef, convention: &str, field: &str) -> bool {
    let allows = items(&model.allows);
    let mut i = 0;
    while i < allows.len() {
        let of_field = chars(&allows[i].field);
        if same(chars(&allows[i].convention), convention)
            && (of_field.is_empty() || same(of_field, field))
        {
            return true;
        }
        i += 1;
    }
    false
}

/// The items of a list, in a constant.
const fn items<T: Clone>(list: &List<T>) -> &[T] {
    match list {
        List::Borrowed(items) => items,
        List::Owned(items) => items.as_slice(),
    }
}

/// The characters of a text, in a constant.
const fn chars(text: &Text) -> &str {
    match text {
        Text::Borrowed(text) => text,
        Text::Owned(text) => text.as_str(),
    }
}

/// Whether the model of this collection is listed; true without a collection.
/// A model that did not compile has a collection without a name.
const fn is_listed<const N: usize>(
    path: Option<&Node<CollectionPath>>,
    names: &NameIndex<N>,
) -> bool {
    let Some(path) = path else { return true };
    chars(&path.get().collection).is_empty() || names.has_collection(path.get())
}

/// Whether two texts are equal, in a constant.
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
