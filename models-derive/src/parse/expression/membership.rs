//! `exists(Membership { team_id, user_id: auth.uid() })`

use syn::parse::ParseStream;
use syn::{Ident, Path, Token, braced, parenthesized};

use super::mistakes;
use super::operand::operand;
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Condition, Expr, Membership, Operand};

const EXAMPLE: &str = "write `exists(Membership { team_id, user_id: auth.uid() })`";

/// Reads from `exists` on.
pub(super) fn exists(input: ParseStream) -> syn::Result<Expr> {
    let start: Extent = input.parse::<Ident>()?.span().into();
    let inner;
    let parens = parenthesized!(inner in input);
    let at = start.to(parens.span.close().into());
    let Ok(model) = Path::parse_mod_style(&inner) else {
        return Err(Diagnostic::new(at, "`exists` takes a model and what its row must equal")
            .fix(EXAMPLE)
            .into());
    };
    if !inner.peek(syn::token::Brace) {
        return Err(Diagnostic::new(Extent::of(&model), "which rows of it?")
            .why("without a condition, a single row of anyone's would be enough")
            .fix(EXAMPLE)
            .into());
    }
    let fields;
    braced!(fields in inner);
    let mut conditions: Vec<Condition> = Vec::new();
    while !fields.is_empty() {
        let condition = condition(&fields)?;
        if conditions.iter().any(|other| other.field == condition.field) {
            let field = &condition.field;
            return Err(Diagnostic::new(field.span(), format!("`{field}` is compared twice"))
                .why("all of them have to hold, and one field has one value")
                .fix("join two `exists(..)` with `||`")
                .into());
        }
        conditions.push(condition);
        if !fields.is_empty() {
            fields.parse::<Token![,]>()?;
        }
    }
    if !inner.is_empty() {
        return Err(Diagnostic::new(mistakes::next(&inner), "`exists` asks for rows of one model")
            .fix("join two `exists(..)` with `&&`")
            .into());
    }
    if conditions.is_empty() {
        return Err(Diagnostic::new(at, "`exists` needs a field to compare")
            .why("a single row of anyone's would be enough")
            .fix(EXAMPLE)
            .into());
    }
    Ok(Expr::Exists(Membership { model, conditions, at }))
}

/// `field: value`, or `field`.
fn condition(fields: ParseStream) -> syn::Result<Condition> {
    if fields.peek(Token![..]) {
        return Err(Diagnostic::new(mistakes::next(fields), "leave out `..`")
            .why("fields that are not named are not compared")
            .into());
    }
    let field: Ident = fields.parse()?;
    if fields.peek(Token![=]) {
        return Err(Diagnostic::new(mistakes::next(fields), "a field is compared with `:` here")
            .fix(format!("write `{field}: ..`, as in a struct"))
            .into());
    }
    if fields.is_empty() || fields.peek(Token![,]) {
        return Ok(Condition { equals: Operand::Field(field.clone()), field });
    }
    if !fields.peek(Token![:]) {
        return Err(Diagnostic::new(
            mistakes::next(fields),
            "only equality can be asked of another model",
        )
        .fix(format!("write `{field}: value`; anything else is `sql(\"..\")`"))
        .into());
    }
    fields.parse::<Token![:]>()?;
    let equals = operand(fields)?;
    if !fields.is_empty() && !fields.peek(Token![,]) {
        return Err(Diagnostic::new(mistakes::next(fields), "expected a comma or `}`")
            .why("each field equals one value; all of them have to")
            .into());
    }
    Ok(Condition { field, equals })
}
