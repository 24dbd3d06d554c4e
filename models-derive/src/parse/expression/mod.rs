//! Conditions: `status == PostStatus::Published || author_id == auth.uid()`.
//!
//! The functions are in the order of the grammar: `||`, `&&`, then a single
//! condition. What other languages have in these places is recognised in
//! [`mistakes`], so that the error can say what to write instead.

mod auth;
mod default_value;
mod membership;
mod mistakes;
mod operand;

pub(crate) use default_value::default_value;
pub(crate) use mistakes::begins_a_rule;

use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token, bracketed, parenthesized};

use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Comparison, Expr, Located, Operand, Operator};
use crate::language::{CONDITIONS, METHODS, RULE_WORDS};
use operand::operand;

/// How deeply a condition may be nested: a snapshot of the schema is JSON, which
/// is read to a depth of 127, and a level of a condition takes up to two.
const MAX_DEPTH: usize = 48;

/// A whole condition; stops at a comma or at the end.
pub(crate) fn condition(input: ParseStream) -> syn::Result<Expr> {
    let start = input.span();
    let condition = any(input)?;
    if depth(&condition) > MAX_DEPTH {
        let problem = Diagnostic::new(start, "this condition is nested too deeply");
        return Err(problem
            .why(format!("a description holds conditions of up to {MAX_DEPTH} levels"))
            .fix("write it in fewer levels of `!`, `&&` and `||`")
            .into());
    }
    Ok(condition)
}

fn depth(condition: &Expr) -> usize {
    match condition {
        Expr::And(conditions) | Expr::Or(conditions) => {
            1 + conditions.iter().map(depth).max().unwrap_or(0)
        }
        Expr::Not(_, condition) => 1 + depth(condition),
        _ => 1,
    }
}

