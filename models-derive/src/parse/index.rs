//! `index(..)` and `unique(..)`: fields, a method, parameters, a filter.

use darling::FromMeta;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Ident, LitInt, Meta, Token, parenthesized};

use super::expression::condition;
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
        once(ahead.call(Ident::parse_any)?, ahead.peek(Token![=]), said)?;
        if input.peek(Token![where]) {
            input.parse::<Token![where]>()?;
            input.parse::<Token![=]>()?;
            self.filter = Some(condition(input)?);
            return Ok(());
        }
        let word: Ident = input.call(Ident::parse_any)?;
        let text = word.to_string();
        if let Some((_, distance)) = Distance::ALL.iter().find(|(name, _)| *name == text) {
            self.method.distance = Some(Spot::new(*distance, word.span()));
            return Ok(());
        }
        match text.as_str() {
            "btree" => self.method.kind = MethodKind::BTree,
            "gin" => self.method.kind = MethodKind::Gin,
            "flat" => self.method.kind = MethodKind::Flat,
            "hnsw" => self.method.kind = MethodKind::Hnsw,
            "ivfflat" => self.method.kind = MethodKind::IvfFlat,
            "none" => self.none = Some(word.span().into()),
            "desc" => self.descending = true,
            "asc" => self.descending = false,
            "m" if input.peek(Token![=]) => self.method.m = Some(number(input)?),
            "ef_construction" => self.method.ef_construction = Some(number(input)?),
            "only" if input.peek(Token![=]) => self.only = Some(only(input)?),
            "lists" if input.peek(Token![=]) => self.method.lists = Some(number(input)?),
            "include" if input.peek(syn::token::Paren) => {
                let content;
                parenthesized!(content in input);
                self.include =
                    content.parse_terminated(Ident::parse, Token![,])?.into_iter().collect();
            }
            _ if input.peek(Token![=]) || input.peek(syn::token::Paren) => {
                return Err(unknown(&word));
            }
            _ => self.parts.push(IndexPart { field: word, descending: order(input)? }),
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

/// `desc`, `asc` or nothing.
fn order(input: ParseStream) -> syn::Result<bool> {
    if !input.peek(Ident) {
        return Ok(false);
    }
    let word: Ident = input.parse()?;
    if word == "desc" {
        Ok(true)
    } else if word == "asc" {
        Ok(false)
    } else {
        Err(syn::Error::new(word.span(), "an order is `asc` or `desc`"))
    }
}

fn number(input: ParseStream) -> syn::Result<Spot<u64>> {
    input.parse::<Token![=]>()?;
    let number: LitInt = input.parse()?;
    Ok(Spot::new(number.base10_parse()?, number.span()))
}

fn only(input: ParseStream) -> syn::Result<Spot<Engine>> {
    input.parse::<Token![=]>()?;
    choose(&input.parse()?, "only", &Engine::ALL)
}

fn unknown(word: &Ident) -> syn::Error {
    let known = ["where", "include", "m", "ef_construction", "lists", "only"];
    let text = word.to_string();
    let near = crate::diagnostic::did_you_mean(&text, known)
        .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    syn::Error::new(
        word.span(),
        Diagnostic::new(word.span(), format!("unknown key `{text}` in an index{near}"))
            .fix("known: `where = ..`, `include(..)`, `m = ..`, `ef_construction = ..`, `lists = ..`, `only = postgres`")
            .message(),
    )
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
                    if !input.is_empty() {
                        input.parse::<Token![,]>()?;
                    }
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
                        input.parse::<Token![where]>()?;
                        input.parse::<Token![=]>()?;
                        spec.filter = Some(condition(input)?);
                    } else {
                        let word = Ident::parse(input)?;
                        if word == "nulls_not_distinct" {
                            spec.nulls_not_distinct = true;
                        } else if word == "only" && input.peek(Token![=]) {
                            spec.only = Some(only(input)?);
                        } else {
                            spec.fields.push(word);
                        }
                    }
                    if !input.is_empty() {
                        input.parse::<Token![,]>()?;
                    }
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
