//! Values that may be absent, lists, and maps from texts.

use std::collections::BTreeMap;

#[cfg(feature = "firestore")]
use super::document::{
    DocumentCodec, FieldError, PathSegment, RawValue, ReadContext, ValueKind, ValueReader,
    ValueWriter,
};
#[cfg(feature = "sqlx")]
use super::row::{self, RowCodec};
use super::{Element, FieldType};
use crate::schema::{Newtype, Node, Type};
#[cfg(feature = "sqlx")]
use crate::types::ReadError;
#[cfg(feature = "sqlx")]
use sqlx::error::BoxDynError;
#[cfg(feature = "sqlx")]
use sqlx::postgres::{PgTypeInfo, PgValueRef};
#[cfg(feature = "sqlx")]
use sqlx::{Decode, Postgres, ValueRef as _};

impl<T: FieldType> FieldType for Option<T> {
    const TYPE: Type = T::TYPE;
    const NULLABLE: bool = true;
    const NEWTYPE: Option<Newtype> = T::NEWTYPE;
    type Value = T;
    fn absent() -> Option<Self> {
        Some(None)
    }
    by_codecs!();
}

#[cfg(feature = "sqlx")]
impl<T: FieldType> RowCodec for Option<T> {
    fn accepts(column: &PgTypeInfo) -> bool {
        T::accepts(column)
    }

    fn read(value: PgValueRef<'_>) -> Result<Self, ReadError> {
        if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
    }
}

/// `None` is a field that is missing; a null is read as `None`, too.
#[cfg(feature = "firestore")]
impl<T: FieldType> DocumentCodec for Option<T> {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        match self {
            Some(value) => value.write_value(to),
            None => Ok(to.absent()),
        }
    }

    #[inline]
    fn read<R: ValueReader>(
        value: RawValue<R>,
        context: &ReadContext<'_>,
    ) -> Result<Self, FieldError> {
        match value {
            RawValue::Null => Ok(None),
            value => T::read_value(value, context).map(Some),
        }
    }
}

impl<T: Element> FieldType for Vec<T> {
    const TYPE: Type = Type::Array(Node::Static(&T::TYPE));
    const NEWTYPE: Option<Newtype> = Newtype::of_items(T::NEWTYPE);
    type Value = Self;
    by_codecs!();
}

/// An array of one dimension that starts at 1 and has no NULL in it.
#[cfg(feature = "sqlx")]
impl<T: Element> RowCodec for Vec<T> {
    fn accepts(column: &PgTypeInfo) -> bool {
        row::accepts_array::<T>(column)
    }

    fn read(value: PgValueRef<'_>) -> Result<Self, ReadError> {
        if value.is_null() {
            return Err(ReadError::null::<Self>());
        }
        let elements = Vec::<ArrayElement<T>>::decode(value).map_err(ReadError::value::<Self>)?;
        Ok(elements.into_iter().map(|ArrayElement(value)| value).collect())
    }
}

/// An element that sqlx finds in an array and this library reads.
#[cfg(feature = "sqlx")]
struct ArrayElement<T>(T);

#[cfg(feature = "sqlx")]
impl<T> sqlx::Type<Postgres> for ArrayElement<T> {
    /// sqlx asks for it where a text array does not name its elements' type.
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("unknown")
    }
}

#[cfg(feature = "sqlx")]
impl<T: Element> Decode<'_, Postgres> for ArrayElement<T> {
    fn decode(value: PgValueRef<'_>) -> Result<Self, BoxDynError> {
        Ok(Self(T::read(value)?))
    }
}

#[cfg(feature = "firestore")]
impl<T: Element> DocumentCodec for Vec<T> {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        to.array(self.iter())
    }

    fn read<R: ValueReader>(
        value: RawValue<R>,
        context: &ReadContext<'_>,
    ) -> Result<Self, FieldError> {
        let RawValue::Array(items) = value else {
            return Err(FieldError::wrong_kind(value.kind(), ValueKind::Array));
        };
        let mut list = Self::with_capacity(items.size_hint().0);
        for item in items {
            let value = item.and_then(R::parse).and_then(|value| T::read_value(value, context));
            list.push(value.map_err(|error| error.within(PathSegment::Index(list.len())))?);
        }
        Ok(list)
    }
}

/// A map is a value of documents; in a table, `Json<..>` holds one.
impl<T: Element> FieldType for BTreeMap<String, T> {
    const TYPE: Type = Type::Map(Node::Static(&T::TYPE));
    const NEWTYPE: Option<Newtype> = Newtype::of_items(T::NEWTYPE);
    type Value = Self;
    by_codecs!();
}

no_row!([T: Element] BTreeMap<String, T>);

#[cfg(feature = "firestore")]
impl<T: Element> DocumentCodec for BTreeMap<String, T> {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        to.map(self.iter().map(|(key, value)| (key.as_str(), value)))
    }

    fn read<R: ValueReader>(
        value: RawValue<R>,
        context: &ReadContext<'_>,
    ) -> Result<Self, FieldError> {
        let RawValue::Map(entries) = value else {
            return Err(FieldError::wrong_kind(value.kind(), ValueKind::Map));
        };
        let mut map = Self::new();
        for entry in entries {
            let (name, value) = entry?;
            let name = R::name(name)?;
            match value.parse().and_then(|value| T::read_value(value, context)) {
                Ok(value) => map.insert(name, value),
                Err(error) => return Err(error.within(PathSegment::Key(name))),
            };
        }
        Ok(map)
    }
}
