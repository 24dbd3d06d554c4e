//! `unique(..)` and `exclude(..)`: fields and a filter.

use darling::FromMeta;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Ident, Meta, Token};

use super::{mistakes, only};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Engine, Expr, Located};
use crate::language::{EXCLUDE, KeySet, UNIQUE};
use crate::parse::expression::condition;
use crate::parse::values::error;

/// What stands in `unique(..)`.
#[derive(Clone, Debug)]
pub(crate) struct UniqueSpec {
    pub(crate) fields: Vec<Ident>,
    pub(crate) filter: Option<Expr>,
    pub(crate) nulls_not_distinct: bool,
    /// `only = postgres`
    pub(crate) only: Option<Located<Engine>>,
    pub(crate) at: Extent,
}

/// What stands in `exclude(..)`.
#[derive(Clone, Debug)]
pub(crate) struct ExcludeSpec {
    pub(crate) fields: Vec<Ident>,
    pub(crate) filter: Option<Expr>,
    /// `only = postgres`
    pub(crate) only: Option<Located<Engine>>,
    pub(crate) at: Extent,
}

/// What both have.
#[derive(Default)]
struct FieldList {
    fields: Vec<Ident>,
    filter: Option<Expr>,
    only: Option<Located<Engine>>,
    /// Words of the set that are not followed by a value.
    words: Vec<Ident>,
}

impl FieldList {
    fn read(input: ParseStream, set: &KeySet) -> syn::Result<Self> {
        let mut list = Self::default();
        while !input.is_empty() {
            if input.peek(Token![where]) {
                mistakes::start_of_condition(input)?;
                list.filter = Some(condition(input)?);
            } else {
                let word = mistakes::word(input)?;
                let is_value = input.peek(Token![=]);
                match word.to_string().as_str() {
                    "only" if is_value => list.only = Some(only(input)?),
                    text if !is_value && text != "only" && set.contains(text) => {
                        list.words.push(word);
                    }
                    text => {
                        if let Some(mistake) = set.mistake(text).filter(|_| !input.peek(Ident)) {
                            let what = format!("unknown word `{text}` here");
                            let problem = Diagnostic::new(word.span(), what);
                            return Err(problem.fix(mistake.fix.unwrap_or_default()).into());
                        }
                        mistakes::no_order(&word, input)?;
                        list.fields.push(word);
                    }
                }
            }
            mistakes::comma(input)?;
        }
        Ok(list)
    }
}

impl FromMeta for UniqueSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let FieldList { fields, filter, only, words } = match meta {
            Meta::Path(_) => FieldList::default(),
            Meta::List(list) => {
                list.parse_args_with(|input: ParseStream| FieldList::read(input, &UNIQUE))?
            }
            Meta::NameValue(pair) => {
                return Err(error(pair.path.span(), "`unique` takes fields: `unique(a, b)`"));
            }
        };
        let nulls_not_distinct = !words.is_empty();
        Ok(Self { fields, filter, nulls_not_distinct, only, at: Extent::of(meta) })
    }
}

impl FromMeta for ExcludeSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let FieldList { fields, filter, only, .. } = match meta {
            Meta::List(list) => {
                list.parse_args_with(|input: ParseStream| FieldList::read(input, &EXCLUDE))?
            }
            Meta::Path(_) | Meta::NameValue(_) => FieldList::default(),
        };
        if fields.is_empty() {
            let problem = Diagnostic::new(Extent::of(meta), "`exclude` names its fields")
                .fix("write `exclude(room_id, during)`, with a range as the last field");
            return Err(syn::Error::from(problem).into());
        }
        Ok(Self { fields, filter, only, at: Extent::of(meta) })
    }
}
