//! The traits that the derive implements.

use crate::access::Auth;
use crate::schema::{CollectionPath, ModelDef, ModelRef, Node, ParentKey, Text};

/// A struct that is stored; implemented by `#[derive(Model)]`.
///
/// The four functions follow the same rules as row level security, so a policy
/// can be tested without a database. The service role
/// is above the rules there and here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a model",
    label = "this has no `#[derive(Model)]`",
    note = "every type in `schema![..]` and in `exists(..)` is a struct with `#[derive(Model)]`"
)]
pub trait Model: Sized + 'static {
    /// The description that every printer reads.
    const MODEL: ModelDef;

    /// The struct itself. For a type that is not a model it does not exist, so
    /// that rustc reports this and not the missing fields.
    #[doc(hidden)]
    type Row;

    /// Whether this row may be read.
    fn may_select(&self, auth: &Auth) -> bool;

    /// Whether this row may be created.
    fn may_insert(&self, auth: &Auth) -> bool;

    /// Whether this row may become `new`: the rules of `update` and of `select`
    /// must allow both, and no field that clients cannot write may differ.
    fn may_update(&self, new: &Self, auth: &Auth) -> bool;

    /// Whether this row may be deleted: by the rule of `delete`, and of `select`.
    fn may_delete(&self, auth: &Auth) -> bool;
}

/// A model, or a table from elsewhere, that foreign keys may name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be referred to",
    label = "not a model",
    note = "`references`, `subcollection_of`, `parent` and `copy_of` take a struct with `#[derive(Model)]`; `references` also takes `auth::User`"
)]
pub trait Parent {
    /// The type of its key.
    type Key;
    /// The names that a foreign key needs.
    const KEY: ParentKey;
    /// Where its documents are; `None` when it has no collection.
    const PATH: Option<&'static CollectionPath> = None;
    /// Its names.
    const REF: ModelRef = model_ref(const { &Self::KEY }, Self::PATH);
}

/// The names of a model whose key is known.
const fn model_ref(key: &ParentKey, path: Option<&'static CollectionPath>) -> ModelRef {
    let collection = match path {
        Some(path) => Some(Node::Static(path)),
        None => None,
    };
    ModelRef {
        model: borrowed(&key.model),
        schema: borrowed(&key.schema),
        table: borrowed(&key.table),
        collection,
    }
}

/// The same text; those in a constant are borrowed.
const fn borrowed(text: &Text) -> Text {
    match text {
        Text::Borrowed(text) => Text::Borrowed(text),
        Text::Owned(_) => Text::Borrowed(""),
    }
}
