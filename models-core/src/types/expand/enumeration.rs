//! What `#[derive(ModelEnum)]` leaves here.

/// Makes a `ModelEnum` a field: `__model_enum!(Status);`
#[doc(hidden)]
#[macro_export]
macro_rules! __model_enum {
    ($name:ident) => {
        impl $crate::types::FieldType for $name {
            const TYPE: $crate::schema::Type =
                $crate::schema::Type::Enum(<$name as $crate::types::ModelEnum>::ENUM);
            type Value = Self;
            $crate::__with_sqlx! {
                fn accepts(kind: &$crate::__private::PgTypeInfo) -> bool {
                    $crate::__private::label::accepts(kind)
                }
                fn read(value: $crate::__private::PgValueRef<'_>) -> $crate::__private::Read<Self> {
                    $crate::__private::label::read(value)
                }
            }
            $crate::__with_firestore! {
                fn write_value<W: $crate::__private::ValueWriter>(
                    &self,
                    to: W,
                ) -> $crate::__private::Written<W> {
                    $crate::__private::write_label(self, to)
                }
                fn read_value<R: $crate::__private::ValueReader>(
                    value: $crate::__private::RawValue<R>,
                    _: &$crate::__private::ReadContext<'_>,
                ) -> $crate::__private::Loaded<Self> {
                    $crate::__private::read_label(value)
                }
            }
        }
        impl $crate::types::Element for $name {}
        $crate::__with_sqlx! {
            impl $crate::__private::Type<$crate::__private::Postgres> for $name {
                fn type_info() -> $crate::__private::PgTypeInfo {
                    $crate::__private::label::type_info::<Self>()
                }
                fn compatible(kind: &$crate::__private::PgTypeInfo) -> bool {
                    $crate::__private::label::accepts(kind)
                }
            }
            impl $crate::__private::PgHasArrayType for $name {
                fn array_type_info() -> $crate::__private::PgTypeInfo {
                    $crate::__private::label::array_type_info::<Self>()
                }
                fn array_compatible(kind: &$crate::__private::PgTypeInfo) -> bool {
                    $crate::__private::accepts_array::<Self>(kind)
                }
            }
            impl $crate::__private::Encode<'_, $crate::__private::Postgres> for $name {
                fn encode_by_ref(
                    &self,
                    buffer: &mut $crate::__private::PgArgumentBuffer,
                ) -> $crate::__private::Write {
                    $crate::__private::label::write(self, buffer)
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
