//! The conventions that need types or a whole schema, one in each file.
//!
//! Each function returns the message of a broken convention, or `None`. The
//! derive writes calls of these functions into constants, spanned at what the
//! user wrote; [`refuse`] panics while the constant is evaluated, which rustc
//! reports as an error at that place.

mod collection_is_bounded;
mod copy_names_its_source;
mod default_fits_its_type;
mod document_id_is_automatic;
mod exclusion_ends_in_a_range;
mod foreign_key_is_declared;
mod foreign_key_type_matches;
mod has_created_at;
mod has_updated_at;
mod money_is_not_a_float;
mod precision_is_for_decimals;
mod schema;
mod set_null_needs_an_option;
mod string_is_bounded;
mod subcollection_names_its_parent;
mod table_id_is_uuid;
mod timestamps_have_a_zone;
mod type_suits_its_engine;
mod vector_fits_its_index;
mod vector_is_indexed;
mod vector_is_written_by_servers;

pub use collection_is_bounded::collection_is_bounded;
pub use copy_names_its_source::{copies, copy_has_a_source, copy_names_its_source};
pub use default_fits_its_type::{default_fits_its_type, default_is_a_variant};
pub use document_id_is_automatic::document_id_is_automatic;
pub use exclusion_ends_in_a_range::exclusion_ends_in_a_range;
pub use foreign_key_is_declared::foreign_key_is_declared;
pub use foreign_key_type_matches::References;
pub use has_created_at::has_created_at;
pub use has_updated_at::has_updated_at;
pub use money_is_not_a_float::money_is_not_a_float;
pub use precision_is_for_decimals::precision_is_for_decimals;
pub use schema::{
    ConstMessage, NameIndex, document_rules_fit_the_budget, member_is_in_schema,
    membership_names_a_path, parent_is_in_schema, table_names_are_unique,
};
pub use set_null_needs_an_option::set_null_needs_an_option;
pub use string_is_bounded::string_is_bounded;
pub use subcollection_names_its_parent::{ancestor_is_above, subcollection_names_its_parent};
pub use table_id_is_uuid::table_id_is_uuid;
pub use timestamps_have_a_zone::timestamps_have_a_zone;
pub use type_suits_its_engine::{only_needs_an_option, type_suits_its_engine};
pub use vector_fits_its_index::vector_fits_its_index;
pub use vector_is_indexed::vector_is_indexed;
pub use vector_is_written_by_servers::vector_is_written_by_servers;

use crate::schema::Type;
use crate::types::FieldTypeInfo;

/// The message of a broken convention; `None` when it holds.
pub type Verdict<'a> = Option<&'a str>;

/// Stops the compiler with the message.
///
/// # Panics
/// When there is a message.
#[track_caller]
#[allow(clippy::panic, reason = "this is how a constant becomes a compile error")]
pub const fn refuse(verdict: Verdict<'_>) {
    if let Some(message) = verdict {
        panic!("{}", message);
    }
}

/// What the rules of a field limit.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The length of a text.
    pub text: bool,
    /// The number of items.
    pub items: bool,
    /// The length of the texts in a list, or of the keys and values of a map.
    pub parts: bool,
}

/// Nothing is limited.
pub const OPEN: Bounds = Bounds { text: false, items: false, parts: false };

/// The length of a text is limited; it is not a list.
pub const TEXT: Bounds = Bounds { text: true, ..OPEN };

/// The checks of every column, in one call: the code that the derive writes for
/// each field costs compile time.
#[track_caller]
pub const fn common(field: FieldTypeInfo, bounds: Bounds) {
    refuse(type_suits_its_engine(field, true, false));
    of_all(field, bounds);
}

/// The same for a field of a document. `column` tells whether a table has it
/// too, `written` whether clients write it.
#[track_caller]
pub const fn common_document(field: FieldTypeInfo, bounds: Bounds, column: bool, written: bool) {
    if written {
        refuse(vector_is_written_by_servers(field));
    }
    refuse(type_suits_its_engine(field, column, true));
    of_all(field, bounds);
}

#[track_caller]
const fn of_all(field: FieldTypeInfo, bounds: Bounds) {
    refuse(timestamps_have_a_zone(field));
    refuse(string_is_bounded(field, bounds.text, bounds.parts));
    refuse(collection_is_bounded(field, bounds.items));
    refuse(vector_is_indexed(field));
}

/// The message, if none of the conventions that an `allow` switches off is
/// broken.
#[must_use]
pub const fn allow_is_needed(verdicts: &[Verdict], message: &'static str) -> Verdict<'static> {
    let mut i = 0;
    while i < verdicts.len() {
        if verdicts[i].is_some() {
            return None;
        }
        i += 1;
    }
    Some(message)
}

/// The type of a field, or of its elements if it is a list.
const fn holds(field: FieldTypeInfo) -> &'static Type {
    match field.kind.element() {
        Some(element) => element,
        None => field.kind,
    }
}
