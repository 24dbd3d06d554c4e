//! The conventions that types or a whole schema can break: one a file.
//!
//! The derive writes calls of these functions into constants, spanned at the
//! field's type. A broken convention panics while the constant is evaluated,
//! which rustc reports as an error at that place with the message below.

#![allow(
    clippy::panic,
    clippy::manual_assert,
    clippy::missing_panics_doc,
    reason = "a constant that panics is how a broken convention becomes a compile error"
)]

mod default_fits_its_type;
mod foreign_key_is_declared;
mod foreign_key_type_matches;
mod money_is_not_a_float;
mod precision_is_for_decimals;
mod schema;
mod set_null_needs_an_option;
mod table_id_is_uuid;
mod timestamps_have_a_zone;
mod vector_fits_its_index;
mod vector_is_indexed;

pub use default_fits_its_type::{default_fits_its_type, default_is_a_variant};
pub use foreign_key_is_declared::foreign_key_is_declared;
pub use foreign_key_type_matches::foreign_key_type_matches;
pub use money_is_not_a_float::money_is_not_a_float;
pub use precision_is_for_decimals::precision_is_for_decimals;
pub use schema::schema;
pub use set_null_needs_an_option::set_null_needs_an_option;
pub use table_id_is_uuid::table_id_is_uuid;
pub use timestamps_have_a_zone::{has_created_at, has_updated_at, timestamps_have_a_zone};
pub use vector_fits_its_index::vector_fits_its_index;
pub use vector_is_indexed::vector_is_indexed;

use crate::schema::Type;
use crate::types::FieldType;

/// The type of a field as a constant that lives forever; a temporary could
/// not be dropped while a constant is evaluated.
struct Of<T>(core::marker::PhantomData<T>);

impl<T: FieldType> Of<T> {
    const TYPE: &'static Type = &T::TYPE;
}

/// The type of a field, of the elements where it is a list.
const fn type_of<T: FieldType>() -> &'static Type {
    Of::<T>::TYPE
}
