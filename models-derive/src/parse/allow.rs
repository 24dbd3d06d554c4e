//! `allow(convention, reason = "..")`

use darling::FromMeta;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Meta, Token};

use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::Located;

/// One suppression. The reason may be missing here; judging is not parsing.
#[derive(Clone, Debug)]
pub(crate) struct AllowSpec {
    pub(crate) convention: Located<String>,
    pub(crate) reason: Option<Located<String>>,
}

impl Parse for AllowSpec {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let Ok(name) = input.parse::<Ident>() else { return Err(no_name(input)) };
        let mut reason = None;
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let Ok(key) = input.parse::<Ident>() else { return Err(no_reason(input, &name)) };
            if key != "reason" {
                return Err(syn::Error::new(
                    key.span(),
                    "an `allow` names one convention and its `reason`\n  fix: write `allow(convention, reason = \"..\")`, one for each convention",
                ));
            }
            let equals = input.parse::<Token![=]>();
            let (Ok(_), Ok(text)) = (equals, input.parse::<LitStr>()) else {
                return Err(no_reason(input, &name));
            };
            reason = Some(Located::new(text.value(), text.span()));
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(Self { convention: Located::from_ident(&name), reason })
    }
}

/// `allow("has_created_at")`
fn no_name(input: ParseStream) -> syn::Error {
    let text = input.fork().parse::<LitStr>().map_or_else(|_| String::new(), |text| text.value());
    let is_name = syn::parse_str::<Ident>(&text).is_ok();
    let name = if is_name { text.as_str() } else { "convention" };
    Diagnostic::new(input.span(), "a convention is named without quotes")
        .fix(format!("write `allow({name}, reason = \"..\")`"))
        .into()
}

/// `allow(has_created_at, "old rows have none")`
fn no_reason(input: ParseStream, name: &Ident) -> syn::Error {
    Diagnostic::new(input.span(), "the reason is a text behind `reason =`")
        .fix(format!("write `allow({name}, reason = \"..\")`"))
        .into()
}

impl FromMeta for AllowSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        match meta {
            Meta::List(list) => list.parse_args().map_err(darling::Error::from),
            Meta::Path(_) | Meta::NameValue(_) => {
                Err(Diagnostic::new(Extent::of(meta), "`allow` takes a convention and the reason")
                    .fix("write `allow(convention, reason = \"..\")`")
                    .into())
            }
        }
    }
}
