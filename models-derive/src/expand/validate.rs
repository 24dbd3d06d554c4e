//! `Validate`: a call for each rule, spanned at it, so that a rule that does
//! not suit the type is an error there.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::{predicates, value_rules};
use crate::diagnostic::Extent;
use crate::ir::{Check, Count, Field, Limit, Literal, Located, Model, Part, Pattern, ValueRule};

/// Where a violation finds its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Described {
    /// In the description of the model.
    InModel,
    /// In constants beside the implementation: there is no other description.
    Beside,
}

impl Described {
    /// The rules of a field.
    fn rules(self, field: &Field, position: usize) -> TokenStream {
        let name = &field.name;
        let constant = value_rules::of_field(position, &field.rules);
        match self {
            Self::InModel => quote!(__m::FieldRules::Model(__MODEL, #position)),
            Self::Beside => quote!(__m::FieldRules::Beside(#name, #constant)),
        }
    }

    /// The constant with the description, if it is needed.
    fn constant(self, model: &Model) -> Option<TokenStream> {
        let has_rules =
            |field: &Field| field.rules.iter().any(|rule| !matches!(rule.check, Check::Nested));
        let is_needed = !model.rules.is_empty() || model.fields.iter().any(has_rules);
        let ident = &model.ident;
        (self == Self::InModel && is_needed)
            .then(|| quote!(const __MODEL: &__m::ModelDef = &<#ident as __m::Model>::MODEL;))
    }
}

/// Of a model.
pub(super) fn validate(model: &Model) -> TokenStream {
    implementation(model, Described::InModel)
}

/// Of a struct that is a part of a model, and the constants with its rules.
pub(crate) fn part(model: &Model) -> TokenStream {
    let rules = value_rules::constants(model);
    let relations = value_rules::relations(model);
    let implementation = implementation(model, Described::Beside);
    let relations = (!model.rules.is_empty())
        .then(|| quote!(static RELATIONS: __m::Cow<'static, [__m::ModelRule]> = #relations;));
    super::inside(&model.krate, &quote!(#rules #relations #implementation))
}

fn implementation(model: &Model, described: Described) -> TokenStream {
    let ident = &model.ident;
    let fields = model.fields.iter().enumerate();
    let fields = fields.map(|(position, field)| fields_rules(field, position, described));
    let relations = model.rules.iter().enumerate().map(|(position, rule)| {
        let holds = predicates::expr(&rule.holds);
        let rules = match described {
            Described::InModel => quote!(&__MODEL.rules),
            Described::Beside => quote!(&RELATIONS),
        };
        quote! {
            if !__m::validate::is_not_false(#holds) {
                __violations.add_relation(#rules, #position);
            }
        }
    });
    let row = (!model.rules.is_empty()).then(|| quote!(let __row = self;));
    let constant = described.constant(model);
    quote! {
        #[automatically_derived]
        #[allow(clippy::all, clippy::pedantic, deprecated, unused_qualifications)]
        impl __m::Validate for #ident {
            #[doc(hidden)]
            fn find_violations(&self, __violations: &mut __m::Collector) {
                let _ = &__violations;
                #constant
                #row
                #(#fields)*
                #(#relations)*
            }
        }
    }
}

fn fields_rules(field: &Field, position: usize, described: Described) -> TokenStream {
    let rules = field.rules.iter().enumerate();
    rules.map(|(number, rule)| of_field(field, rule, (position, number), described)).collect()
}

fn of_field(
    field: &Field,
    rule: &ValueRule,
    (position, number): (usize, usize),
    described: Described,
) -> TokenStream {
    let name = &field.name;
    let rules = described.rules(field, position);
    let mut ident = field.ident.clone();
    ident.set_span(rule.at.start);
    let value = quote_spanned!(rule.at.start=> &self.#ident);
    let (function, parts) = match &rule.check {
        Check::Each(parts) => ("each", parts),
        Check::Keys(parts) => ("keys", parts),
        Check::Values(parts) => ("values", parts),
        Check::Nested => {
            return quote_spanned! {rule.at.start=>
                __violations.inside(#name, |__violations| {
                    __m::Validate::find_violations(#value, __violations)
                });
            };
        }
        check => {
            let holds = holds(check, &value, rule.at);
            return quote!(if !#holds { __violations.add_rule(#rules, #number); });
        }
    };
    let function = Ident::new(function, rule.at.start);
    let checks = parts.iter().enumerate().map(|(part, rule)| {
        let value = quote_spanned!(rule.at.start=> __item);
        let holds = holds(&rule.check, &value, rule.at);
        quote!(if !#holds {
            __violations.add_inner_rule(#rules, (#number, #part), __position);
        })
    });
    quote_spanned! {rule.at.start=>
        __m::validate::#function(#value, |__item, __position| { #(#checks)* });
    }
}

/// Whether the value satisfies the rule.
fn holds(check: &Check, value: &TokenStream, at: Extent) -> TokenStream {
    let call = |name: &str, arguments: TokenStream| {
        let name = Ident::new(name, at.start);
        quote_spanned!(at.start=> __m::validate::#name(#value, #arguments))
    };
    let alone = |name: &str| {
        let name = Ident::new(name, at.start);
        quote_spanned!(at.start=> __m::validate::#name(#value))
    };
    match check {
        Check::Length(count) => call("length", ends(count)),
        Check::Items(count) => call("items", ends(count)),
        Check::Range { min, max } => range(min.as_ref(), max.as_ref(), value, at),
        Check::Pattern(pattern) => call("matches", compiled(pattern)),
        Check::OneOf(options) => one_of(options, value, at),
        Check::Email => alone("email"),
        Check::Url => alone("url"),
        Check::NotBlank => alone("not_blank"),
        Check::Ascii => alone("ascii"),
        Check::Finite => alone("finite"),
        Check::StartsWith(part) => call("starts_with", text(part)),
        Check::EndsWith(part) => call("ends_with", text(part)),
        Check::Contains(part) => call("contains", text(part)),
        Check::MultipleOf(divisor) => {
            let divisor = divisor.value;
            call("multiple_of", quote!(#divisor))
        }
        Check::Custom(function) => quote_spanned!(at.start=> #function(#value)),
        // Parsing refuses a list in a list, and a nested value is not a condition.
        Check::Each(_) | Check::Keys(_) | Check::Values(_) | Check::Nested => quote!(true),
    }
}

fn ends(Count { min, max }: &Count) -> TokenStream {
    let min = min.as_ref().map_or(0, |min| min.value);
    let max = max.as_ref().map_or(u32::MAX, |max| max.value);
    quote!(#min, #max)
}

fn text(part: &Located<String>) -> TokenStream {
    let part = &part.value;
    quote!(#part)
}

fn range(min: Option<&Limit>, max: Option<&Limit>, value: &TokenStream, at: Extent) -> TokenStream {
    let end = |limit: &Limit, open: &str, closed: &str| {
        let function = Ident::new(if limit.excluded { open } else { closed }, at.start);
        let limit = self::limit(&limit.value);
        quote_spanned!(at.start=> __m::validate::#function(#value, #limit))
    };
    let min = min.map(|limit| end(limit, "above", "at_least"));
    let max = max.map(|limit| end(limit, "below", "at_most"));
    match (min, max) {
        (Some(min), Some(max)) => quote!((#min && #max)),
        (min, max) => quote!(#min #max),
    }
}

fn one_of(options: &[Located<Literal>], value: &TokenStream, at: Extent) -> TokenStream {
    let mut equal = options.iter().map(|option| {
        let option = number(option);
        quote_spanned!(at.start=> __m::eq(#value, #option))
    });
    let first = equal.next();
    quote_spanned!(at.start=> __m::validate::is_not_false(#first #(.or(#equal))*))
}

/// The limit of a range: a text is a date or a timestamp, which the compiler reads;
/// in an item, because `cargo check` evaluates nothing else.
fn limit(value: &Located<Literal>) -> TokenStream {
    let Literal::Text(text) = &value.value else { return number(value) };
    let at = value.at.start;
    let (kind, function) = if text.contains(['T', 't', ':', ' ']) {
        ("TimestampLimit", "timestamp_limit")
    } else {
        ("DateLimit", "date_limit")
    };
    let (kind, function) = (Ident::new(kind, at), Ident::new(function, at));
    quote_spanned!(at=> {
        const __LIMIT: __m::validate::#kind = __m::validate::#function(#text);
        &__LIMIT
    })
}

fn number(value: &Located<Literal>) -> TokenStream {
    let at = value.at.start;
    match &value.value {
        Literal::Bool(value) => quote_spanned!(at=> &#value),
        Literal::Int(value) => quote_spanned!(at=> &__m::Int(#value)),
        Literal::Float(value) => quote_spanned!(at=> &__m::Float(#value)),
        Literal::Text(value) => quote_spanned!(at=> &#value),
        Literal::Variant(path) => quote_spanned!(at=> &#path),
    }
}

/// The pattern, ready before the program runs where a loop is enough.
fn compiled(pattern: &Pattern) -> TokenStream {
    let Ok(read) = &pattern.read else {
        return quote!(&__m::validate::Pattern::parts(&[]));
    };
    let Some(parts) = &read.parts else {
        let (text, at) = (&read.text, pattern.written.at.start);
        return quote_spanned!(at=> __m::__expression!(#text));
    };
    let parts = parts.iter().map(repeated);
    quote!({
        static PATTERN: __m::validate::Pattern = __m::validate::Pattern::parts(&[#(#parts),*]);
        &PATTERN
    })
}

fn repeated(Part { ranges, min, max }: &Part) -> TokenStream {
    let (mut ascii, mut others) = (0_u128, Vec::new());
    for (first, last) in ranges {
        for code in u32::from(*first)..=u32::from(*last).min(127) {
            ascii |= 1 << code;
        }
        if u32::from(*last) > 127 {
            let first = (*first).max('\u{80}');
            others.push(quote!((#first, #last)));
        }
    }
    let max = max.unwrap_or(u32::MAX);
    quote! {
        __m::validate::Part {
            class: __m::validate::Class::new(#ascii, &[#(#others),*]),
            min: #min,
            max: #max,
        }
    }
}
