//! The value rules of the description: a constant for each field that has some.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::access::{self, literal};
use super::{list, option, text};
use crate::ir::{Check, Count, Limit, Located, Model, ModelRule, ValueRule, path};

/// The rules of all fields, under the names that [`of_field`] gives.
pub(super) fn constants(model: &Model) -> TokenStream {
    let constants = model.fields.iter().enumerate().filter_map(|(position, field)| {
        let name = name(position, &field.rules)?;
        let rules = field.rules.iter().map(rule);
        Some(quote!(const #name: &[__m::ValueRule] = &[#(#rules),*];))
    });
    constants.collect()
}

/// The constant with a field's rules; `None` when it has none. Most fields have
/// one rule, on the length of a text: its constant is the core's, because one of
/// the model's own costs rustc a body.
pub(super) fn of_field(position: usize, rules: &[ValueRule]) -> Option<TokenStream> {
    if let Some(Count { min, max }) = length_alone(rules) {
        let end = |end: &Option<Located<u32>>| {
            let end = end.as_ref().map_or(-1, |end| i64::from(end.value));
            Literal::i64_unsuffixed(end)
        };
        let (min, max) = (end(min), end(max));
        return Some(quote!(__m::Length::<#min, #max>::RULES));
    }
    name(position, rules).map(|name| quote!(#name))
}

/// The constant that stands beside the implementations, where one is needed.
fn name(position: usize, rules: &[ValueRule]) -> Option<Ident> {
    let is_needed = !rules.is_empty() && length_alone(rules).is_none();
    is_needed.then(|| format_ident!("RULES_{}", position, span = Span::call_site()))
}

/// The rule on the length, in the usual words, when there is no other.
fn length_alone(rules: &[ValueRule]) -> Option<&Count> {
    match rules {
        [ValueRule { check: Check::Length(count), code: None, message: None, .. }] => Some(count),
        _ => None,
    }
}

/// The relations between fields.
pub(super) fn relations(model: &Model) -> TokenStream {
    list(model.rules.iter().map(|ModelRule { holds, code, message }| {
        let holds = access::expr(holds);
        let (code, message) = (said(code.as_ref()), said(message.as_ref()));
        quote!(__m::ModelRule { holds: #holds, code: #code, message: #message })
    }))
}

fn said(text_of: Option<&Located<String>>) -> TokenStream {
    option(text_of.map(|said| text(&said.value)))
}

/// Written as a literal and not as a call, because only then the lists inside
/// live as long as the constant around them.
fn rule(rule: &ValueRule) -> TokenStream {
    if let ValueRule {
        check: Check::Length(Count { min, max }), code: None, message: None, ..
    } = rule
    {
        // It has no list inside, and most rules are this one.
        let (min, max) = (number(min.as_ref()), number(max.as_ref()));
        return quote!(__m::length(#min, #max));
    }
    let check = check(&rule.check);
    let (code, message) = (said(rule.code.as_ref()), said(rule.message.as_ref()));
    quote!(__m::ValueRule { check: __m::Check::#check, code: #code, message: #message })
}

fn check(check: &Check) -> TokenStream {
    let parts = |rules: &[ValueRule]| list(rules.iter().map(rule));
    match check {
        Check::Length(of) => {
            let of = count(of);
            quote!(Length(#of))
        }
        Check::Items(of) => {
            let of = count(of);
            quote!(Items(#of))
        }
        Check::Range { min, max } => {
            let (min, max) = (limit(min.as_ref()), limit(max.as_ref()));
            quote!(Range(__m::Limits { min: #min, max: #max }))
        }
        Check::Pattern(pattern) => {
            let text = text(pattern.read.as_ref().map_or("", |read| &read.text));
            quote!(Pattern(#text))
        }
        Check::OneOf(options) => {
            let options = list(options.iter().map(|option| literal(&option.value)));
            quote!(OneOf(#options))
        }
        Check::Email => quote!(Email),
        Check::Url => quote!(Url),
        Check::NotBlank => quote!(NotBlank),
        Check::Ascii => quote!(Ascii),
        Check::StartsWith(part) => with(&quote!(StartsWith), part),
        Check::EndsWith(part) => with(&quote!(EndsWith), part),
        Check::Contains(part) => with(&quote!(Contains), part),
        Check::MultipleOf(divisor) => {
            let divisor = divisor.value;
            quote!(MultipleOf(#divisor))
        }
        Check::Finite => quote!(Finite),
        Check::Each(rules) => {
            let rules = parts(rules);
            quote!(Each(#rules))
        }
        Check::Keys(rules) => {
            let rules = parts(rules);
            quote!(Keys(#rules))
        }
        Check::Values(rules) => {
            let rules = parts(rules);
            quote!(Values(#rules))
        }
        Check::Nested => quote!(Nested),
        Check::Custom(function) => {
            let name = text(&path(function));
            quote!(Custom(#name))
        }
    }
}

fn with(check: &TokenStream, part: &Located<String>) -> TokenStream {
    let part = text(&part.value);
    quote!(#check(#part))
}

fn count(Count { min, max }: &Count) -> TokenStream {
    let (min, max) = (number(min.as_ref()), number(max.as_ref()));
    quote!(__m::Count { min: #min, max: #max })
}

fn number(number: Option<&Located<u32>>) -> TokenStream {
    option(number.map(|number| {
        let number = number.value;
        quote!(#number)
    }))
}

fn limit(limit: Option<&Limit>) -> TokenStream {
    option(limit.map(|Limit { value, excluded }| {
        let value = literal(&value.value);
        quote!(__m::Limit { value: #value, excluded: #excluded })
    }))
}
