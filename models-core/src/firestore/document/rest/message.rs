//! The messages inside a value, and its numbers.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::text;
use crate::firestore::document::{Fields, Value};

/// A message: what it leaves out is the default of its type, and what is not
/// known is ignored, as protocol buffers have it.
macro_rules! message {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $rust:ty),+ }) => {
        $(#[$doc])*
        #[derive(Default)]
        pub(super) struct $name {
            $(pub(super) $field: $rust,)+
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Of;

                impl<'de> Visitor<'de> for Of {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(concat!("an object of", $(" ", stringify!($field)),+))
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        let mut message = $name::default();
                        while let Some(key) = map.next_key::<String>()? {
                            match key.as_str() {
                                $(stringify!($field) => message.$field = map.next_value()?,)+
                                _ => drop(map.next_value::<IgnoredAny>()?),
                            }
                        }
                        Ok(message)
                    }
                }

                deserializer.deserialize_map(Of)
            }
        }
    };
}

message! {
    /// A list.
    Array { values: Vec<Value> }
}
message! {
    /// A map.
    Map { fields: Fields }
}
message! {
    /// A point on the earth.
    Point { latitude: f64, longitude: f64 }
}

/// A whole number: a text, and a number all the same.
pub(super) struct Integer(pub(super) i64);

/// A floating-point number, or a text for what JSON has no number for.
pub(super) struct Double(pub(super) f64);

/// A number or a text.
macro_rules! number {
    ($name:ident: $expected:literal, $number:ident => $of:expr, $text:ident => $of_text:expr) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Of;

                impl Visitor<'_> for Of {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }

                    fn visit_i64<E: de::Error>(self, value: i64) -> Result<$name, E> {
                        self.visit_str(&value.to_string())
                    }

                    fn visit_u64<E: de::Error>(self, value: u64) -> Result<$name, E> {
                        self.visit_str(&value.to_string())
                    }

                    fn visit_f64<E: de::Error>(self, $number: f64) -> Result<$name, E> {
                        let of: Option<$name> = $of;
                        of.ok_or_else(|| E::invalid_value(de::Unexpected::Float($number), &self))
                    }

                    fn visit_str<E: de::Error>(self, $text: &str) -> Result<$name, E> {
                        let of: Option<$name> = $of_text;
                        of.ok_or_else(|| E::invalid_value(de::Unexpected::Str($text), &self))
                    }
                }

                deserializer.deserialize_any(Of)
            }
        }
    };
}

number! { Integer: "an integer of 64 bits", _number => None, text => text.parse().ok().map(Integer) }
number! { Double: "a double", number => Some(Double(number)), text => text::double_of(text).map(Double) }
