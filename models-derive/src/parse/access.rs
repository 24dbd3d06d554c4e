//! `#[access(select = .., insert = .., update = .., delete = ..)]`

use syn::ext::IdentExt;
use syn::parse::{ParseStream, discouraged::Speculative};
use syn::{Attribute, Ident, LitStr, Meta, Token, parenthesized};

use super::expression::condition;
use crate::diagnostic::{Extent, Report, did_you_mean, one_of};
use crate::ir::{Access, Expr, Rule, Spot};

const COMMANDS: [&str; 4] = ["select", "insert", "update", "delete"];

/// Reads every `#[access(..)]`. An entry that cannot be read is reported and
/// skipped to its comma, so that the others are still read.
pub(crate) fn access(attributes: &[Attribute], report: &mut Report) -> Access {
    let mut access = Access::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("access")) {
        access.at.get_or_insert(Extent::of(&attribute.meta));
        let Meta::List(list) = &attribute.meta else {
            report.push(crate::diagnostic::Diagnostic::new(
                Extent::of(&attribute.meta),
                "`access` takes a rule for each command: `#[access(select = .., insert = .., update = .., delete = ..)]`",
            ));
            access.poisoned = true;
            continue;
        };
        let read = list.parse_args_with(|input: ParseStream| {
            while !input.is_empty() {
                let ahead = input.fork();
                match entry(&ahead, &mut access) {
                    Ok(()) => input.advance_to(&ahead),
                    Err(error) => {
                        access.poisoned = true;
                        report.take::<()>(Err(error));
                        skip_to_comma(input);
                    }
                }
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        });
        if report.take(read).is_none() {
            access.poisoned = true;
        }
    }
    access
}

fn skip_to_comma(input: ParseStream) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<proc_macro2::TokenTree>().is_err() {
            return;
        }
    }
}

fn entry(input: ParseStream, access: &mut Access) -> syn::Result<()> {
    let command: Ident = input.call(Ident::parse_any)?;
    let name = command.to_string();
    let slot = match name.as_str() {
        "select" => &mut access.select,
        "insert" => &mut access.insert,
        "update" => &mut access.update,
        "delete" => &mut access.delete,
        _ => return Err(unknown(&command)),
    };
    input.parse::<Token![=]>()?;
    let rule = rule(input)?;
    if !input.is_empty() && !input.peek(Token![,]) {
        return Err(input.error("a rule ends here; combine conditions with `&&` or `||`, and separate rules with a comma"));
    }
    if slot.is_some() {
        return Err(syn::Error::new(
            command.span(),
            format!("`{name}` is said twice\n  fix: join the two rules with `||`"),
        ));
    }
    *slot = Some(rule);
    Ok(())
}

fn unknown(command: &Ident) -> syn::Error {
    let name = command.to_string();
    let synonym = match name.as_str() {
        "read" | "get" | "list" => Some("select"),
        "create" | "write" => Some("insert"),
        "modify" | "edit" => Some("update"),
        "remove" => Some("delete"),
        _ => did_you_mean(&name, COMMANDS),
    };
    let near = synonym.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    syn::Error::new(
        command.span(),
        format!("unknown command `{name}`{near}\n  known: {}", one_of(COMMANDS)),
    )
}

/// `anyone(reason = "..")`, or a condition.
fn rule(input: ParseStream) -> syn::Result<Rule> {
    let start: Extent = input.span().into();
    let ahead = input.fork();
    if let Ok(word) = ahead.parse::<Ident>()
        && word == "anyone"
        && ahead.peek(syn::token::Paren)
    {
        let word: Ident = input.parse()?;
        let content;
        parenthesized!(content in input);
        let key: Ident = content.parse()?;
        if key != "reason" {
            return Err(syn::Error::new(key.span(), "write `anyone(reason = \"..\")`"));
        }
        content.parse::<Token![=]>()?;
        let text: LitStr = content.parse()?;
        let reason = Spot::new(text.value(), text.span());
        return Ok(Rule {
            allow: Expr::Anyone(word.span().into()),
            at: start.to(reason.at),
            reason: Some(reason),
        });
    }
    let allow = condition(input)?;
    Ok(Rule { allow, reason: None, at: start })
}
