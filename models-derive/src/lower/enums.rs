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
                    .why("PostgreSQL has no longer labels of an enum type"),
            );
        }
        variants.push(ir::Variant { ident: variant.ident.clone(), label });
    }
    if variants.is_empty() {
        report.push(
            Diagnostic::new(input.ident.span(), format!("`{}` has no variants", input.ident))
                .why("no value could ever be stored"),
        );
    }
    Some(ir::Enum {
        ident: input.ident.clone(),
        name: attributes.name.map_or_else(
            || Located::new(to_snake_case(&plain(&input.ident)), input.ident.span()),
            |name| name.0,
        ),
        native: attributes.native.is_present(),
        variants,
        krate: attributes.krate.unwrap_or_else(|| syn::parse_quote!(::backend_models)),
    })
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
