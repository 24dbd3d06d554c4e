//! The parts of the derives that do not depend on what was written.

/// What a `ModelEnum` is to everything else.
#[doc(hidden)]
#[macro_export]
macro_rules! __model_enum {
    ($type:ident) => {
        impl $crate::types::FieldType for $type {
            const TYPE: $crate::schema::Type =
                $crate::schema::Type::Enum(<$type as $crate::types::ModelEnum>::ENUM);
            type Value = Self;
        }
        impl $crate::types::Element for $type {}
        impl $crate::access::Operand for $type {
            type Value = Self;
            fn value(&self) -> ::core::option::Option<&Self> {
                ::core::option::Option::Some(self)
            }
        }
        #[diagnostic::do_not_recommend]
        impl $crate::access::Comparable<$type> for $type {
            fn equals(&self, other: &Self) -> $crate::access::Truth {
                (::core::mem::discriminant(self) == ::core::mem::discriminant(other)).into()
            }
        }
    };
}

/// What a `ModelType` is to everything else.
#[doc(hidden)]
#[macro_export]
macro_rules! __model_type {
    ($type:ident, $inner:ty) => {
        impl $crate::types::FieldType for $type {
            const TYPE: $crate::schema::Type = <$inner as $crate::types::FieldType>::TYPE;
            const NULLABLE: bool = <$inner as $crate::types::FieldType>::NULLABLE;
            type Value = Self;
        }
        impl $crate::access::Operand for $type {
            type Value = <$inner as $crate::access::Operand>::Value;
            fn value(&self) -> ::core::option::Option<&Self::Value> {
                $crate::access::Operand::value(&self.0)
            }
        }
    };
}

/// A type that did not compile, as far as others need it.
#[doc(hidden)]
#[macro_export]
macro_rules! __model_broken {
    ($type:ident) => {
        impl $crate::types::FieldType for $type {
            const TYPE: $crate::schema::Type = $crate::schema::Type::Text;
            type Value = Self;
        }
        impl $crate::types::Element for $type {}
    };
}

/// A struct from a row; nothing without sqlx.
#[doc(hidden)]
#[macro_export]
macro_rules! __model_row {
    ($($tokens:tt)*) => {};
}

/// All models of an application, judged together while it compiles.
#[macro_export]
macro_rules! schema {
    ($($model:ty),* $(,)?) => {{
        const MODELS: &[$crate::schema::ModelDef] =
            &[$(<$model as $crate::model::Model>::MODEL),*];
        const _: () = $crate::check::schema::<{ MODELS.len() }>(MODELS);
        $crate::schema::Schema { models: $crate::__private::list(MODELS) }
    }};
}
