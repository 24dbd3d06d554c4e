//! The macros of `backend-models`. Depend on that package; its documentation
//! is the reference.
//!
//! A derive runs in four steps, a folder each: `parse` reads the attributes,
//! `lower` gives them a meaning (`ir`), `lint` judges it by the
//! conventions, `expand` writes the tokens.

mod diagnostic;
mod expand;
mod ir;
mod language;
mod lint;
mod lower;
mod parse;
#[cfg(test)]
mod tests;

use diagnostic::Report;
use proc_macro2::TokenStream;
use syn::DeriveInput;

// The reference of the language is the documentation of the derives. rustdoc
// shows it again where `backend_models` re-exports them, with the examples run
// here. It is written as pages, because a part of it belongs to two derives; a
// test holds it against the tables of `language`. Its links to conventions are
// absolute: there are no pages of them beside a documentation site's.

#[doc = include_str!("reference/model.md")]
#[doc = include_str!("reference/model_overview.md")]
#[doc = include_str!("reference/struct.md")]
#[doc = include_str!("reference/field.md")]
#[doc = include_str!("reference/index.md")]
#[doc = include_str!("reference/access.md")]
#[doc = include_str!("reference/validate.md")]
#[doc = include_str!("reference/links.md")]
#[proc_macro_derive(Model, attributes(model, access, validate, query))]
pub fn derive_model(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), model).into()
}

#[doc = include_str!("reference/model_enum.md")]
#[doc = include_str!("reference/enum_overview.md")]
#[doc = include_str!("reference/enum_keys.md")]
#[proc_macro_derive(ModelEnum, attributes(model))]
pub fn derive_model_enum(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), enumeration).into()
}

#[doc = include_str!("reference/model_type.md")]
#[doc = include_str!("reference/newtype_overview.md")]
#[doc = include_str!("reference/newtype_keys.md")]
#[proc_macro_derive(ModelType, attributes(model))]
pub fn derive_model_type(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), newtype).into()
}

#[doc = include_str!("reference/part.md")]
#[doc = include_str!("reference/part_overview.md")]
#[doc = include_str!("reference/validate.md")]
#[doc = include_str!("reference/links.md")]
#[proc_macro_derive(Validate, attributes(validate))]
pub fn derive_validate(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), part).into()
}

/// Parses the item and runs one derive; every problem becomes an error.
fn derive(input: TokenStream, run: fn(&DeriveInput, &mut Report) -> TokenStream) -> TokenStream {
    let mut report = Report::default();
    let tokens = match parse::item(input) {
        Ok(input) => run(&input, &mut report),
        Err(problem) => {
            report.push(problem);
            TokenStream::new()
        }
    };
    let mut errors = expand::errors(&report);
    errors.extend(tokens);
    errors
}

fn model(input: &DeriveInput, report: &mut Report) -> TokenStream {
    let Some(model) = lower::model(input, report) else {
        return expand::fallback(&lower::item(input), None);
    };
    lint::check(&model, report);
    if report.is_empty() {
        expand::model(&model)
    } else {
        expand::fallback(&lower::item(input), Some(&model))
    }
}

fn part(input: &DeriveInput, report: &mut Report) -> TokenStream {
    let part = lower::model(input, report);
    if let Some(part) = &part {
        lint::check_values(part, report);
    }
    match part {
        Some(part) if report.is_empty() => expand::part(&part),
        Some(_) | None => expand::broken_part(&lower::item(input)),
    }
}

fn enumeration(input: &DeriveInput, report: &mut Report) -> TokenStream {
    match lower::enumeration(input, report) {
        Some(enumeration) if report.is_empty() => expand::enumeration(&enumeration),
        enumeration => expand::broken_enumeration(&lower::item(input), enumeration.as_ref()),
    }
}

fn newtype(input: &DeriveInput, report: &mut Report) -> TokenStream {
    match lower::newtype(input, report) {
        Some(newtype) if report.is_empty() => expand::newtype(&newtype),
        Some(_) | None => expand::broken_type(&lower::item(input)),
    }
}
