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

/// The part of a [`FieldType`](super::FieldType) that writes and reads. From
/// rows: `accepts` and `read` of a module of [`wire`](super::wire), for the type
/// itself or for the one inside it, and nothing without sqlx. In documents: what
/// its `Stored` does.
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
        $crate::__with_firestore! {
            fn store<S: $crate::types::document::Sink>(
                &self,
                to: S,
            ) -> $crate::types::document::Outcome<S::Done> {
                $crate::types::document::Stored::put(self, to)
            }
            fn load<S: $crate::types::document::Source>(
                given: $crate::types::document::Given<S>,
                of: &$crate::types::document::Origin<'_>,
            ) -> $crate::types::document::Outcome<Self> {
                $crate::types::document::Stored::take(given, of)
            }
        }
    };
}
