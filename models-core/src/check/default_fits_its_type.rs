//! A default is a value of its field's type.

use super::type_of;
use crate::schema::Type;
use crate::types::{FieldType, ModelEnum};

/// Refuses a default of another kind: `kind` is what the derive saw.
#[track_caller]
pub const fn default_fits_its_type<T: FieldType>(kind: &'static str) {
    let fits = match kind.as_bytes() {
        b"bool" => matches!(type_of::<T>(), Type::Bool),
        b"int" => matches!(
            type_of::<T>(),
            Type::I16 | Type::I32 | Type::I64 | Type::F32 | Type::F64 | Type::Decimal
        ),
        b"float" => matches!(type_of::<T>(), Type::F32 | Type::F64 | Type::Decimal),
        b"text" => matches!(type_of::<T>(), Type::Text),
        b"now" => matches!(type_of::<T>(), Type::Timestamp),
        b"empty" => matches!(type_of::<T>(), Type::Array(_)),
        b"uid" => matches!(type_of::<T>(), Type::Uuid),
        _ => true,
    };
    if !fits {
        panic!(
            "this default is no value of the field's type\n  why: the table could not be made, or no row without the field\n  fix: write a value of the field's type; the variant for an enum, `[]` for a list, `sql(\"..\")` for anything else"
        );
    }
}

/// Compiles only where the default is a variant of the field's own enum.
pub const fn default_is_a_variant<T: FieldType<Value = E>, E: ModelEnum>(_: &E) {}
