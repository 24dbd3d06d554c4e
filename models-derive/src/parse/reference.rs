//! `references = Parent, on_delete = cascade`

use darling::FromMeta;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Lit, Meta, Path};

use super::values::{choose, error, key};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir;

/// `references = Parent`
#[derive(Clone, Debug)]
pub(crate) struct ParentPath {
    pub(crate) path: Path,
    pub(crate) at: Extent,
}

impl FromMeta for ParentPath {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let Meta::NameValue(pair) = meta else {
            return Err(error(meta.span(), format!("write `{} = Profile`", key(meta))));
        };
        match &pair.value {
            Expr::Path(value) if other_name(&value.path).is_none() => {
                Ok(Self { path: value.path.clone(), at: Extent::of(&value.path) })
            }
            value => {
                let key = key(meta);
                let what = format!("`{key}` takes the name of a struct");
                let fix = format!("write `{key} = {}`", meant(value));
                Err(Diagnostic::new(Extent::of(value), what).fix(fix).into())
            }
        }
    }
}

/// The struct that is meant by `"Post"`, `auth.User` or `Post::id`.
fn meant(value: &Expr) -> String {
    let text = match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value(),
        other => other.to_token_stream().to_string().replace(['&', ' '], "").replace('.', "::"),
    };
    match syn::parse_str::<Path>(&text) {
        Ok(path) => other_name(&path).unwrap_or_else(|| ir::path(&path)),
        Err(_) => "Parent".to_owned(),
    }
}

/// The model of `Post::id`, and that of the table `auth.users`.
fn other_name(path: &Path) -> Option<String> {
    if ["auth::users", "auth::user"].contains(&ir::path(path).as_str()) {
        return Some("auth::User".to_owned());
    }
    let names: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
    let [before @ .., model, field] = names.as_slice() else { return None };
    let is_field = model.starts_with(char::is_uppercase) && field.starts_with(char::is_lowercase);
    is_field.then(|| before.iter().chain([model]).cloned().collect::<Vec<_>>().join("::"))
}

/// `on_delete = cascade`
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnDeleteSpec {
    pub(crate) value: ir::OnDelete,
    pub(crate) at: Extent,
}

impl FromMeta for OnDeleteSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let known = &ir::OnDelete::ALL;
        let Meta::NameValue(pair) = meta else {
            return Err(error(meta.span(), "write `on_delete = cascade`"));
        };
        if let Expr::Path(value) = &pair.value
            && let Some(word) = value.path.get_ident()
        {
            let choice = choose(word, "on_delete", known)?;
            return Ok(Self { value: choice.value, at: choice.at });
        }
        let text = match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value(),
            Expr::Path(value) => {
                value.path.segments.last().map_or_else(String::new, |last| last.ident.to_string())
            }
            _ => String::new(),
        };
        let letters = |text: &str| text.to_lowercase().replace(['_', ' '], "");
        let mut words = known.iter().map(|(word, _)| *word);
        let word = words.find(|word| letters(word) == letters(&text)).unwrap_or("cascade");
        Err(Diagnostic::new(Extent::of(&pair.value), "`on_delete` takes a word alone")
            .fix(format!("write `on_delete = {word}`"))
            .into())
    }
}
