//! Conditions: `status == PostStatus::Published || author_id == auth.uid()`.

use syn::parse::ParseStream;
use syn::{Expr as RustExpr, Ident, LitStr, Path, Token, braced, bracketed, parenthesized};

use super::words::error;
pub(crate) use operand::literal;
use operand::operand;

use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Comparison, Condition, Default, Expr, Literal, Membership, Operator, Spot};

mod operand;

/// A whole condition; stops at a comma or at the end.
pub(crate) fn condition(input: ParseStream) -> syn::Result<Expr> {
    let mut any = vec![all(input)?];
    while input.peek(Token![||]) {
        input.parse::<Token![||]>()?;
        any.push(all(input)?);
    }
    Ok(if any.len() == 1 { any.remove(0) } else { Expr::Or(any) })
}

fn all(input: ParseStream) -> syn::Result<Expr> {
    let mut all = vec![single(input)?];
    while input.peek(Token![&&]) {
        input.parse::<Token![&&]>()?;
        all.push(single(input)?);
    }
    Ok(if all.len() == 1 { all.remove(0) } else { Expr::And(all) })
}

fn single(input: ParseStream) -> syn::Result<Expr> {
    if input.peek(Token![!]) {
        input.parse::<Token![!]>()?;
        return Ok(Expr::Not(Box::new(single(input)?)));
    }
    if input.peek(syn::token::Paren) {
        let content;
        parenthesized!(content in input);
        let inner = condition(&content)?;
        if !content.is_empty() {
            return Err(content.error("expected `&&`, `||` or `)`"));
        }
        return Ok(inner);
    }
    match word(input)? {
        Some(expr) => Ok(expr),
        None => comparison(input),
    }
}

/// `anyone`, `authenticated`, `nobody`, `service`, `exists(..)`, `sql(..)`.
fn word(input: ParseStream) -> syn::Result<Option<Expr>> {
    let ahead = input.fork();
    let Ok(word) = ahead.parse::<Ident>() else { return Ok(None) };
    if ahead.peek(Token![::]) || ahead.peek(Token![.]) {
        return Ok(None);
    }
    let at: Extent = word.span().into();
    let call = ahead.peek(syn::token::Paren);
    let expr = match word.to_string().as_str() {
        "anyone" if call => {
            return Err(syn::Error::new(
                word.span(),
                "`anyone(reason = \"..\")` is a whole rule and no part of one\n  why: whatever is joined to it with `||` would say nothing",
            ));
        }
        "anyone" => Expr::Anyone(at),
        "authenticated" => Expr::Authenticated(at),
        "nobody" => Expr::Nobody(at),
        "service" => Expr::Service(at),
        "exists" if call => return exists(input).map(Some),
        "sql" if call => return raw(input).map(Some),
        _ => return Ok(None),
    };
    input.parse::<Ident>()?;
    Ok(Some(expr))
}

fn raw(input: ParseStream) -> syn::Result<Expr> {
    input.parse::<Ident>()?;
    let content;
    parenthesized!(content in input);
    let text: LitStr = content.parse()?;
    Ok(Expr::Sql(Spot::new(text.value(), text.span())))
}

/// `exists(Membership { team_id, user_id: auth.uid() })`
fn exists(input: ParseStream) -> syn::Result<Expr> {
    let start: Extent = input.parse::<Ident>()?.span().into();
    let inner;
    parenthesized!(inner in input);
    let model: Path = Path::parse_mod_style(&inner)?;
    let fields;
    let braces = braced!(fields in inner);
    let mut conditions = Vec::new();
    while !fields.is_empty() {
        let field: Ident = fields.parse()?;
        let equals = if fields.peek(Token![:]) {
            fields.parse::<Token![:]>()?;
            operand(&fields)?
        } else {
            crate::ir::Operand::Field(field.clone())
        };
        conditions.push(Condition { field, equals });
        if !fields.is_empty() {
            fields.parse::<Token![,]>()?;
        }
    }
    if !inner.is_empty() {
        return Err(inner.error("expected `)`"));
    }
    let at = start.to(braces.span.close().into());
    if conditions.is_empty() {
        return Err(syn::Error::new(
            braces.span.join(),
            "`exists` needs a field to compare\n  fix: write `exists(Membership { team_id, user_id: auth.uid() })`",
        ));
    }
    Ok(Expr::Exists(Membership { model, conditions, at }))
}

