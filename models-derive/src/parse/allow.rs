//! `allow(convention, reason = "..")`

use darling::FromMeta;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Meta, Token};

use super::words::error;
use crate::ir::Spot;

/// One suppression. The reason may be missing here; judging is not parsing.
#[derive(Clone, Debug)]
pub(crate) struct AllowSpec {
    pub(crate) convention: Spot<String>,
    pub(crate) reason: Option<Spot<String>>,
}

impl Parse for AllowSpec {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let name: Ident = input.parse()?;
        let mut reason = None;
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let key: Ident = input.parse()?;
            if key != "reason" {
                return Err(syn::Error::new(
                    key.span(),
                    "an `allow` names one convention and its `reason`\n  fix: write `allow(convention, reason = \"..\")`, one for each convention",
                ));
            }
            input.parse::<Token![=]>()?;
            let text: LitStr = input.parse()?;
            reason = Some(Spot::new(text.value(), text.span()));
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(Self { convention: Spot::from_ident(&name), reason })
    }
}

impl FromMeta for AllowSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        match meta {
            Meta::List(list) => list.parse_args().map_err(darling::Error::from),
            Meta::Path(path) => Err(error(
                syn::spanned::Spanned::span(path),
                "`allow` takes the convention and the reason: `allow(convention, reason = \"..\")`",
            )),
            Meta::NameValue(pair) => Err(error(
                syn::spanned::Spanned::span(&pair.path),
                "`allow` takes the convention and the reason: `allow(convention, reason = \"..\")`",
            )),
        }
    }
}