fn any(input: ParseStream) -> syn::Result<Expr> {
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

/// One condition, and nothing behind it but what joins or ends.
fn single(input: ParseStream) -> syn::Result<Expr> {
    mistakes::before_condition(input)?;
    let expr = if input.peek(Token![!]) {
        let not: Token![!] = input.parse()?;
        Expr::Not(Extent::from(not.span), Box::new(single(input)?))
    } else if input.peek(syn::token::Paren) {
        let content;
        parenthesized!(content in input);
        any(&content)?
    } else {
        match word(input)? {
            Some(expr) => expr,
            None => comparison(input)?,
        }
    };
    mistakes::behind_condition(input)?;
    Ok(expr)
}

/// `anyone`, `authenticated`, `nobody`, `service`, `exists(..)`, `sql(..)`.
fn word(input: ParseStream) -> syn::Result<Option<Expr>> {
    let ahead = input.fork();
    let Ok(word) = ahead.parse::<Ident>() else { return Ok(None) };
    if ahead.peek(Token![::]) || ahead.peek(Token![.]) {
        return Ok(None);
    }
    let at: Extent = word.span().into();
    let text = word.to_string();
    if !RULE_WORDS.contains(&text) && !CONDITIONS.contains(&text) {
        return Ok(None);
    }
    let call = ahead.peek(syn::token::Paren);
    let expr = match text.as_str() {
        "exists" if call => return membership::exists(input).map(Some),
        "sql" | "rules" if call => return raw(input).map(Some),
        "sql" | "exists" if ahead.is_empty() || ahead.peek(Token![,]) => {
            return Err(Diagnostic::new(at, format!("`{text}` says nothing by itself"))
                .fix(
                    "write `sql(\"..\")`, or `exists(Membership { team_id, user_id: auth.uid() })`",
                )
                .into());
        }
        "anyone" => Expr::Anyone(at),
        "authenticated" => Expr::Authenticated(at),
        "nobody" => Expr::Nobody(at),
        "service" => Expr::Service(at),
        _ => return Ok(None),
    };
    if call {
        return Err(mistakes::word_with_parentheses(&word));
    }
    input.parse::<Ident>()?;
    Ok(Some(expr))
}

/// `sql("..")`, `rules("..")`
fn raw(input: ParseStream) -> syn::Result<Expr> {
    let word: Ident = input.parse()?;
    let content;
    let parens = parenthesized!(content in input);
    let at = Extent { start: word.span(), end: parens.span.close() };
    let Ok(text) = content.parse::<LitStr>() else {
        let what = if word == "sql" { "SQL" } else { "the rules language" };
        return Err(Diagnostic::new(at, format!("`{word}` takes one text in quotes"))
            .fix(format!("write `{word}(\"a condition in {what}\")`"))
            .into());
    };
    if !content.is_empty() {
        return Err(Diagnostic::new(
            mistakes::next(&content),
            format!("`{word}` takes one text and nothing else"),
        )
        .why("nothing is filled in: the text is printed as it stands")
        .into());
    }
    if text.value().trim().is_empty() {
        return Err(Diagnostic::new(text.span(), format!("this `{word}` is empty"))
            .fix("write the condition, or `nobody`")
            .into());
    }
    operand::storable(&text)?;
    let text = Located::new(text.value(), at);
    Ok(if word == "sql" { Expr::Sql(text) } else { Expr::Rules(text) })
}

fn comparison(input: ParseStream) -> syn::Result<Expr> {
    let left = operand(input)?;
    if input.peek(Token![.]) {
        return is_there(input, left);
    }
    if input.peek(Token![in]) {
        return is_in(input, left);
    }
    let Some(operator) = operator(input)? else {
        mistakes::alone(&left)?;
        return Ok(Expr::Holds(left));
    };
    if let Some(error) = mistakes::compared_with_nothing(input, &left, operator) {
        return Err(error);
    }
    let right = operand(input)?;
    if input.peek(Token![.]) {
        let (method, _) = mistakes::method(input, &right)?;
        return Err(mistakes::method_behind(&method));
    }
    if self::operator(&input.fork())?.is_some() {
        return Err(Diagnostic::new(mistakes::next(input), "comparisons do not chain")
            .fix("compare twice, and join the two with `&&`")
            .into());
    }
    let at = left.at().to(right.at());
    Ok(Expr::Compare(Comparison { left, operator, right, at }))
}

/// `.is_none()` or `.is_some()` behind a value.
fn is_there(input: ParseStream, value: Operand) -> syn::Result<Expr> {
    let (method, arguments) = mistakes::method(input, &value)?;
    let text = method.to_string();
    if !METHODS.contains(&text) {
        return Err(Diagnostic::new(
            method.span(),
            format!("unknown method `{text}`{}", METHODS.suggestion(&text)),
        )
        .fix("known: `is_none()` and `is_some()`; for anything else, `sql(\"..\")`")
        .into());
    }
    if let Some(at) = arguments {
        return Err(Diagnostic::new(at, format!("`{text}()` takes nothing")).into());
    }
    Ok(if text == "is_none" { Expr::IsNone(value) } else { Expr::IsSome(value) })
}

/// `in [..]` behind a value.
fn is_in(input: ParseStream, value: Operand) -> syn::Result<Expr> {
    input.parse::<Token![in]>()?;
    if !input.peek(syn::token::Bracket) {
        return Err(Diagnostic::new(mistakes::next(input), "a list is written between brackets")
            .fix(format!("write `{value} in [.., ..]`"))
            .into());
    }
    let list;
    let brackets = bracketed!(list in input);
    let items: Vec<_> = list.parse_terminated(operand, Token![,])?.into_iter().collect();
    if items.is_empty() {
        let at = Extent { start: brackets.span.open(), end: brackets.span.close() };
        return Err(Diagnostic::new(at, "nothing is in an empty list")
            .fix("name the values, or write `nobody`")
            .into());
    }
    let at = value.at().to(brackets.span.close().into());
    Ok(Expr::In(value, items, at))
}

fn operator(input: ParseStream) -> syn::Result<Option<Operator>> {
    mistakes::operator(input)?;
    macro_rules! take {
        ($($token:tt => $operator:ident),+) => {$(
            if input.peek(Token![$token]) {
                input.parse::<Token![$token]>()?;
                return Ok(Some(Operator::$operator));
            }
        )+};
    }
    take!(== => Eq, != => Ne, <= => Le, >= => Ge, < => Lt, > => Gt);
    Ok(None)
}
