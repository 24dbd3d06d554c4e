//! # `default_fits_its_type`
//!
//! What stands behind `default =` is a value of the field's type: a number, a
//! text, `true`, a variant of its enum, `[]` for a list, `now()` for a moment,
//! `auth.uid()` for a key, `sql("..")` for anything else.
//!
//! The database would refuse the table, or convert the value in silence.

use super::Verdict;
use crate::schema::ValueClass;
use crate::types::{FieldType, FieldTypeInfo, ModelEnum};

/// Refuses a default of another type; `kind` is the form of the expression.
#[must_use]
pub const fn default_fits_its_type(field: FieldTypeInfo, kind: &str) -> Verdict<'static> {
    let class = field.kind.class();
    let fits = match kind.as_bytes() {
        b"bool" => matches!(class, ValueClass::Bool),
        b"int" => matches!(class, ValueClass::Whole | ValueClass::Float | ValueClass::Decimal),
        b"float" => matches!(class, ValueClass::Float | ValueClass::Decimal),
        b"text" => matches!(class, ValueClass::Text),
        b"now" => matches!(class, ValueClass::Moment),
        b"empty" => matches!(class, ValueClass::List),
        b"uid" => matches!(class, ValueClass::Uuid),
        _ => true,
    };
    if !fits {
        return Some(
            "this default is not a value of the field's type\n  why: the database would refuse the table, or convert it in silence\n  fix: write a value of the field's type: a variant for an enum, `[]` for a list, `sql(\"..\")` for anything else\n  convention: default_fits_its_type",
        );
    }
    None
}

/// Compiles only where the default is a variant of the field's own enum.
pub const fn default_is_a_variant<T: FieldType<Value = E>, E: ModelEnum>(_: &E) {}
