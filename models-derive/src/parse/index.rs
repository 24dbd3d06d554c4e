//! `index(..)` and `unique(..)`: fields, a method, parameters, a filter. Brackets
//! are as good as parentheses; clippy reads nothing into them.

use darling::FromMeta;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Ident, Meta, Token, parenthesized};

use super::expression::condition;
use super::index_slips as slips;
use super::words::{choose, error};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Distance, Engine, Expr, IndexPart, Method, MethodKind, Spot};

/// What stands in `index(..)`.
#[derive(Clone, Debug)]
pub(crate) struct IndexSpec {
    pub(crate) parts: Vec<IndexPart>,
    /// `desc` with no field before it, as on a field.
    pub(crate) descending: bool,
    pub(crate) method: Method,
    pub(crate) include: Vec<Ident>,
    pub(crate) filter: Option<Expr>,
    /// `only = postgres`
    pub(crate) only: Option<Spot<Engine>>,
    /// `index(none)`
    pub(crate) none: Option<Extent>,
    pub(crate) at: Extent,
}

impl IndexSpec {
    pub(crate) fn bare(at: Extent) -> Self {
        Self {
            parts: Vec::new(),
            descending: false,
            method: Method {
                kind: MethodKind::BTree,
                distance: None,
                m: None,
                ef_construction: None,
                lists: None,
            },
            include: Vec::new(),
            filter: None,
            only: None,
            none: None,
            at,
        }
    }

    /// One entry; `said` are those before it, of which each stands once.
    fn entry(
        &mut self,
        input: ParseStream,
        said: &mut Vec<(&'static str, Ident)>,
    ) -> syn::Result<()> {
        let ahead = input.fork();
        once(slips::word(&ahead)?, ahead.peek(Token![=]), said)?;
        if input.peek(Token![where]) {
            slips::start_of_condition(input)?;
            self.filter = Some(condition(input)?);
            return Ok(());
        }
        let word = slips::word(input)?;
        let text = word.to_string();
        if let Some((_, distance)) = Distance::ALL.iter().find(|(name, _)| *name == text) {
            self.method.distance = Some(Spot::new(*distance, word.span()));
            return slips::no_arguments(&word, input);
        }
        if let Some(kind) = MethodKind::ALL.into_iter().find(|kind| kind.name() == text) {
            self.method.kind = kind;
            return slips::no_arguments(&word, input);
        }
        match text.as_str() {
            "none" => self.none = Some(word.span().into()),
            "desc" => self.descending = true,
            "asc" => self.descending = false,
            "m" if input.peek(Token![=]) => self.method.m = Some(slips::number(&word, input)?),
            "ef_construction" => self.method.ef_construction = Some(slips::number(&word, input)?),
            "only" if input.peek(Token![=]) => self.only = Some(only(input)?),
            "lists" if input.peek(Token![=]) => {
                self.method.lists = Some(slips::number(&word, input)?);
            }
            "include" if input.peek(syn::token::Paren) => {
                let content;
                parenthesized!(content in input);
                self.include =
                    content.parse_terminated(Ident::parse, Token![,])?.into_iter().collect();
            }
            _ if input.peek(Token![=]) || input.peek(syn::token::Paren) => {
                return Err(slips::unknown(&word, input));
            }
            _ => {
                let descending = slips::order(&word, input)?;
                self.parts.push(IndexPart { field: word, descending });
            }
        }
        Ok(())
    }
}

/// Refuses a second method, distance or parameter, which would replace the
/// first in silence. A field may be called like a parameter.
fn once(word: Ident, is_given: bool, said: &mut Vec<(&'static str, Ident)>) -> syn::Result<()> {
    let text = word.to_string();
    let what = match text.as_str() {
        "btree" | "gin" | "hnsw" | "ivfflat" | "flat" => "method",
        "where" => "condition",
        "m" if is_given => "`m`",
        "ef_construction" if is_given => "`ef_construction`",
        "lists" if is_given => "`lists`",
        "only" if is_given => "`only`",
        _ if Distance::ALL.iter().any(|(name, _)| *name == text) => "distance",
        _ => return Ok(()),
    };
    if let Some((_, first)) = said.iter().find(|(other, _)| *other == what) {
        let why = if *first == word {
            format!("`{word}` is said twice")
        } else {
            format!("`{first}` and `{word}` cannot both be meant")
        };
        return Err(Diagnostic::new(word.span(), format!("an index has one {what}"))
            .why(why)
            .fix("keep one of them, or write a second `index(..)`")
            .into());
    }
    said.push((what, word));
    Ok(())
}

fn only(input: ParseStream) -> syn::Result<Spot<Engine>> {
    input.parse::<Token![=]>()?;
    choose(&input.parse()?, "only", &Engine::ALL)
}

impl FromMeta for IndexSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let mut spec = Self::bare(Extent::of(meta));
        match meta {
            Meta::Path(_) => {}
            Meta::List(list) => list.parse_args_with(|input: ParseStream| {
                let mut said = Vec::new();
                while !input.is_empty() {
                    spec.entry(input, &mut said)?;
                    slips::comma(input)?;
                }
                Ok(())
            })?,
            Meta::NameValue(pair) => {
                return Err(error(pair.path.span(), "`index` takes a list: `index(..)`"));
            }
        }
        Ok(spec)
    }
}

/// What stands in `unique(..)`.
#[derive(Clone, Debug)]
pub(crate) struct UniqueSpec {
    pub(crate) fields: Vec<Ident>,
    pub(crate) filter: Option<Expr>,
    pub(crate) nulls_not_distinct: bool,
    /// `only = postgres`
    pub(crate) only: Option<Spot<Engine>>,
    pub(crate) at: Extent,
}

impl FromMeta for UniqueSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let mut spec = Self {
            fields: Vec::new(),
            filter: None,
            nulls_not_distinct: false,
            only: None,
            at: Extent::of(meta),
        };
        match meta {
            Meta::Path(_) => {}
            Meta::List(list) => list.parse_args_with(|input: ParseStream| {
                while !input.is_empty() {
                    if input.peek(Token![where]) {
                        slips::start_of_condition(input)?;
                        spec.filter = Some(condition(input)?);
                    } else {
                        let word = slips::word(input)?;
                        if word == "nulls_not_distinct" {
                            spec.nulls_not_distinct = true;
                        } else if word == "only" && input.peek(Token![=]) {
                            spec.only = Some(only(input)?);
                        } else {
                            slips::no_order(&word, input)?;
                            spec.fields.push(word);
                        }
                    }
                    slips::comma(input)?;
                }
                Ok(())
            })?,
            Meta::NameValue(pair) => {
                return Err(error(pair.path.span(), "`unique` takes fields: `unique(a, b)`"));
            }
        }
        Ok(spec)
    }
}
