//! JSON, with a Rust type and without one.
//!
//! In a document, a whole number of JSON is an integer and comes back as one;
//! every other number is a double, so `1.0` stays distinct from `1`. Whole
//! numbers beyond `i64` are refused, because Firestore has none. What JSON does
//! not have (moments, bytes, references, points, NaN) is refused when it is
//! read.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
#[cfg(feature = "firestore")]
use serde_json::{Map, Number};

use super::Element;
#[cfg(feature = "firestore")]
use super::FieldType;
#[cfg(feature = "firestore")]
use super::document::{
    DocumentCodec, FieldError, FieldErrorKind, Nesting, PathSegment, RawValue, ReadContext,
    ValueKind, ValueReader, ValueWriter,
};
#[cfg(feature = "sqlx")]
use super::row::RowCodec;
use crate::schema::Type;

/// A value that is stored as JSON: for a struct whose parts are never queried
/// one by one.
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

field_type!([T: Serialize + DeserializeOwned] Json<T>, Type::Json);

impl<T: Serialize + DeserializeOwned> Element for Json<T> {}

field_type! { Value, Type::Json; }

row_by_sqlx!(Value);

#[cfg(feature = "sqlx")]
impl<T: Serialize + DeserializeOwned> RowCodec for Json<T> {
    fn accepts(column: &sqlx::postgres::PgTypeInfo) -> bool {
        <sqlx::types::Json<T> as sqlx::Type<sqlx::Postgres>>::compatible(column)
    }

    fn read(value: sqlx::postgres::PgValueRef<'_>) -> Result<Self, super::ReadError> {
        if sqlx::ValueRef::is_null(&value) {
            return Err(super::ReadError::null::<Self>());
        }
        let value = <sqlx::types::Json<T> as sqlx::Decode<sqlx::Postgres>>::decode(value);
        value.map(|json| Self(json.0)).map_err(super::ReadError::value::<Self>)
    }
}

sqlx_type!(
    [T: Serialize + DeserializeOwned] Json<T>,
    <sqlx::types::Json<T> as sqlx::Type<sqlx::Postgres>>::type_info(),
    <sqlx::types::Json<T> as sqlx::postgres::PgHasArrayType>::array_type_info()
);

#[cfg(feature = "sqlx")]
impl<T: Serialize> sqlx::Encode<'_, sqlx::Postgres> for Json<T> {
    fn encode_by_ref(
        &self,
        buffer: &mut sqlx::postgres::PgArgumentBuffer,
    ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
        sqlx::types::Json(&self.0).encode_by_ref(buffer)
    }
}

#[cfg(feature = "firestore")]
impl DocumentCodec for Value {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        match self {
            Self::Null => Ok(to.null()),
            Self::Bool(value) => Ok(to.boolean(*value)),
            Self::String(value) => Ok(to.text(value)),
            Self::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => Ok(to.integer(whole)),
                (None, Some(double)) if number.is_f64() => Ok(to.double(double)),
                _ => Err(FieldError::out_of_range(number, "an integer has 64 bits and a sign")),
            },
            Self::Array(items) => {
                to.nesting().check_array()?;
                to.array(items.iter())
            }
            Self::Object(entries) => {
                to.nesting().check_map()?;
                to.map(entries.iter().map(|(key, value)| (key.as_str(), value)))
            }
        }
    }

    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        read(value, Nesting::default())
    }
}

/// Limited in depth, so that a document cannot exhaust the stack.
#[cfg(feature = "firestore")]
fn read<R: ValueReader>(value: RawValue<R>, nesting: Nesting) -> Result<Value, FieldError> {
    match value {
        RawValue::Null => Ok(Value::Null),
        RawValue::Boolean(value) => Ok(Value::Bool(value)),
        RawValue::Integer(value) => Ok(Value::Number(value.into())),
        RawValue::Double(value) => Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| FieldError::out_of_range(&value, "JSON has finite numbers only")),
        RawValue::Text(text) => Ok(Value::String(text.into())),
        RawValue::Array(items) => {
            nesting.check_map()?;
            let item = |(index, item): (usize, Result<R, FieldError>)| {
                let value = item.and_then(R::parse);
                let value = value.and_then(|value| read(value, nesting.element()));
                value.map_err(|error| error.within(PathSegment::Index(index)))
            };
            items.enumerate().map(item).collect::<Result<_, _>>().map(Value::Array)
        }
        RawValue::Map(entries) => {
            nesting.check_map()?;
            let mut object = Map::new();
            for entry in entries {
                let (name, value) = entry?;
                let name = R::name(name)?;
                match value.parse().and_then(|value| read(value, nesting.entry())) {
                    Ok(value) => object.insert(name, value),
                    Err(error) => return Err(error.within(PathSegment::Key(name))),
                };
            }
            Ok(Value::Object(object))
        }
        other => Err(FieldError::wrong_kind(other.kind(), ValueKind::Map)),
    }
}

/// Through serde. `Json(None)` is a null.
#[cfg(feature = "firestore")]
impl<T: Serialize + DeserializeOwned> DocumentCodec for Json<T> {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        serde_json::to_value(&self.0).map_err(serde_error)?.write_value(to)
    }

    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        serde_json::from_value(read(value, Nesting::default())?).map(Self).map_err(serde_error)
    }
}

#[cfg(feature = "firestore")]
#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn serde_error(error: serde_json::Error) -> FieldError {
    FieldError::new(FieldErrorKind::Json(error.to_string()))
}

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
