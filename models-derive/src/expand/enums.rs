//! An enum's labels.

use proc_macro2::TokenStream;
use quote::quote;

use super::{inside, page};
use crate::ir::{Enum, Located, plain};

pub(crate) fn enumeration(enumeration: &Enum) -> TokenStream {
    let ident = &enumeration.ident;
    let (name, native) = (&enumeration.name.value, enumeration.native);
    let variants: Vec<_> = enumeration.variants.iter().map(|variant| &variant.ident).collect();
    let labels: Vec<_> = enumeration.variants.iter().map(|variant| &variant.label.value).collect();
    let rust_name = plain(ident);
    let doc = &enumeration.doc;
    let described = enumeration.variants.iter().map(|variant| {
        let (name, doc) = (plain(&variant.ident), &variant.doc);
        let renamed_from = renamed_from(variant.renamed_from.as_ref());
        quote!(__m::Variant::new(#name, #doc)#renamed_from)
    });
    let renamed_from = renamed_from(enumeration.renamed_from.as_ref());
    let labels_page = page::labels(enumeration);
    let body = quote! {
        impl #ident {
            #[doc(hidden)]
            #[must_use]
            pub const fn __model_label(&self) -> &'static str {
                match self { #(Self::#variants => #labels,)* }
            }
        }
        #[doc = #labels_page]
        #[automatically_derived]
        impl __m::ModelEnum for #ident {
            const ENUM: __m::EnumType = {
                const LABELS: &[__m::Text] = &[#(__m::text(#labels)),*];
                const VARIANTS: &[__m::Variant] = &[#(#described),*];
                __m::EnumType::new(__m::text(#name), __m::list(LABELS), #native)
                    .declared(#rust_name, #doc, VARIANTS)
                    #renamed_from
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

fn renamed_from(name: Option<&Located<String>>) -> TokenStream {
    name.map_or_else(TokenStream::new, |name| {
        let name = &name.value;
        quote!(.renamed_from(#name))
    })
}
