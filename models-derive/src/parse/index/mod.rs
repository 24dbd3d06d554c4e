//! `index(..)`, `unique(..)` and `exclude(..)`: fields, a method, parameters, a
//! filter.
//!
//! `index[..]` means the same; clippy does not look for duplicates in brackets.

mod fields;
mod mistakes;

pub(crate) use fields::{ExcludeSpec, UniqueSpec};

use darling::FromMeta;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Ident, Meta, Token, parenthesized};

use super::expression::condition;
use super::values::{choose, error};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Distance, Engine, Expr, IndexPart, Located, Method, MethodKind};
use crate::language::{INDEX, INDEX_WORDS};

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
    pub(crate) only: Option<Located<Engine>>,
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

    /// One entry; `seen` are those before it that an index has once.
    fn entry(
        &mut self,
        input: ParseStream,
        seen: &mut Vec<(&'static str, Ident)>,
    ) -> syn::Result<()> {
        let ahead = input.fork();
        once(mistakes::word(&ahead)?, ahead.peek(Token![=]), seen)?;
        if input.peek(Token![where]) {
            mistakes::start_of_condition(input)?;
            self.filter = Some(condition(input)?);
            return Ok(());
        }
        let word = mistakes::word(input)?;
        let text = word.to_string();
        if INDEX_WORDS.contains(&text) {
            self.word(&word);
            return mistakes::no_arguments(&word, input);
        }
        if input.peek(Token![=]) || input.peek(syn::token::Paren) {
            return self.argument(&word, input);
        }
        let descending = mistakes::order(&word, input)?;
        self.parts.push(IndexPart { field: word, descending });
        Ok(())
    }

    /// `hnsw`, `cosine`, `desc`, `none`
    fn word(&mut self, word: &Ident) {
        let text = word.to_string();
        let mut distances = Distance::ALL.iter();
        let mut kinds = MethodKind::ALL.into_iter();
        if let Some((_, distance)) = distances.find(|(name, _)| *name == text) {
            self.method.distance = Some(Located::new(*distance, word.span()));
        } else if let Some(kind) = kinds.find(|kind| kind.name() == text) {
            self.method.kind = kind;
        } else {
            match text.as_str() {
                "none" => self.none = Some(word.span().into()),
                _ => self.descending = text == "desc",
            }
        }
    }

    /// `m = 16`, `include(name)`
    fn argument(&mut self, word: &Ident, input: ParseStream) -> syn::Result<()> {
        let text = word.to_string();
        let is_list = input.peek(syn::token::Paren);
        match text.as_str() {
            _ if !INDEX.contains(&text) => return Err(mistakes::unknown(word, input)),
            "m" if !is_list => self.method.m = Some(mistakes::number(word, input)?),
            "ef_construction" if !is_list => {
                self.method.ef_construction = Some(mistakes::number(word, input)?);
            }
            "lists" if !is_list => self.method.lists = Some(mistakes::number(word, input)?),
            "only" if !is_list => self.only = Some(only(input)?),
            "include" if is_list => {
                let content;
                parenthesized!(content in input);
                self.include =
                    content.parse_terminated(Ident::parse, Token![,])?.into_iter().collect();
            }
            _ => return Err(mistakes::unknown(word, input)),
        }
        Ok(())
    }
}

/// Refuses a second method, distance or parameter, which would silently replace
/// the first. A field may have the name of a parameter.
fn once(word: Ident, is_given: bool, seen: &mut Vec<(&'static str, Ident)>) -> syn::Result<()> {
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
    if let Some((_, first)) = seen.iter().find(|(other, _)| *other == what) {
        let why = if *first == word {
            format!("`{word}` appears twice")
        } else {
            format!("`{first}` and `{word}` cannot both be meant")
        };
        return Err(Diagnostic::new(word.span(), format!("an index has one {what}"))
            .why(why)
            .fix("keep one of them, or write a second `index(..)`")
            .into());
    }
    seen.push((what, word));
    Ok(())
}

fn only(input: ParseStream) -> syn::Result<Located<Engine>> {
    input.parse::<Token![=]>()?;
    choose(&input.parse()?, "only", &Engine::ALL)
}

impl FromMeta for IndexSpec {
    fn from_meta(meta: &Meta) -> darling::Result<Self> {
        let mut spec = Self::bare(Extent::of(meta));
        match meta {
            Meta::Path(_) => {}
            Meta::List(list) => list.parse_args_with(|input: ParseStream| {
                let mut seen = Vec::new();
                while !input.is_empty() {
                    spec.entry(input, &mut seen)?;
                    mistakes::comma(input)?;
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
