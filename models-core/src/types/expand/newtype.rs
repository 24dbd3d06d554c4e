//! What `#[derive(ModelType)]` leaves here.

/// Makes a newtype a field, stored as what is inside: `__model_type!(Handle(String));`
///
/// A bound on the type inside is written `for<'a>`, so that it is asked where
/// it is used and not here: a newtype of a vector is a field, but no element.
#[doc(hidden)]
#[macro_export]
macro_rules! __model_type {
    ($name:ident($inner:ty)) => {
        impl $crate::types::FieldType for $name {
            const TYPE: $crate::schema::Type = <$inner as $crate::types::FieldType>::TYPE;
            const NULLABLE: bool = <$inner as $crate::types::FieldType>::NULLABLE;
            const NEWTYPE: $crate::__private::Option<$crate::schema::Newtype> =
                $crate::__private::Some($crate::schema::Newtype::new($crate::__private::plain(
                    ::core::stringify!($name),
                )));
            type Value = Self;
            $crate::__with_sqlx! {
                fn accepts(kind: &$crate::__private::PgTypeInfo) -> bool {
                    <$inner as $crate::types::FieldType>::accepts(kind)
                }
                fn read(value: $crate::__private::PgValueRef<'_>) -> $crate::__private::Read<Self> {
                    $crate::__private::Ok(Self(<$inner as $crate::types::FieldType>::read(value)?))
                }
            }
            fn absent() -> $crate::__private::Option<Self> {
                $crate::types::FieldType::absent().map(Self)
            }
            $crate::__with_firestore! {
                fn write_value<W: $crate::__private::ValueWriter>(
                    &self,
                    to: W,
                ) -> $crate::__private::Written<W> {
                    $crate::types::FieldType::write_value(&self.0, to)
                }
                fn read_value<R: $crate::__private::ValueReader>(
                    value: $crate::__private::RawValue<R>,
                    context: &$crate::__private::ReadContext<'_>,
                ) -> $crate::__private::Loaded<Self> {
                    $crate::__private::Ok(Self($crate::types::FieldType::read_value(value, context)?))
                }
            }
        }
        impl $crate::types::Element for $name where for<'a> $inner: $crate::types::Element {}
        $crate::__with_sqlx! {
            impl $crate::__private::Type<$crate::__private::Postgres> for $name
            where
                for<'a> $inner: $crate::__private::Type<$crate::__private::Postgres>,
            {
                fn type_info() -> $crate::__private::PgTypeInfo {
                    <$inner as $crate::__private::Type<$crate::__private::Postgres>>::type_info()
                }
                fn compatible(kind: &$crate::__private::PgTypeInfo) -> bool {
                    <Self as $crate::types::FieldType>::accepts(kind)
                }
            }
            impl $crate::__private::PgHasArrayType for $name
            where
                for<'a> $inner: $crate::__private::PgHasArrayType,
            {
                fn array_type_info() -> $crate::__private::PgTypeInfo {
                    <$inner as $crate::__private::PgHasArrayType>::array_type_info()
                }
                fn array_compatible(kind: &$crate::__private::PgTypeInfo) -> bool {
                    $crate::__private::accepts_array::<Self>(kind)
                }
            }
            impl<'q> $crate::__private::Encode<'q, $crate::__private::Postgres> for $name
            where
                for<'a> $inner: $crate::__private::Encode<'q, $crate::__private::Postgres>,
            {
                fn encode_by_ref(
                    &self,
                    buffer: &mut $crate::__private::PgArgumentBuffer,
                ) -> $crate::__private::Write {
                    <$inner as $crate::__private::Encode<'q, $crate::__private::Postgres>>::encode_by_ref(
                        &self.0, buffer,
                    )
                }
            }
            impl $crate::__private::Decode<'_, $crate::__private::Postgres> for $name {
                fn decode(
                    value: $crate::__private::PgValueRef<'_>,
                ) -> $crate::__private::Decoded<Self> {
                    $crate::__private::decode(value)
                }
            }
        }
    };
}
