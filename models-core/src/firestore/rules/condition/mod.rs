//! Access rules as conditions of the rules language.
//!
//! Only `true` allows, so a condition may be false where the rule is unknown.
//! But the negation of false is true, and that of unknown is not. So each rule
//! is translated either into where it is true or into where it is false, down to
//! its comparisons ([`Translator::condition`]), and no `!` stands before
//! anything that could be unknown.

mod claim;
mod comparison;
mod kind;
mod membership;
mod options;
mod translator;
mod value;

pub(crate) use translator::{Translator, View};
pub(crate) use value::variable;
