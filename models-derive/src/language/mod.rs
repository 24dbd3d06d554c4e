//! The language as data: every key and word that an attribute knows, how it is
//! written, what it means, and what people write in its place.
//!
//! The parser, its error messages and the reference in rustdoc all read these
//! tables, so a key is named once. A test holds them against the attributes'
//! structs and against the pages in `reference/`.

mod access;
mod enums;
mod expression;
mod field;
mod index;
mod model;
mod validate;

pub(crate) use access::{AUTH, COMMANDS, CONDITIONS, METHODS, RULE_WORDS, VALUES};
pub(crate) use enums::{ENUM, NEWTYPE, VARIANT};
pub(crate) use expression::{
    AFTER_CONDITION, CALLER_NAMES, DEFAULTS, METHOD_MISTAKES, NULLS, OPERATOR_MISTAKES, ROW_NAMES,
};
pub(crate) use field::FIELD;
pub(crate) use index::{EXCLUDE, INDEX, INDEX_WORDS, UNIQUE};
pub(crate) use model::MODEL;
pub(crate) use validate::{COUNT, RANGE, RULES, WORDING};

use crate::diagnostic::{did_you_mean, one_of};

/// One way to write a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `key`
    Alone,
    /// `key = ..`
    Value,
    /// `key(..)`
    List,
}

/// A key or a word of one place.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) forms: &'static [Form],
    /// How it is written, as the `fix` line of an error.
    pub(crate) fix: &'static str,
    /// What it means, in one line.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the reference shows it"))]
    pub(crate) meaning: &'static str,
}

/// What people write in place of a key.
#[derive(Debug)]
pub(crate) struct Mistake {
    written: &'static [&'static str],
    /// The key that is meant, if it is one of this place.
    pub(crate) meant: Option<&'static str>,
    /// What to write; a synonym needs no more than the key that is meant.
    pub(crate) fix: Option<&'static str>,
}

/// Something that the language does not have, what is wrong with it, and what
/// to write.
#[derive(Debug)]
pub(crate) struct Misuse {
    pub(crate) written: &'static [&'static str],
    pub(crate) what: &'static str,
    pub(crate) fix: &'static str,
}

/// The keys that may appear in one place.
#[derive(Debug)]
pub(crate) struct KeySet {
    pub(crate) keys: &'static [Key],
    pub(crate) mistakes: &'static [Mistake],
    /// The key that a text without one belongs to.
    pub(crate) key_of_text: Option<&'static str>,
}

impl Key {
    const fn new(
        name: &'static str,
        forms: &'static [Form],
        fix: &'static str,
        meaning: &'static str,
    ) -> Self {
        Self { name, forms, fix, meaning }
    }
}

impl Mistake {
    /// Another name of a key.
    const fn synonym(written: &'static [&'static str], meant: &'static str) -> Self {
        Self { written, meant: Some(meant), fix: None }
    }

    /// Another name of a key, and how the key is written.
    const fn of(written: &'static [&'static str], meant: &'static str, fix: &'static str) -> Self {
        Self { written, meant: Some(meant), fix: Some(fix) }
    }

    /// Something that is not a key of this place.
    const fn other(written: &'static [&'static str], fix: &'static str) -> Self {
        Self { written, meant: None, fix: Some(fix) }
    }
}

impl KeySet {
    const fn new(keys: &'static [Key], mistakes: &'static [Mistake]) -> Self {
        Self { keys, mistakes, key_of_text: None }
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.keys.iter().map(|key| key.name)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub(crate) fn mistake(&self, written: &str) -> Option<&'static Mistake> {
        mistake(self.mistakes, written)
    }

    /// The key that is meant by something else.
    pub(crate) fn meant(&self, written: &str) -> Option<&'static str> {
        match self.mistake(written) {
            Some(mistake) => mistake.meant,
            None => did_you_mean(written, self.names()),
        }
    }

    /// `` ; did you mean `x`? ``, or nothing.
    pub(crate) fn suggestion(&self, written: &str) -> String {
        let meant = self.meant(written);
        meant.map_or_else(String::new, |key| format!("; did you mean `{key}`?"))
    }

    /// `` known: `a`, `b` or `c` ``.
    pub(crate) fn known(&self) -> String {
        format!("known: {}", one_of(self.names()))
    }
}

/// The entry about this word, of a list that is not about keys.
pub(crate) fn mistake(entries: &'static [Mistake], written: &str) -> Option<&'static Mistake> {
    entries.iter().find(|entry| entry.written.contains(&written))
}

/// The entry about this word.
pub(crate) fn misuse(entries: &'static [Misuse], word: &str) -> Option<&'static Misuse> {
    entries.iter().find(|entry| entry.written.contains(&word))
}

/// The entry about an operator that begins like this.
pub(crate) fn operator_misuse(entries: &'static [Misuse], text: &str) -> Option<&'static Misuse> {
    let is_sign = |sign: &str| !sign.starts_with(char::is_alphabetic) && text.starts_with(sign);
    entries.iter().find(|entry| entry.written.iter().any(|sign| is_sign(sign)))
}

const ALONE: &[Form] = &[Form::Alone];
const VALUE: &[Form] = &[Form::Value];
const LIST: &[Form] = &[Form::List];
const ALONE_OR_VALUE: &[Form] = &[Form::Alone, Form::Value];
const ALONE_OR_LIST: &[Form] = &[Form::Alone, Form::List];
const VALUE_OR_LIST: &[Form] = &[Form::Value, Form::List];

/// Keys that several places share.
const ALLOW: Key = Key::new(
    "allow",
    LIST,
    "write `allow(convention, reason = \"..\")`",
    "A convention that does not apply here, and why.",
);
const CRATE: Key = Key::new(
    "crate",
    VALUE,
    "write `crate = path::to::backend_models`",
    "The path to this library, where it is re-exported.",
);
const COMMENTS: Mistake =
    Mistake::other(&["comment", "doc", "description"], "write a doc comment: it is stored too");
