//! `#[validate(..)]`: on a field a list of rules, on the struct a relation.
//!
//! A rule that cannot be read is reported and skipped to its comma, so that the
//! others are still read.

mod arguments;
mod rule;

use syn::parse::{ParseStream, discouraged::Speculative};
use syn::{Attribute, Meta, Token};

use super::expression::condition;
use crate::diagnostic::{Diagnostic, Extent, Report};
use crate::ir::{ModelRule, ValueRule};
use arguments::Wording;

/// The rules of a field; `None` beside them when some could not be read.
pub(crate) fn value_rules(attributes: &[Attribute], report: &mut Report) -> (Vec<ValueRule>, bool) {
    let (mut rules, mut whole) = (Vec::new(), true);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("validate")) {
        let Meta::List(list) = &attribute.meta else {
            report.push(no_list(attribute).fix("write `#[validate(length(max = 100))]`"));
            whole = false;
            continue;
        };
        let read = list.parse_args_with(|input: ParseStream| {
            whole &= entries(input, &mut rules, report);
            Ok(())
        });
        whole &= report.take(read).is_some();
    }
    (rules, whole)
}

/// The relations between the fields of a struct.
pub(crate) fn model_rules(attributes: &[Attribute], report: &mut Report) -> Vec<ModelRule> {
    let mut rules = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("validate")) {
        let Meta::List(list) = &attribute.meta else {
            report.push(no_list(attribute).fix("write `#[validate(ends_at > starts_at)]`"));
            continue;
        };
        rules.extend(report.take(list.parse_args_with(relation)));
    }
    rules
}

fn no_list(attribute: &Attribute) -> Diagnostic {
    Diagnostic::new(Extent::of(&attribute.meta), "`validate` takes rules in parentheses")
}

/// Whether all could be read.
fn entries(input: ParseStream, rules: &mut Vec<ValueRule>, report: &mut Report) -> bool {
    let mut whole = true;
    while !input.is_empty() {
        let ahead = input.fork();
        match rule::rule(&ahead) {
            Ok(rule) => {
                input.advance_to(&ahead);
                rules.push(rule);
            }
            Err(error) => {
                whole = false;
                report.extend(error.into_iter().map(Diagnostic::from));
                skip(input);
            }
        }
        match input.parse::<Option<Token![,]>>() {
            Ok(None) if !input.is_empty() => {
                whole = false;
                report.push(
                    Diagnostic::new(input.span(), "a comma is missing in front of this")
                        .fix("separate the rules with commas"),
                );
                skip(input);
                let _ = input.parse::<Option<Token![,]>>();
            }
            Ok(_) | Err(_) => {}
        }
    }
    whole
}

/// To the next comma.
fn skip(input: ParseStream) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<proc_macro2::TokenTree>().is_err() {
            return;
        }
    }
}

/// `ends_at > starts_at, code = "..", message = ".."`
fn relation(input: ParseStream) -> syn::Result<ModelRule> {
    let holds = condition(input)?;
    let mut wording = Wording::default();
    while !input.is_empty() {
        input.parse::<Token![,]>()?;
        if input.is_empty() {
            break;
        }
        let key: syn::Ident = input.parse()?;
        if !wording.take(&key, input)? {
            return Err(Diagnostic::new(key.span(), "one relation stands in one `validate`")
                .why("each is a constraint of its own, with a name of its own")
                .fix("write a second `#[validate(..)]`; beside a relation stand `code = \"..\"` and `message = \"..\"`")
                .into());
        }
    }
    Ok(ModelRule { holds, code: wording.code, message: wording.message })
}
