//! What the families of types share.
//!
//! A type has two codecs: [`RowCodec`](super::row::RowCodec) for columns and
//! [`DocumentCodec`](super::document::DocumentCodec) for documents. Each family
//! is a file and has both, side by side.

/// Implements [`FieldType`](super::FieldType) by the two codecs of a type.
macro_rules! field_type {
    ([$($generics:tt)*] $rust:ty, $kind:expr) => {
        impl<$($generics)*> $crate::types::FieldType for $rust {
            const TYPE: $crate::schema::Type = $kind;
            type Value = Self;
            by_codecs!();
        }
    };
    ($($rust:ty, $kind:expr;)+) => {$(
        field_type!([] $rust, $kind);
        impl $crate::types::Element for $rust {}
    )+};
}

/// The methods of a [`FieldType`](super::FieldType) that read and write.
macro_rules! by_codecs {
    () => {
        $crate::__with_sqlx! {
            fn accepts(column: &sqlx::postgres::PgTypeInfo) -> bool {
                <Self as $crate::types::row::RowCodec>::accepts(column)
            }
            fn read(
                value: sqlx::postgres::PgValueRef<'_>,
            ) -> Result<Self, $crate::types::ReadError> {
                <Self as $crate::types::row::RowCodec>::read(value)
            }
        }
        $crate::__with_firestore! {
            #[inline]
            fn write_value<W: $crate::types::document::ValueWriter>(
                &self,
                to: W,
            ) -> Result<W::Output, $crate::types::document::FieldError> {
                $crate::types::document::DocumentCodec::write(self, to)
            }
            #[inline]
            fn read_value<R: $crate::types::document::ValueReader>(
                value: $crate::types::document::RawValue<R>,
                context: &$crate::types::document::ReadContext<'_>,
            ) -> Result<Self, $crate::types::document::FieldError> {
                $crate::types::document::DocumentCodec::read(value, context)
            }
        }
    };
}

/// [`RowCodec`] for types that sqlx reads by itself.
macro_rules! row_by_sqlx {
    ($($rust:ty),+) => {$(
        #[cfg(feature = "sqlx")]
        impl $crate::types::row::RowCodec for $rust {
            fn accepts(column: &sqlx::postgres::PgTypeInfo) -> bool {
                <Self as sqlx::Type<sqlx::Postgres>>::compatible(column)
            }

            fn read(
                value: sqlx::postgres::PgValueRef<'_>,
            ) -> Result<Self, $crate::types::ReadError> {
                $crate::types::row::native(value)
            }
        }
    )+};
}

/// [`RowCodec`] for types that no column holds: a table with such a field does
/// not compile.
macro_rules! no_row {
    ($([$($generics:tt)*] $rust:ty),+) => {$(
        #[cfg(feature = "sqlx")]
        impl<$($generics)*> $crate::types::row::RowCodec for $rust {
            fn accepts(_: &sqlx::postgres::PgTypeInfo) -> bool {
                false
            }

            fn read(
                value: sqlx::postgres::PgValueRef<'_>,
            ) -> Result<Self, $crate::types::ReadError> {
                Err($crate::types::ReadError::kind::<Self>(&value))
            }
        }
    )+};
}

/// sqlx's `Type` and `Decode` for a type of this library, and with the type of
/// its array `PgHasArrayType`. `Encode` is written beside the type.
macro_rules! sqlx_type {
    ([$($generics:tt)*] $rust:ty, $kind:expr, $array:expr) => {
        sqlx_type!([$($generics)*] $rust, $kind);

        #[cfg(feature = "sqlx")]
        impl<$($generics)*> sqlx::postgres::PgHasArrayType for $rust {
            fn array_type_info() -> sqlx::postgres::PgTypeInfo {
                $array
            }

            fn array_compatible(kind: &sqlx::postgres::PgTypeInfo) -> bool {
                $crate::types::row::accepts_array::<Self>(kind)
            }
        }
    };
    ([$($generics:tt)*] $rust:ty, $kind:expr) => {
        #[cfg(feature = "sqlx")]
        impl<$($generics)*> sqlx::Type<sqlx::Postgres> for $rust {
            fn type_info() -> sqlx::postgres::PgTypeInfo {
                $kind
            }

            fn compatible(kind: &sqlx::postgres::PgTypeInfo) -> bool {
                <Self as $crate::types::FieldType>::accepts(kind)
            }
        }

        #[cfg(feature = "sqlx")]
        impl<$($generics)*> sqlx::Decode<'_, sqlx::Postgres> for $rust {
            fn decode(
                value: sqlx::postgres::PgValueRef<'_>,
            ) -> Result<Self, sqlx::error::BoxDynError> {
                $crate::types::row::decode(value)
            }
        }
    };
}
