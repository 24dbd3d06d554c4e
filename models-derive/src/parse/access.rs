//! `#[access(select = .., insert = .., update = .., delete = ..)]`

use syn::ext::IdentExt;
use syn::parse::{ParseStream, discouraged::Speculative};
use syn::{Attribute, Ident, LitStr, Meta, Token, parenthesized};

use super::expression::{begins_a_rule, condition};
use crate::diagnostic::{Diagnostic, Extent, Report};
use crate::ir::{Access, Expr, Located, Rule};
use crate::language::COMMANDS;

/// Reads every `#[access(..)]`. An entry that cannot be read is reported and
/// skipped to its comma, so that the others are still read.
pub(crate) fn access(attributes: &[Attribute], report: &mut Report) -> Access {
    let mut access = Access::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("access")) {
        access.at.get_or_insert(Extent::of(&attribute.meta));
        let Meta::List(list) = &attribute.meta else {
            let at = Extent::of(&attribute.meta);
            report.push(
                Diagnostic::new(at, "`access` takes a rule for each command")
                    .fix("write `#[access(select = .., insert = .., update = .., delete = ..)]`"),
            );
            access.poisoned = true;
            continue;
        };
        let read = list.parse_args_with(|input: ParseStream| {
            entries(input, &mut access, report);
            Ok(())
        });
        if report.take(read).is_none() {
            access.poisoned = true;
        }
    }
    access
}

fn entries(input: ParseStream, access: &mut Access, report: &mut Report) {
    while !input.is_empty() {
        let ahead = input.fork();
        match entry(&ahead, access) {
            Ok(()) => input.advance_to(&ahead),
            Err(error) => {
                access.poisoned = true;
                report.push(Diagnostic::from(error));
                skip_to_end(input);
            }
        }
        if input.peek(Token![;]) {
            report.push(
                Diagnostic::new(input.span(), "rules are separated with commas").fix("write `,`"),
            );
            // It is there, and one token long.
            let _ = input.parse::<Token![;]>();
            continue;
        }
        match input.parse::<Option<Token![,]>>() {
            Ok(None) if !input.is_empty() => report.push(
                Diagnostic::new(input.span(), "a comma is missing in front of this rule")
                    .fix("separate the rules with commas"),
            ),
            Ok(_) | Err(_) => {}
        }
    }
}

/// To the comma, or to where the next rule begins without one.
fn skip_to_end(input: ParseStream) {
    let mut first = true;
    let is_end = || input.is_empty() || input.peek(Token![,]) || input.peek(Token![;]);
    while !is_end() && (first || !begins_a_rule(input)) {
        first = false;
        if input.parse::<proc_macro2::TokenTree>().is_err() {
            return;
        }
    }
}

fn entry(input: ParseStream, access: &mut Access) -> syn::Result<()> {
    let Ok(command) = input.call(Ident::parse_any) else {
        return Err(Diagnostic::new(input.span(), "expected the name of a command")
            .fix(COMMANDS.known())
            .into());
    };
    let name = command.to_string();
    let slot = match name.as_str() {
        "select" => &mut access.select,
        "insert" => &mut access.insert,
        "update" => &mut access.update,
        "delete" => &mut access.delete,
        _ => return Err(unknown(&command)),
    };
    if input.peek(Token![:]) || input.peek(Token![=>]) || input.peek(Token![==]) {
        return Err(Diagnostic::new(command.span(), "a rule stands behind `=`")
            .fix(format!("write `{name} = ..`"))
            .into());
    }
    if !input.peek(Token![=]) {
        return Err(Diagnostic::new(command.span(), format!("`{name}` takes a rule"))
            .fix(format!("write `{name} = ..`"))
            .into());
    }
    input.parse::<Token![=]>()?;
    let rule = rule(input)?;
    if slot.is_some() {
        return Err(Diagnostic::new(command.span(), format!("`{name}` appears twice"))
            .fix("join the two rules with `||`")
            .into());
    }
    *slot = Some(rule);
    Ok(())
}

fn unknown(command: &Ident) -> syn::Error {
    let name = command.to_string();
    if let Some(fix) = COMMANDS.mistake(&name).and_then(|mistake| mistake.fix) {
        return Diagnostic::new(command.span(), "no rule is for all commands")
            .why("those who may read are seldom those who may write")
            .fix(fix)
            .into();
    }
    let suggestion = COMMANDS.suggestion(&name);
    Diagnostic::new(command.span(), format!("unknown command `{name}`{suggestion}"))
        .fix(COMMANDS.known())
        .into()
}

/// `anyone(reason = "..")`, or a condition.
fn rule(input: ParseStream) -> syn::Result<Rule> {
    let ahead = input.fork();
    if let Ok(word) = ahead.parse::<Ident>()
        && word == "anyone"
        && ahead.peek(syn::token::Paren)
    {
        let rule = open(input)?;
        if !input.is_empty() && !input.peek(Token![,]) && !begins_a_rule(input) {
            return Err(Diagnostic::new(rule.at, "`anyone(reason = \"..\")` is a whole rule")
                .why("whatever is joined to it with `||` would say nothing")
                .fix("leave the rest out")
                .into());
        }
        return Ok(rule);
    }
    let allow = condition(input)?;
    let at = allow.at();
    Ok(Rule { allow, reason: None, at })
}

/// `anyone(reason = "..")`
fn open(input: ParseStream) -> syn::Result<Rule> {
    let word: Ident = input.parse()?;
    let content;
    let parens = parenthesized!(content in input);
    let at = Extent { start: word.span(), end: parens.span.close() };
    let reason = content.call(|content| {
        let key: Ident = content.parse()?;
        content.parse::<Token![=]>()?;
        let text: LitStr = content.parse()?;
        Ok((key == "reason" && content.is_empty()).then(|| Located::new(text.value(), text.span())))
    });
    let Ok(Some(reason)) = reason else {
        return Err(Diagnostic::new(at, "`anyone` takes its reason, or nothing")
            .fix("write `anyone(reason = \"..\")`")
            .into());
    };
    Ok(Rule { allow: Expr::Anyone(word.span().into()), reason: Some(reason), at })
}
