//! JSON with a Rust type.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Element, FieldType};
use crate::schema::Type;

/// A value that is stored as JSON: for a struct whose parts are never asked
/// for one by one.
///
/// An absent column is `Option<Json<T>>`; `Json(None)` is the JSON value
/// `null`. PostgreSQL stores no NUL character (`\u0000`) in a JSON text.
///
/// ```
/// use models_core::types::Json;
/// let sizes = Json(vec![("small", 1), ("large", 9)]);
/// assert_eq!(sizes.len(), 2);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Json<T>(pub T);

impl<T> std::ops::Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> std::ops::DerefMut for Json<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: Serialize + DeserializeOwned> FieldType for Json<T> {
    const TYPE: Type = Type::Json;
    type Value = Self;
    read_by!(json, T);
}

impl<T: Serialize + DeserializeOwned> Element for Json<T> {}

/// As the value itself, without a wrapper.
impl<T: Serialize> Serialize for Json<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Json<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}
