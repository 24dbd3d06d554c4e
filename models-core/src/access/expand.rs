//! The macros by which the derives of enums and newtypes make them readable in
//! rules.

/// A rule compares an enum with its own variants, and with a claim's text.
#[doc(hidden)]
#[macro_export]
macro_rules! __operand_enum {
    ($name:ident) => {
        impl $crate::access::Operand for $name {
            type Value = Self;
            fn value(&self) -> ::core::option::Option<&Self> {
                ::core::option::Option::Some(self)
            }
        }
        #[diagnostic::do_not_recommend]
        impl $crate::access::Comparable<$name> for $name {
            fn equals(&self, other: &Self) -> $crate::access::Truth {
                (self.__model_label() == other.__model_label()).into()
            }
        }
        #[diagnostic::do_not_recommend]
        impl $crate::access::Comparable<$crate::access::ClaimValue> for $name {
            fn equals(&self, claim: &$crate::access::ClaimValue) -> $crate::access::Truth {
                $crate::access::Comparable::<str>::equals(claim, self.__model_label())
            }
        }
        #[diagnostic::do_not_recommend]
        impl $crate::access::Comparable<$name> for $crate::access::ClaimValue {
            fn equals(&self, variant: &$name) -> $crate::access::Truth {
                $crate::access::Comparable::<str>::equals(self, variant.__model_label())
            }
        }
    };
}

/// A rule compares a newtype as what is inside.
#[doc(hidden)]
#[macro_export]
macro_rules! __operand_type {
    ($name:ident($inner:ty)) => {
        impl $crate::access::Operand for $name
        where
            for<'a> $inner: $crate::access::Operand,
        {
            type Value = <$inner as $crate::access::Operand>::Value;
            fn value(&self) -> ::core::option::Option<&Self::Value> {
                $crate::access::Operand::value(&self.0)
            }
        }
    };
}

/// A rule may compare a type that did not compile with nearly everything, as
/// it may a claim.
#[doc(hidden)]
#[macro_export]
macro_rules! __operand_broken {
    ($name:ident) => {
        impl $crate::access::Operand for $name {
            type Value = $crate::access::ClaimValue;
            fn value(&self) -> ::core::option::Option<&Self::Value> {
                ::core::option::Option::None
            }
        }
    };
}
