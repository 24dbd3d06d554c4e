//! The values in a condition.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Expr as RustExpr, ExprLit, Ident, Lit, LitStr, Path, Token, UnOp, parenthesized};

use super::{auth, mistakes};
use crate::diagnostic::{Diagnostic, Extent, near};
use crate::ir::{Literal, Located, Operand, plain};

/// A field, a literal, an enum's variant, `auth.uid()` and its siblings, `now()`.
pub(super) fn operand(input: ParseStream) -> syn::Result<Operand> {
    mistakes::before_operand(input)?;
    if input.peek(Lit) || input.peek(Token![-]) {
        return number_or_text(input);
    }
    if !input.peek(Ident::peek_any) && !input.peek(Token![::]) {
        return Err(Diagnostic::new(mistakes::next(input), "expected a value")
            .fix("a field, a literal, a variant of a `ModelEnum`, `auth.uid()` or `now()`")
            .into());
    }
    let path = Path::parse_mod_style(input)?;
    let at = Extent::of(&path);
    let call = input.peek(syn::token::Paren);
    let Some(name) = path.get_ident() else {
        if call {
            return Err(mistakes::path_with_parentheses(&path));
        }
        return Ok(Operand::Literal(Located::new(Literal::Variant(path), at)));
    };
    if name == "auth" {
        return auth::auth(name, input);
    }
    if call {
        return function(name, input);
    }
    Ok(Operand::Field(name.clone()))
}

fn number_or_text(input: ParseStream) -> syn::Result<Operand> {
    let start: Extent = input.span().into();
    let minus = input.parse::<Option<Token![-]>>()?.is_some();
    let lit: Lit = match input.parse() {
        Ok(lit) => lit,
        Err(_) if minus => {
            return Err(Diagnostic::new(start, "a rule computes nothing")
                .fix("keep the value in a field, or write `sql(\"..\")`")
                .into());
        }
        Err(error) => return Err(error),
    };
    let at = start.to(lit.span().into());
    if let Lit::Str(text) = &lit {
        storable(text)?;
    }
    let literal = if minus { negative(&lit) } else { positive(&lit) };
    literal.map(|value| Operand::Literal(Located::new(value, at))).ok_or_else(|| {
        match &lit {
            Lit::Char(text) if !minus => Diagnostic::new(at, "a text has double quotes")
                .fix(format!("write {:?}", text.value().to_string())),
            _ => Diagnostic::new(at, "this literal has no counterpart in a database")
                .fix("a text, a number up to 64 bits, or a boolean"),
        }
        .into()
    })
}

/// `now()`, and nothing else yet.
fn function(name: &Ident, input: ParseStream) -> syn::Result<Operand> {
    let content;
    let parens = parenthesized!(content in input);
    let at = Extent { start: name.span(), end: parens.span.close() };
    let text = plain(name);
    if text == "now" && content.is_empty() {
        return Ok(Operand::Now(at));
    }
    let (what, fix) = match text.as_str() {
        "now" => ("`now()` takes nothing".to_owned(), None),
        "Some" => (
            "an `Option` is looked through".to_owned(),
            Some("write the value without `Some`".to_owned()),
        ),
        other => match auth::call(other) {
            Some(call) => {
                (format!("`{other}()` belongs to `auth`"), Some(format!("write `{call}`")))
            }
            None => (
                format!(
                    "unknown function `{other}`{}",
                    near(other, ["now", "exists", "sql", "anyone"])
                ),
                Some("known: `exists(Model { .. })`, `now()`, `sql(\"..\")`".to_owned()),
            ),
        },
    };
    let problem = Diagnostic::new(at, what);
    Err(fix.into_iter().fold(problem, Diagnostic::fix).into())
}

/// Refuses a text that no database keeps.
pub(super) fn storable(text: &LitStr) -> syn::Result<()> {
    if text.value().contains('\0') {
        return Err(Diagnostic::new(text.span(), "this text has a zero byte")
            .why("PostgreSQL cannot store one in a text")
            .into());
    }
    Ok(())
}

/// A literal that a database can keep.
pub(super) fn literal(expr: &RustExpr) -> Option<Literal> {
    match expr {
        RustExpr::Lit(ExprLit { lit, .. }) => positive(lit),
        RustExpr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => match &*unary.expr {
            RustExpr::Lit(ExprLit { lit, .. }) => negative(lit),
            _ => None,
        },
        RustExpr::Group(group) => literal(&group.expr),
        RustExpr::Path(path) if path.path.segments.len() > 1 => {
            Some(Literal::Variant(path.path.clone()))
        }
        _ => None,
    }
}

fn positive(lit: &Lit) -> Option<Literal> {
    match lit {
        Lit::Str(text) => Some(Literal::Text(text.value())),
        Lit::Bool(value) => Some(Literal::Bool(value.value)),
        Lit::Int(number) => number.base10_parse().ok().map(Literal::Int),
        Lit::Float(number) => float(number).map(Literal::Float),
        _ => None,
    }
}

fn negative(lit: &Lit) -> Option<Literal> {
    match lit {
        Lit::Int(number) => format!("-{}", number.base10_digits()).parse().ok().map(Literal::Int),
        Lit::Float(number) => float(number).map(|number| Literal::Float(-number)),
        _ => None,
    }
}

fn float(number: &syn::LitFloat) -> Option<f64> {
    number.base10_parse::<f64>().ok().filter(|number| number.is_finite())
}
