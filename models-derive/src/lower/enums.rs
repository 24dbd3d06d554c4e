//! Enums and newtypes: parse -> ir.

use syn::{DeriveInput, Fields};

use super::shape;
use crate::diagnostic::{Diagnostic, Extent, Report};
use crate::ir::{self, Located};
use crate::lint::to_snake_case;
use crate::parse::{EnumAttributes, NewtypeAttributes, VariantAttributes, read};

/// What an enum means; `None` when its shape holds no labels.
pub(crate) fn enumeration(input: &DeriveInput, report: &mut Report) -> Option<ir::Enum> {
    let declared = shape::enumeration(input, report)?;
    let attributes = read::<EnumAttributes>(&input.attrs, report).0;
    let mut variants: Vec<ir::Variant> = Vec::new();
    for variant in declared {
        if !matches!(variant.fields, Fields::Unit) {
            report.push(
                Diagnostic::new(
                    Extent::of(&variant.fields),
                    "a variant of a `ModelEnum` holds no values",
                )
                .why("one column stores one label")
                .fix("keep the values in fields of the model, or the whole enum in `Json<..>`"),
            );
        }
        let own = read::<VariantAttributes>(&variant.attrs, report).0;
        let label = own.label.map_or_else(
            || Located::new(to_snake_case(&plain(&variant.ident)), variant.ident.span()),
            |name| name.0,
        );
        if let Some(twin) = variants.iter().find(|other| other.label.value == label.value) {
            report.push(
                Diagnostic::new(
                    label.at,
                    format!(
                        "`{}` and `{}` are both stored as `{}`",
                        twin.ident, variant.ident, label.value
                    ),
                )
                .why("a stored label could not be read back")
                .fix("give one of them `#[model(label = \"..\")]`"),
            );
        }
        if label.value.is_empty() || label.value.len() > 63 {
            report.push(
                Diagnostic::new(label.at, "a label has 1 to 63 bytes")
                    .why("PostgreSQL limits the labels of an enum type to this"),
            );
        }
        variants.push(ir::Variant {
            ident: variant.ident.clone(),
            label,
            doc: super::doc(&variant.attrs),
            renamed_from: own.renamed_from.map(|name| name.0),
        });
    }
    renamed_labels(&variants, report);
    if variants.is_empty() {
        report.push(
            Diagnostic::new(input.ident.span(), format!("`{}` has no variants", input.ident))
                .why("no value could ever be stored"),
        );
    }
    let name = attributes.name.map_or_else(
        || Located::new(to_snake_case(&plain(&input.ident)), input.ident.span()),
        |name| name.0,
    );
    let native = attributes.native.is_present();
    let renamed_from = attributes.renamed_from.map(|name| name.0);
    if let Some(before) = &renamed_from {
        report.extend(renamed_type(before, &name.value, native));
    }
    Some(ir::Enum {
        ident: input.ident.clone(),
        name,
        native,
        doc: super::doc(&input.attrs),
        renamed_from,
        variants,
        krate: attributes.krate.unwrap_or_else(|| syn::parse_quote!(::backend_models)),
    })
}

/// What is wrong with the earlier name of an enum's type.
fn renamed_type(before: &Located<String>, name: &str, native: bool) -> Option<Diagnostic> {
    if !native {
        let problem = Diagnostic::new(before.at, "only a type of the database has an earlier name");
        return Some(
            problem
                .why("this enum is stored as a checked text, which names no type")
                .fix("leave `renamed_from` out, or write `native` if the enum has a type"),
        );
    }
    let same = Diagnostic::new(before.at, format!("`{name}` is the name that the type has now"));
    (before.value == name).then(|| same.fix("write the earlier name, or leave `renamed_from` out"))
}

/// Refuses an earlier label that is still in use, or that two variants claim.
fn renamed_labels(variants: &[ir::Variant], report: &mut Report) {
    for (position, variant) in variants.iter().enumerate() {
        let Some(before) = &variant.renamed_from else { continue };
        let claims = |other: &&ir::Variant| {
            other.renamed_from.as_ref().is_some_and(|label| label.value == before.value)
        };
        let problem =
            if let Some(user) = variants.iter().find(|other| other.label.value == before.value) {
                Diagnostic::new(
                    before.at,
                    format!("`{}` is the label of `{}`", before.value, user.ident),
                )
                .why("a label that is still in use cannot be renamed")
                .fix("write the earlier label, or leave `renamed_from` out")
            } else if let Some(twin) = variants.iter().take(position).find(claims) {
                let what =
                    format!("`{}` and `{}` have the same earlier label", twin.ident, variant.ident);
                Diagnostic::new(before.at, what)
                    .why("a stored label can become only one other")
                    .fix("leave `renamed_from` out on one of them")
            } else if before.value.is_empty() || before.value.len() > 63 {
                Diagnostic::new(before.at, "a label has 1 to 63 bytes")
            } else {
                continue;
            };
        report.push(problem);
    }
}

/// What a newtype means; `None` when it does not wrap exactly one value.
pub(crate) fn newtype(input: &DeriveInput, report: &mut Report) -> Option<ir::Newtype> {
    let field = shape::newtype(input, report)?;
    let attributes = read::<NewtypeAttributes>(&input.attrs, report).0;
    Some(ir::Newtype {
        ident: input.ident.clone(),
        inner: field.ty.clone(),
        krate: attributes.krate.unwrap_or_else(|| syn::parse_quote!(::backend_models)),
    })
}

fn plain(ident: &syn::Ident) -> String {
    Located::from_ident(ident).value
}
