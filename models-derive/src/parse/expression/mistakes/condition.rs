//! Around conditions.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Token};

use super::{begins_a_rule, next, operator_text, word};
use crate::diagnostic::Diagnostic;
use crate::ir::{Literal, Operand};
use crate::language::{AFTER_CONDITION, RULE_WORDS, misuse, operator_misuse};

/// The start of a condition.
pub(in crate::parse::expression) fn before_condition(input: ParseStream) -> syn::Result<()> {
    let at = next(input);
    let joined = word(input).is_some_and(|word| word == "and" || word == "or");
    if input.is_empty()
        || input.peek(Token![,])
        || input.peek(Token![&&])
        || input.peek(Token![||])
        || joined
    {
        return Err(Diagnostic::new(at, "a condition is missing here")
            .fix("`anyone`, `authenticated`, `nobody`, `service`, or a comparison")
            .into());
    }
    let next = input.peek2(Ident::peek_any) || input.peek2(syn::token::Paren);
    if next && word(input).is_some_and(|word| word == "not") {
        return Err(Diagnostic::new(at, "the opposite is written `!`").fix("write `!(..)`").into());
    }
    if input.peek(Token![if]) || input.peek(Token![match]) || input.peek(syn::token::Brace) {
        return Err(Diagnostic::new(at, "a rule is one condition, without branches")
            .why("it becomes SQL as well as Rust")
            .fix("write `a && b || !a && c` for `if a { b } else { c }`")
            .into());
    }
    Ok(())
}

/// Behind a condition: it ends, or another is joined to it.
pub(in crate::parse::expression) fn behind_condition(input: ParseStream) -> syn::Result<()> {
    if input.is_empty()
        || input.peek(Token![,])
        || input.peek(Token![&&])
        || input.peek(Token![||])
        || input.peek(Token![;])
        || begins_a_rule(input)
    {
        return Ok(());
    }
    let at = next(input);
    let word = word(input).unwrap_or_default();
    let known = misuse(AFTER_CONDITION, &word)
        .or_else(|| operator_misuse(AFTER_CONDITION, &operator_text(input)));
    let problem = match known {
        Some(misuse) => Diagnostic::new(at, misuse.what).fix(misuse.fix),
        None => Diagnostic::new(at, "the condition ends here, and something follows")
            .fix("join conditions with `&&` or `||`, and separate rules with a comma"),
    };
    Err(problem.into())
}

/// `authenticated()`, `anyone(..)` inside a condition.
pub(in crate::parse::expression) fn word_with_parentheses(word: &Ident) -> syn::Error {
    if word == "anyone" {
        return Diagnostic::new(word.span(), "`anyone(reason = \"..\")` is a whole rule")
            .why("whatever is joined to it with `||` would say nothing")
            .fix("leave the rest out")
            .into();
    }
    Diagnostic::new(word.span(), format!("`{word}` is a word, and takes nothing"))
        .fix(format!("write `{word}`"))
        .into()
}

/// Refuses a value that is not a condition.
pub(in crate::parse::expression) fn alone(value: &Operand) -> syn::Result<()> {
    let (what, fix) = match value {
        Operand::Field(_) | Operand::Claim(_) => return Ok(()),
        Operand::Literal(literal) => match &literal.value {
            Literal::Bool(true) => ("always true has a name", "write `anyone`"),
            Literal::Bool(false) => ("never true has a name", "write `nobody`"),
            Literal::Text(text) => return Err(quoted(value, text)),
            Literal::Int(_) | Literal::Float(_) | Literal::Variant(_) => {
                ("a value alone is not a condition", "compare a field with it: `field == ..`")
            }
        },
        Operand::Uid(_) | Operand::Email(_) | Operand::Role(_) => (
            "a value alone is not a condition",
            "write `authenticated` for anyone who is signed in",
        ),
        Operand::Now(_) => ("a value alone is not a condition", "compare a field with it"),
    };
    Err(Diagnostic::new(value.at(), what).fix(fix).into())
}

/// `select = "anyone"`, `select = "author_id = auth.uid()"`.
fn quoted(value: &Operand, text: &str) -> syn::Error {
    let fix = if RULE_WORDS.contains(text) {
        format!("write `{text}`")
    } else {
        "write the condition itself; a condition in SQL is `sql(\"..\")`".to_owned()
    };
    Diagnostic::new(value.at(), "a rule has no quotes around it")
        .why("it becomes SQL as well as Rust")
        .fix(fix)
        .into()
}
