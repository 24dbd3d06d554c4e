//! Values that are written in an attribute.

use super::Text;

/// A literal.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Literal {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Float(#[cfg_attr(feature = "serde", serde(with = "float"))] f64),
    /// A text, or the label of an enum's variant.
    Text(Text),
}

/// JSON has neither infinities nor `NaN`, so they become texts.
#[cfg(feature = "serde")]
mod float {
    use serde::{Deserialize, Deserializer, Serializer, de};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum JsonFloat {
        Number(f64),
        Text(String),
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    pub(super) fn serialize<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
        if value.is_finite() {
            to.serialize_f64(*value)
        } else if value.is_nan() {
            to.serialize_str("NaN")
        } else if value.is_sign_positive() {
            to.serialize_str("Infinity")
        } else {
            to.serialize_str("-Infinity")
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        match JsonFloat::deserialize(from)? {
            JsonFloat::Number(value) => Ok(value),
            JsonFloat::Text(text) => match text.as_str() {
                "NaN" => Ok(f64::NAN),
                "Infinity" => Ok(f64::INFINITY),
                "-Infinity" => Ok(f64::NEG_INFINITY),
                _ => Err(de::Error::custom(format!("`{text}` is not a number"))),
            },
        }
    }
}
