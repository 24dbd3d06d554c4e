//! The values in a condition.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Expr as RustExpr, Ident, Lit, LitStr, Path, Token, UnOp, parenthesized};

use crate::diagnostic::{Extent, did_you_mean, one_of};
use crate::ir::{Literal, Operand, Spot};

/// What `auth` answers.
const AUTH: [&str; 4] = ["uid", "role", "email", "claim"];

/// A field, a literal, an enum's variant, `auth.uid()` and its siblings, `now()`.
pub(super) fn operand(input: ParseStream) -> syn::Result<Operand> {
    if input.peek(Lit) || input.peek(Token![-]) {
        let expr: RustExpr = if input.peek(Token![-]) {
            let minus: Token![-] = input.parse()?;
            let lit: Lit = input.parse()?;
            syn::parse_quote!(#minus #lit)
        } else {
            let lit: Lit = input.parse()?;
            syn::parse_quote!(#lit)
        };
        let at = Extent::of(&expr);
        return literal(&expr).map(|value| Operand::Literal(Spot::new(value, at))).ok_or_else(|| {
            syn::Error::new(at.start, "this literal has no counterpart in a database\n  fix: a text, a number up to 64 bits, or a boolean")
        });
    }
    if !input.peek(Ident::peek_any) && !input.peek(Token![::]) {
        return Err(input.error(
            "expected a field, a literal, a variant of a `ModelEnum`, `auth.uid()` or `now()`",
        ));
    }
    let path = Path::parse_mod_style(input)?;
    let Some(name) = path.get_ident() else {
        let at = Extent::of(&path);
        return Ok(Operand::Literal(Spot::new(Literal::Variant(path), at)));
    };
    if name == "auth" && input.peek(Token![.]) {
        return auth(name, input);
    }
    if input.peek(syn::token::Paren) {
        return call(name, input);
    }
    Ok(Operand::Field(name.clone()))
}

fn call(name: &Ident, input: ParseStream) -> syn::Result<Operand> {
    if name == "now" {
        let empty;
        parenthesized!(empty in input);
        let _ = &empty;
        return Ok(Operand::Now(name.span().into()));
    }
    let text = name.to_string();
    let known = ["now", "exists", "sql", "anyone"];
    let near = did_you_mean(&text, known)
        .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Err(syn::Error::new(
        name.span(),
        format!(
            "unknown function `{text}`{near}\n  known: `exists(Model {{ .. }})`, `now()`, `sql(\"..\")`"
        ),
    ))
}

fn auth(name: &Ident, input: ParseStream) -> syn::Result<Operand> {
    input.parse::<Token![.]>()?;
    let method: Ident = input.parse()?;
    let arguments;
    let parens = parenthesized!(arguments in input);
    let at = Extent { start: name.span(), end: parens.span.close() };
    match method.to_string().as_str() {
        "uid" => Ok(Operand::Uid(at)),
        "role" => Ok(Operand::Role(at)),
        "email" => Ok(Operand::Email(at)),
        "claim" => {
            let path: LitStr = arguments.parse()?;
            let parts: Vec<String> = path.value().split('.').map(str::to_owned).collect();
            if parts.iter().any(String::is_empty) {
                return Err(syn::Error::new(
                    path.span(),
                    "a claim is a path of names: \"role\" or \"org.role\"",
                ));
            }
            Ok(Operand::Claim(Spot::new(parts, at)))
        }
        other => {
            let near = did_you_mean(other, AUTH)
                .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            Err(syn::Error::new(
                method.span(),
                format!("`auth` does not know `{other}`{near}\n  known: {}", one_of(AUTH)),
            ))
        }
    }
}

/// A literal that a database can keep.
pub(crate) fn literal(expr: &RustExpr) -> Option<Literal> {
    match expr {
        RustExpr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Some(Literal::Text(text.value())),
            Lit::Bool(value) => Some(Literal::Bool(value.value)),
            Lit::Int(number) => number.base10_parse().ok().map(Literal::Int),
            Lit::Float(number) => {
                number.base10_parse::<f64>().ok().filter(|n| n.is_finite()).map(Literal::Float)
            }
            _ => None,
        },
        RustExpr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => match &*unary.expr {
            RustExpr::Lit(lit) => match &lit.lit {
                Lit::Int(number) => {
                    format!("-{}", number.base10_digits()).parse().ok().map(Literal::Int)
                }
                Lit::Float(number) => number
                    .base10_parse::<f64>()
                    .ok()
                    .filter(|n| n.is_finite())
                    .map(|n| Literal::Float(-n)),
                _ => None,
            },
            _ => None,
        },
        RustExpr::Group(group) => literal(&group.expr),
        RustExpr::Path(path) if path.path.segments.len() > 1 => {
            Some(Literal::Variant(path.path.clone()))
        }
        _ => None,
    }
}
