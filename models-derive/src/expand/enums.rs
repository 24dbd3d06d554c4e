//! An enum's labels.

use proc_macro2::TokenStream;
use quote::quote;

use super::{inside, reference_page};
use crate::ir::Enum;

pub(crate) fn enumeration(enumeration: &Enum) -> TokenStream {
    let ident = &enumeration.ident;
    let (name, native) = (&enumeration.name.value, enumeration.native);
    let variants: Vec<_> = enumeration.variants.iter().map(|variant| &variant.ident).collect();
    let labels: Vec<_> = enumeration.variants.iter().map(|variant| &variant.label.value).collect();
    let page = reference_page::labels(enumeration);
    let body = quote! {
        impl #ident {
            #[doc(hidden)]
            #[must_use]
            pub const fn __model_label(&self) -> &'static str {
                match self { #(Self::#variants => #labels,)* }
            }
        }
        #[doc = #page]
        #[automatically_derived]
        impl __m::ModelEnum for #ident {
            const ENUM: __m::EnumType = __m::EnumType {
                name: __m::text(#name),
                labels: __m::Cow::Borrowed(&[#(__m::text(#labels)),*]),
                native: #native,
            };
            fn label(&self) -> &'static str { self.__model_label() }
            fn from_label(label: &str) -> ::core::option::Option<Self> {
                match label {
                    #(#labels => ::core::option::Option::Some(Self::#variants),)*
                    _ => ::core::option::Option::None,
                }
            }
        }
        __m::__model_enum!(#ident);
        __m::__operand_enum!(#ident);
    };
    inside(&enumeration.krate, &body)
}
