//! From a Rust type to what a field holds: a trait, never a name.
//!
//! An alias works, and a local type that is called `String` fools nobody. One
//! file for each family of types.

mod enumeration;
mod id;
mod scalar;

pub use enumeration::ModelEnum;
pub use id::Id;

use crate::schema::Type;

/// A type that a field of a model may have.
///
/// `#[derive(ModelEnum)]` and `#[derive(ModelType)]` implement it for your own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a model",
    label = "no column type holds a `{Self}`",
    note = "unsigned integers: `i32` for u8 and u16, `i64` for u32, `i64` or `Decimal` for u64, u128 and usize",
    note = "texts: `String` for &str, char, Cow<str> and Box<str>",
    note = "times: `DateTime<Utc>` for SystemTime, Instant and DateTime<Local>",
    note = "your own enum: `#[derive(ModelEnum)]`; a newtype: `#[derive(ModelType)]`; a struct: `Json<{Self}>`"
)]
pub trait FieldType {
    /// What the field holds.
    const TYPE: Type;
    /// Whether the value may be absent.
    const NULLABLE: bool = false;
    /// The type without its `Option`.
    type Value;
}

/// A type that a list may hold: everything but options, lists and vectors.
#[diagnostic::on_unimplemented(
    message = "a list of `{Self}` cannot be a field of a model",
    label = "`{Self}` cannot be the element of a list",
    note = "a list holds plain values: no `Option`, no second list; bytes are `Vec<u8>`; rows of their own belong into a model of their own"
)]
pub trait Element: FieldType {}
