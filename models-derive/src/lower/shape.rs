//! The shape of an item, checked before any attribute is read.

use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Field, Fields, Generics, Meta, Path, Token, Variant};

use crate::diagnostic::{Diagnostic, Extent, Report};
use crate::ir::Item;

/// The fields of a model: a struct with names, and without parameters.
pub(super) fn model<'a>(
    input: &'a DeriveInput,
    report: &mut Report,
) -> Option<impl Iterator<Item = &'a Field> + use<'a>> {
    not_yet(&input.attrs, report);
    let name = &input.ident;
    let problem = if let Some(at) = parameters(&input.generics) {
        Diagnostic::new(at, "a model has no type parameters and no lifetimes")
            .why("one struct is one table, whose columns have one type each")
            .fix("write a struct for each table; own the values (`String`, not `&str`)")
    } else {
        match &input.data {
            Data::Struct(data) => match &data.fields {
                Fields::Named(named) if !named.named.is_empty() => return Some(named.named.iter()),
                Fields::Named(_) | Fields::Unit => {
                    Diagnostic::new(name.span(), format!("`{name}` has no fields"))
                        .why("a row without columns cannot be found again")
                        .fix("give it at least an `id`, `created_at` and `updated_at`")
                }
                Fields::Unnamed(fields) => Diagnostic::new(
                    Extent::of(fields),
                    "the fields of a model have names",
                )
                .why("a column has a name")
                .fix("name them; for a newtype that is used as a field, `#[derive(ModelType)]`"),
            },
            Data::Enum(data) => Diagnostic::new(data.enum_token.span(), "a model is a struct")
                .fix("for an enum that is used as a field, `#[derive(ModelEnum)]`"),
            Data::Union(data) => Diagnostic::new(data.union_token.span(), "a model is a struct")
                .why("a union does not say which of its fields is there")
                .fix("write a struct with named fields"),
        }
    };
    report.push(problem);
    None
}

/// The variants of an enum whose labels are stored.
pub(super) fn enumeration<'a>(
    input: &'a DeriveInput,
    report: &mut Report,
) -> Option<impl Iterator<Item = &'a Variant> + use<'a>> {
    if let Some(at) = parameters(&input.generics) {
        report.push(no_parameters(at));
        return None;
    }
    let (at, is_a) = match &input.data {
        Data::Enum(data) => return Some(data.variants.iter()),
        Data::Struct(data) => (data.struct_token.span(), "a struct"),
        Data::Union(data) => (data.union_token.span(), "a union"),
    };
    report.push(
        Diagnostic::new(at, format!("`ModelEnum` is for enums, and this is {is_a}"))
            .fix("for a newtype, `#[derive(ModelType)]`; for a table, `#[derive(Model)]`"),
    );
    None
}

/// The one field of a newtype.
pub(super) fn newtype<'a>(input: &'a DeriveInput, report: &mut Report) -> Option<&'a Field> {
    if let Some(at) = parameters(&input.generics) {
        report.push(no_parameters(at));
        return None;
    }
    let fix = format!("write `struct {}(String);`", input.ident);
    let problem = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Unnamed(fields) => {
                let mut all = fields.unnamed.iter();
                if let (Some(one), None) = (all.next(), all.next()) {
                    not_on_a_newtype(one, report);
                    return Some(one);
                }
                Diagnostic::new(Extent::of(fields), "a newtype holds one value")
                    .why("it is stored as what it holds, in one column")
                    .fix(fix)
            }
            Fields::Named(fields) => {
                Diagnostic::new(Extent::of(fields), "the value of a newtype has no name")
                    .fix(format!("{fix}; for a table, `#[derive(Model)]`"))
            }
            Fields::Unit => {
                Diagnostic::new(input.ident.span(), "a newtype holds one value").fix(fix)
            }
        },
        Data::Enum(data) => {
            Diagnostic::new(data.enum_token.span(), "`ModelType` is for a struct around one value")
                .fix("for an enum, `#[derive(ModelEnum)]`")
        }
        Data::Union(data) => {
            Diagnostic::new(data.union_token.span(), "`ModelType` is for a struct around one value")
                .fix(fix)
        }
    };
    report.push(problem);
    None
}

/// A declaration that has no effect yet is an error, and not ignored.
pub(super) fn not_yet(attributes: &[Attribute], report: &mut Report) {
    for attribute in attributes {
        for (name, what) in [("query", "declared reads")] {
            if attribute.path().is_ident(name) {
                report.push(
                    Diagnostic::new(
                        Extent::of(&attribute.meta),
                        format!("`#[{name}(..)]` is not supported yet"),
                    )
                    .why(format!(
                        "{what} arrive in a later version, and nothing would follow this one"
                    ))
                    .fix("leave it out, or keep it as a comment"),
                );
            }
        }
    }
}

/// What stands on the struct, on a field.
pub(super) fn not_on_a_field(field: &Field, report: &mut Report) {
    not_yet(&field.attrs, report);
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("access")) {
        report.push(
            Diagnostic::new(Extent::of(&attribute.meta), "`access` stands on the struct")
                .why("a policy is about whole rows")
                .fix("for a single field: `#[model(private)]`, `#[model(server)]` or `#[model(immutable)]`"),
        );
    }
}

fn not_on_a_newtype(field: &Field, report: &mut Report) {
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("model")) {
        report.push(
            Diagnostic::new(
                Extent::of(&attribute.meta),
                "the value of a newtype has no attributes",
            )
            .why("it is the same column in many tables, and each declares its own")
            .fix("write it on the field of the model that has this type"),
        );
    }
}

fn no_parameters(at: Extent) -> Diagnostic {
    Diagnostic::new(at, "a field's type has no type parameters here")
        .why("a column has one type")
        .fix("derive it on a type without them")
}

/// The parameters of an item, from `<` to `>`.
fn parameters(generics: &Generics) -> Option<Extent> {
    (!generics.params.is_empty()).then(|| Extent::of(generics))
}

/// What is known of an item of any shape.
pub(crate) fn item(input: &DeriveInput) -> Item {
    Item {
        ident: input.ident.clone(),
        krate: krate(&input.attrs).unwrap_or_else(|| syn::parse_quote!(::backend_models)),
        has_parameters: !input.generics.params.is_empty(),
    }
}

/// The path to this library, as far as it can be found in an attribute that
/// may be wrong elsewhere.
fn krate(attributes: &[Attribute]) -> Option<Path> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("model")).find_map(|attribute| {
        let Meta::List(list) = &attribute.meta else { return None };
        let find = |input: syn::parse::ParseStream| {
            let mut found = None;
            while !input.is_empty() {
                if input.peek(Token![crate]) && input.peek2(Token![=]) {
                    input.parse::<Token![crate]>()?;
                    input.parse::<Token![=]>()?;
                    found = Some(input.call(Path::parse_mod_style)?);
                } else {
                    input.parse::<proc_macro2::TokenTree>()?;
                }
            }
            Ok(found)
        };
        list.parse_args_with(find).ok().flatten()
    })
}
