//! `Self` in a field's type or in a rule is the struct itself.
//!
//! What is expanded stands beside the struct and not inside it, where `Self`
//! would mean nothing.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};

/// The same tokens with the name for `Self`. Goes as deep as the tokens do.
pub(super) fn replace(tokens: TokenStream, name: &Ident) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Ident(word) if word == "Self" => {
                let mut name = name.clone();
                name.set_span(word.span());
                TokenTree::Ident(name)
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replace(group.stream(), name));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => token,
        })
        .collect()
}
