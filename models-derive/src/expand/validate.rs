//! `Validate`: a call for each rule, spanned at it, so that a rule that does
//! not suit the type is an error there.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::{predicates, value_rules};
use crate::diagnostic::Extent;
use crate::ir::{Check, Count, Field, Limit, Literal, Located, Model, Part, Pattern, ValueRule};

/// Where what is broken is looked up, to be put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Described {
    /// In the description of the model.
    InModel,
    /// In constants beside the implementation: there is no other description.
    Beside,
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
        let broken = match described {
            Described::InModel => quote!(relation::<Self>(#position)),
            Described::Beside => quote!(own_relation(&RELATIONS, #position)),
        };
        quote! {
            if !__m::validate::kept(#holds) { __found.#broken; }
        }
    });
    let row = (!model.rules.is_empty()).then(|| quote!(let __row = self;));
    quote! {
        #[automatically_derived]
        #[allow(clippy::all, clippy::pedantic, deprecated, unused_qualifications)]
        impl __m::Validate for #ident {
            #[doc(hidden)]
            fn find(&self, __found: &mut __m::Found) {
                let _ = &__found;
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
    let constant = value_rules::of_field(position, &field.rules);
    let mut ident = field.ident.clone();
    ident.set_span(rule.at.start);
    let value = quote_spanned!(rule.at.start=> &self.#ident);
    let (function, parts) = match &rule.check {
        Check::Each(parts) => ("each", parts),
        Check::Keys(parts) => ("keys", parts),
        Check::Values(parts) => ("values", parts),
        Check::Nested => {
            return quote_spanned! {rule.at.start=>
                __found.inside(#name, |__found| __m::Validate::find(#value, __found));
            };
        }
        check => {
            let holds = holds(check, &value, rule.at);
            let broken = match described {
                Described::InModel => quote!(rule::<Self>(#position, #number)),
                Described::Beside => quote!(own(#name, #constant, #number)),
            };
            return quote!(if !#holds { __found.#broken; });
        }
    };
    let function = Ident::new(function, rule.at.start);
    let checks = parts.iter().enumerate().map(|(part, rule)| {
        let value = quote_spanned!(rule.at.start=> __part);
        let holds = holds(&rule.check, &value, rule.at);
        let broken = match described {
            Described::InModel => quote!(part::<Self>(#position, #number, #part, __at)),
            Described::Beside => quote!(own_part(#name, #constant, #number, #part, __at)),
        };
        quote!(if !#holds { __found.#broken; })
    });
    quote_spanned! {rule.at.start=>
        __m::validate::#function(#value, |__part, __at| { #(#checks)* });
    }
}

/// Whether the value keeps the rule.
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
        // Parsing refuses a list in a list, and what is nested is no condition.
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
    quote_spanned!(at.start=> __m::validate::kept(#first #(.or(#equal))*))
}

/// The end of a range: a text is a date or a moment, which the compiler reads; in
/// an item, because only that is looked at when nothing is built.
fn limit(value: &Located<Literal>) -> TokenStream {
    let Literal::Text(text) = &value.value else { return number(value) };
    let at = value.at.start;
    let is_moment = text.contains(['T', 't', ':', ' ']);
    let (kind, function) = if is_moment { ("Moment", "moment") } else { ("Day", "day") };
    let (kind, function) = (Ident::new(kind, at), Ident::new(function, at));
    quote_spanned!(at=> {
        const __END: __m::validate::#kind = __m::validate::#function(#text);
        &__END
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
            class: __m::validate::Class { ascii: #ascii, others: &[#(#others),*] },
            min: #min,
            max: #max,
        }
    }
}
