//! # `index_column_exists`
//!
//! What `index(..)`, `unique(..)` and `exclude(..)` name, in their lists, in `include(..)`
//! and in `where = ..`, are fields of the struct, by their names in Rust.
//!
//! The database would refuse the index when the script runs; here the mistake
//! is found while it is typed.

use syn::Ident;

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, did_you_mean, one_of};
use crate::ir::{Distance, Expr, MethodKind, Model, Operand, plain};

pub(super) const CONVENTION: Convention = Convention { name: "index_column_exists", check };

fn check(model: &Model, findings: &mut Findings) {
    let parts = model.indexes.iter().flat_map(|index| &index.parts);
    for ident in parts.map(|part| &part.field) {
        if model.field(ident).is_none() {
            findings.push(word(model, ident).unwrap_or_else(|| missing(model, ident)));
        }
    }
    let indexes = model
        .indexes
        .iter()
        .flat_map(|index| index.include.iter().chain(fields(index.filter.as_ref())));
    let uniques = model
        .uniques
        .iter()
        .flat_map(|unique| unique.fields.iter().chain(fields(unique.filter.as_ref())));
    let exclusions = model
        .exclusions
        .iter()
        .flat_map(|one| one.fields.iter().chain(fields(one.filter.as_ref())));
    for ident in indexes.chain(uniques).chain(exclusions) {
        if model.field(ident).is_none() {
            findings.push(missing(model, ident));
        }
    }
}

/// The fields that a filter asks about.
fn fields(filter: Option<&Expr>) -> impl Iterator<Item = &Ident> {
    filter.into_iter().flat_map(Expr::operands).filter_map(|operand| match operand {
        Operand::Field(ident) => Some(ident),
        Operand::Literal(_)
        | Operand::Uid(_)
        | Operand::Role(_)
        | Operand::Email(_)
        | Operand::Claim(_)
        | Operand::Now(_) => None,
    })
}

/// A method or a distance that is mistyped reads as a field.
fn word(model: &Model, ident: &Ident) -> Option<Diagnostic> {
    let name = plain(ident);
    if did_you_mean(&name, model.field_names()).is_some() {
        return None;
    }
    let methods = MethodKind::ALL.map(MethodKind::name);
    let near = did_you_mean(&name, Distance::ALL.map(|(name, _)| name).into_iter().chain(methods))?;
    let what = format!("`{}` has no field `{name}`; did you mean `{near}`?", model.ident);
    Some(
        Diagnostic::new(ident.span(), what)
            .why("a word that is not a method or a distance is the name of a field")
            .fix(format!("write `{near}`")),
    )
}

fn missing(model: &Model, ident: &Ident) -> Diagnostic {
    let name = plain(ident);
    let column = model.fields.iter().find(|field| field.column_name() == name);
    let near = did_you_mean(&name, model.field_names());
    let fix = match (column, near) {
        (Some(field), _) => {
            format!("write `{}`, the field whose column is called `{name}`", field.name)
        }
        (None, Some(near)) => format!("write `{near}`"),
        (None, None) if model.fields.len() > 12 => "name a field of the struct".to_owned(),
        (None, None) => format!("name one of {}", one_of(model.field_names())),
    };
    let near = near.filter(|_| column.is_none());
    let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Diagnostic::new(ident.span(), format!("`{}` has no field `{name}`{near}", model.ident))
        .why("the database would refuse the index")
        .fix(fix)
}
