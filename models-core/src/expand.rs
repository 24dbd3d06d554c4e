//! Macros that belong to no part of the core.

/// A type that did not compile, as far as others need it.
#[doc(hidden)]
#[macro_export]
macro_rules! __model_broken {
    ($type:ident) => {
        impl $crate::types::FieldType for $type {
            // One that no convention has anything to say about.
            const TYPE: $crate::schema::Type = $crate::schema::Type::Bytes;
            type Value = Self;
            $crate::__with_sqlx! {
                fn accepts(_: &$crate::__private::PgTypeInfo) -> bool {
                    true
                }
                fn read(_: $crate::__private::PgValueRef<'_>) -> $crate::__private::Read<Self> {
                    ::core::unreachable!()
                }
            }
            $crate::__with_firestore! {
                fn write_value<W: $crate::__private::ValueWriter>(
                    &self,
                    _: W,
                ) -> $crate::__private::Written<W> {
                    ::core::unreachable!()
                }
                fn read_value<R: $crate::__private::ValueReader>(
                    _: $crate::__private::RawValue<R>,
                    _: &$crate::__private::ReadContext<'_>,
                ) -> $crate::__private::Loaded<Self> {
                    ::core::unreachable!()
                }
            }
        }
        impl $crate::types::Element for $type {}
    };
}

/// All models of an application, judged together while it compiles.
#[macro_export]
macro_rules! schema {
    ($($model:ty),* $(,)?) => {{
        const MODELS: &[$crate::schema::ModelDef] =
            &[$(<$model as $crate::model::Model>::MODEL),*];
        const NAMES: $crate::check::NameIndex<{ MODELS.len() }> = $crate::check::NameIndex::of(MODELS);
        const _: () =
            $crate::check::refuse($crate::check::table_names_are_unique(MODELS, &NAMES).verdict());
        const _: () =
            $crate::check::refuse($crate::check::parent_is_in_schema(MODELS, &NAMES).verdict());
        const _: () =
            $crate::check::refuse($crate::check::member_is_in_schema(MODELS, &NAMES).verdict());
        $crate::schema::Schema { models: $crate::__private::list(MODELS) }
    }};
}

/// A field of a document, typed by its model: `field!(Comment::text)` is a
/// [`FieldOf`](crate::firestore::document::FieldOf). A field that the model has
/// not is rustc's own error.
#[cfg(feature = "firestore")]
#[macro_export]
macro_rules! field {
    (@ [$($model:ident)::+] $field:ident) => {
        const {
            $crate::firestore::document::FieldOf::<$($model)::+, _>::named(
                $crate::__private::plain(stringify!($field)),
                |row| &row.$field,
            )
        }
    };
    (@ [$($model:ident)::+] $next:ident :: $($rest:tt)+) => {
        $crate::field!(@ [$($model)::+::$next] $($rest)+)
    };
    ($model:ident :: $($rest:tt)+) => {
        $crate::field!(@ [$model] $($rest)+)
    };
}

/// An identifier without its `r#`.
#[doc(hidden)]
#[must_use]
pub const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}
