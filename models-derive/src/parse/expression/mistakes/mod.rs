//! Errors about what other languages have in a condition, and what to write
//! instead. The words themselves are data, in `language`.

mod condition;
mod method;
mod operator;
mod value;

pub(super) use condition::{alone, before_condition, behind_condition, word_with_parentheses};
pub(super) use method::{method, method_behind};
pub(super) use operator::{compared_with_nothing, operator};
pub(super) use value::{before_operand, path_with_parentheses};

use proc_macro2::{Spacing, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Token};

use crate::diagnostic::Extent;
use crate::language::COMMANDS;

/// Whether the next rule begins here: `insert = `.
pub(crate) fn begins_a_rule(input: ParseStream) -> bool {
    word(input).is_some_and(|word| COMMANDS.contains(&word))
        && input.peek2(Token![=])
        && !input.peek2(Token![==])
}

/// Where the next token stands, the whole of a group and of an operator.
pub(super) fn next(input: ParseStream) -> Extent {
    let ahead = input.fork();
    let Ok(first) = ahead.parse::<TokenTree>() else { return input.span().into() };
    let mut at = Extent::from(first.span());
    let mut last = first;
    while let TokenTree::Punct(punct) = &last
        && punct.spacing() == Spacing::Joint
        && let Ok(TokenTree::Punct(next)) = ahead.parse::<TokenTree>()
    {
        at = at.to(next.span().into());
        last = TokenTree::Punct(next);
    }
    at
}

/// The operator at the start, with all its characters.
fn operator_text(input: ParseStream) -> String {
    let ahead = input.fork();
    let mut text = String::new();
    while let Ok(TokenTree::Punct(punct)) = ahead.parse::<TokenTree>() {
        text.push(punct.as_char());
        if punct.spacing() == Spacing::Alone {
            break;
        }
    }
    text
}

fn word(input: ParseStream) -> Option<String> {
    input.fork().call(Ident::parse_any).ok().map(|word| word.to_string())
}
