//! What the families of types share.

/// Implements [`FieldType`](super::FieldType) and [`Element`](super::Element)
/// for types that map one to one. With sqlx, `reads` is the module of
/// [`wire`](super::wire) that reads them.
macro_rules! plain {
    ($reads:ident: $($rust:ty => $kind:expr,)+) => {$(
        impl $crate::types::FieldType for $rust {
            const TYPE: $crate::schema::Type = $kind;
            type Value = Self;
            read_by!($reads);
        }
        impl $crate::types::Element for $rust {}
    )+};
}

/// The part of a [`FieldType`](super::FieldType) that reads: `accepts` and
/// `read` of a module of [`wire`](super::wire), for the type itself or for the
/// one inside it. Nothing without sqlx.
macro_rules! read_by {
    ($reads:ident) => {
        read_by!($reads, Self);
    };
    ($reads:ident, $of:ty) => {
        $crate::__with_sqlx! {
            fn accepts(kind: &sqlx::postgres::PgTypeInfo) -> bool {
                $crate::types::wire::$reads::accepts::<$of>(kind)
            }
            fn read(
                value: sqlx::postgres::PgValueRef<'_>,
            ) -> Result<Self, $crate::types::wire::ReadError> {
                $crate::types::wire::$reads::read::<$of>(value)
            }
        }
    };
}
