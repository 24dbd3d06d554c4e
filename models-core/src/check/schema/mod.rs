//! What only all models together can break: judged in a constant, by
//! `schema![..]`, so that it is a compile error.
//!
//! Names are compared by their hashes, sorted: comparing every pair of a few
//! hundred tables would trip rustc's limit on long constant evaluation.

mod message;
mod names;
mod parent_is_in_schema;
mod table_names_are_unique;

pub(crate) use message::Message;
pub(crate) use names::Names;

use crate::schema::{List, ModelDef};

/// Judges all models together.
#[track_caller]
pub const fn schema<const N: usize>(models: &'static [ModelDef]) {
    let names = Names::<N>::of(models);
    if let Some(message) = table_names_are_unique::check(models, &names) {
        panic!("{}", message.as_str());
    }
    if let Some(message) = parent_is_in_schema::check(models, &names) {
        panic!("{}", message.as_str());
    }
}

/// The items of a list, in a constant.
pub(crate) const fn items<T: Clone>(list: &List<T>) -> &[T] {
    match list {
        List::Borrowed(items) => items,
        List::Owned(items) => items.as_slice(),
    }
}

/// The characters of a text, in a constant.
pub(crate) const fn chars(text: &crate::schema::Text) -> &str {
    match text {
        crate::schema::Text::Borrowed(text) => text,
        crate::schema::Text::Owned(text) => text.as_str(),
    }
}
