//! The values of keys, and darling's errors about them in our layout.

use darling::FromMeta;
use darling::util::Flag;
use proc_macro2::Span;
use syn::{Expr, ExprLit, Ident, Lit, Meta};

use crate::diagnostic::{Diagnostic, Extent, near, one_of};
use crate::ir::Located;

/// A text in quotes.
#[derive(Clone, Debug)]
pub(crate) struct Name(pub(crate) Located<String>);

impl FromMeta for Name {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let key = key(meta);
        match meta {
            Meta::NameValue(pair) => match &pair.value {
                Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
                    Ok(Self(Located::new(text.value(), text.span())))
                }
                other => {
                    let text = match other {
                        Expr::Path(value) => value.path.get_ident().map(ToString::to_string),
                        _ => None,
                    };
                    let text = text.unwrap_or_else(|| "..".to_owned());
                    let problem = Diagnostic::new(
                        Extent::of(other),
                        format!("`{key}` takes a text in quotes"),
                    );
                    Err(problem.fix(format!("write `{key} = \"{text}\"`")).into())
                }
            },
            Meta::Path(_) | Meta::List(_) => {
                Err(Diagnostic::new(Extent::of(meta), format!("`{key}` takes a text"))
                    .fix(format!("write `{key} = \"..\"`"))
                    .into())
            }
        }
    }
}

/// Where a flag is set, if it is.
pub(crate) fn flag_span(flag: Flag) -> Option<Span> {
    flag.is_present().then(|| flag.span())
}

/// The key of an entry, without `r#`.
pub(crate) fn key(meta: &Meta) -> String {
    meta.path().segments.last().map_or_else(String::new, |segment| segment.ident.to_string())
}

impl From<Diagnostic> for darling::Error {
    /// Its text is final. darling remembers where it starts, and not where it ends.
    fn from(diagnostic: Diagnostic) -> Self {
        error(diagnostic.at().start, diagnostic.message())
    }
}

/// An error of ours as one of darling's.
pub(crate) fn error(span: Span, message: impl Into<String>) -> darling::Error {
    darling::Error::custom(message.into()).with_span(&span)
}

/// An identifier out of a closed list.
pub(crate) fn choose<T: Copy>(
    word: &Ident,
    key: &str,
    known: &[(&'static str, T)],
) -> syn::Result<Located<T>> {
    let text = word.to_string();
    if let Some((_, value)) = known.iter().find(|(name, _)| *name == text) {
        return Ok(Located::new(*value, word.span()));
    }
    let names = || known.iter().map(|(name, _)| *name);
    let what = format!("`{text}` is not a value of `{key}`{}", near(&text, names()));
    Err(Diagnostic::new(word.span(), what).fix(format!("known: {}", one_of(names()))).into())
}

/// darling's errors about an entry in our layout. What is wrong with a value is
/// so with the whole of it, of which darling keeps only where it starts.
pub(crate) fn problems(error: darling::Error, entry: &Meta) -> Vec<Diagnostic> {
    let at = |error: &darling::Error| match entry {
        Meta::NameValue(pair) if !is_duplicate(error) => Extent::of(&pair.value),
        Meta::NameValue(_) | Meta::List(_) | Meta::Path(_) => error.span().into(),
    };
    error.flatten().into_iter().map(|error| Diagnostic::new(at(&error), reword(&error))).collect()
}

const DUPLICATE: &str = "Duplicate field ";

fn is_duplicate(error: &darling::Error) -> bool {
    error.to_string().starts_with(DUPLICATE)
}

/// darling says "field" for a key, which our users would misread, and adds
/// paths like "at index", which do not help them.
fn reword(error: &darling::Error) -> String {
    let text = error.to_string();
    let text = text.split_once(" at ").map_or(text.as_str(), |(head, tail)| {
        if tail.contains(' ') { text.as_str() } else { head }
    });
    if let Some(rest) = text.strip_prefix(DUPLICATE) {
        return format!("{rest} appears twice\n  fix: write it once");
    }
    if text.starts_with("Unexpected meta-item format") || text.starts_with("Unexpected type") {
        return format!("this key is not written like this ({})", text.to_lowercase());
    }
    text.to_owned()
}
