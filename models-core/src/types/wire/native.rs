//! What sqlx needs of a type that is ours, from what [`FieldType`] knows.
//!
//! [`FieldType`]: crate::types::FieldType

/// `Type` and `Decode`, and with the kind of its array `PgHasArrayType`;
/// `Encode` is written at the type.
macro_rules! native {
    ([$($generics:tt)*] $rust:ty, $kind:expr, $array:expr) => {
        native!([$($generics)*] $rust, $kind);

        impl<$($generics)*> sqlx::postgres::PgHasArrayType for $rust {
            fn array_type_info() -> sqlx::postgres::PgTypeInfo {
                $array
            }

            fn array_compatible(kind: &sqlx::postgres::PgTypeInfo) -> bool {
                $crate::types::wire::list::accepts::<Self>(kind)
            }
        }
    };
    ([$($generics:tt)*] $rust:ty, $kind:expr) => {
        impl<$($generics)*> sqlx::Type<sqlx::Postgres> for $rust {
            fn type_info() -> sqlx::postgres::PgTypeInfo {
                $kind
            }

            fn compatible(kind: &sqlx::postgres::PgTypeInfo) -> bool {
                <Self as $crate::types::FieldType>::accepts(kind)
            }
        }

        impl<$($generics)*> sqlx::Decode<'_, sqlx::Postgres> for $rust {
            fn decode(
                value: sqlx::postgres::PgValueRef<'_>,
            ) -> Result<Self, sqlx::error::BoxDynError> {
                $crate::types::wire::decode(value)
            }
        }
    };
}

pub(super) use native;
