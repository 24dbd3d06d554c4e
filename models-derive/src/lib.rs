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

/// A struct that is stored as a table.
#[proc_macro_derive(Model, attributes(model, access, validate, query))]
pub fn derive_model(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), model).into()
}

/// An enum without values, stored as a label.
#[proc_macro_derive(ModelEnum, attributes(model))]
pub fn derive_model_enum(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), enumeration).into()
}

/// A struct around one value, stored as that value.
#[proc_macro_derive(ModelType, attributes(model))]
pub fn derive_model_type(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), newtype).into()
}

/// A struct that is a part of a model, as JSON, and says which values are valid.
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
