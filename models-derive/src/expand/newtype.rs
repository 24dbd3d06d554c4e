//! A newtype is stored as what it holds.

use proc_macro2::TokenStream;
use quote::quote;

use super::inside;
use crate::ir::Newtype;

pub(crate) fn newtype(newtype: &Newtype) -> TokenStream {
    let (ident, inner) = (&newtype.ident, &newtype.inner);
    inside(
        &newtype.krate,
        &quote! {
            __m::__model_type!(#ident(#inner));
            __m::__operand_type!(#ident(#inner));
        },
    )
}