fn comparison(input: ParseStream) -> syn::Result<Expr> {
    let left = operand(input)?;
    if input.peek(Token![.]) {
        return is_there(input, left);
    }
    if input.peek(Token![in]) {
        input.parse::<Token![in]>()?;
        let list;
        let brackets = bracketed!(list in input);
        let items: Vec<_> = list.parse_terminated(operand, Token![,])?.into_iter().collect();
        if items.is_empty() {
            return Err(syn::Error::new(
                brackets.span.join(),
                "nothing is in an empty list\n  fix: name the values, or write `nobody`",
            ));
        }
        return Ok(Expr::In(left, items));
    }
    let Some(operator) = operator(input)? else { return Ok(Expr::Holds(left)) };
    let right = operand(input)?;
    let at = left.at().to(right.at());
    if let Some(second) = self::operator(&input.fork())? {
        let _ = second;
        return Err(input.error("comparisons do not chain\n  fix: join two with `&&`"));
    }
    Ok(Expr::Compare(Comparison { left, operator, right, at }))
}

/// `.is_none()` or `.is_some()` behind a value.
fn is_there(input: ParseStream, operand: crate::ir::Operand) -> syn::Result<Expr> {
    input.parse::<Token![.]>()?;
    let method: Ident = input.parse()?;
    let empty;
    parenthesized!(empty in input);
    let _ = &empty;
    match method.to_string().as_str() {
        "is_none" => Ok(Expr::IsNone(operand)),
        "is_some" => Ok(Expr::IsSome(operand)),
        other => {
            let near = crate::diagnostic::did_you_mean(other, ["is_none", "is_some"])
                .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            Err(syn::Error::new(
                method.span(),
                format!("unknown method `{other}`{near}\n  known: `is_none()` and `is_some()`"),
            ))
        }
    }
}

fn operator(input: ParseStream) -> syn::Result<Option<Operator>> {
    macro_rules! take {
        ($($token:tt => $operator:ident),+) => {$(
            if input.peek(Token![$token]) {
                input.parse::<Token![$token]>()?;
                return Ok(Some(Operator::$operator));
            }
        )+};
    }
    take!(== => Eq, != => Ne, <= => Le, >= => Ge, < => Lt, > => Gt);
    if input.peek(Token![=]) {
        return Err(input.error("a comparison is written `==`"));
    }
    let joined = input.peek(Token![&&]) || input.peek(Token![||]);
    if !joined && (input.peek(Token![&]) || input.peek(Token![|])) {
        return Err(input.error("conditions are joined with `&&` and `||`"));
    }
    Ok(None)
}

/// What stands behind `default =`.
pub(crate) fn default_value(value: &RustExpr) -> darling::Result<Default> {
    let whole = || Extent::of(value).start;
    match value {
        RustExpr::Array(array) if array.elems.is_empty() => Ok(Default::Empty),
        RustExpr::Call(call) => {
            let name = match &*call.func {
                RustExpr::Path(path) => path.path.get_ident().map(ToString::to_string),
                _ => None,
            };
            match (name.as_deref(), call.args.first()) {
                (Some("now"), None) => Ok(Default::Now),
                (
                    Some("sql"),
                    Some(RustExpr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })),
                ) => Ok(Default::Sql(text.value())),
                _ => Err(error(whole(), unknown_default())),
            }
        }
        RustExpr::MethodCall(call) if call.method == "uid" && call.args.is_empty() => {
            Ok(Default::Uid)
        }
        RustExpr::Path(path) if path.path.segments.len() > 1 => {
            Ok(Default::Value(Literal::Variant(path.path.clone())))
        }
        _ => literal(value).map(Default::Value).ok_or_else(|| error(whole(), unknown_default())),
    }
}

fn unknown_default() -> String {
    Diagnostic::new(proc_macro2::Span::call_site(), "this is no default that a database can keep")
        .fix("a number, a text, `true`, a variant of a `ModelEnum`, `[]`, `now()`, `auth.uid()` or `sql(\"..\")`")
        .message()
}
