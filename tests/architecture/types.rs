//! A type is one value: who may tell one variant of `Type` from another.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

use super::sources::{root, sources};

/// A variant that a source names.
#[derive(Debug, PartialEq)]
struct Named {
    variant: String,
    /// It stands where a pattern stands.
    is_pattern: bool,
}

/// Finds `Type::Variant`, and what imports variants or renames the enum.
fn named(tokens: TokenStream) -> Vec<Named> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.to_string() == text);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            found.extend(named(group.stream()));
        }
        let is_path = is(at, "Type") && is(at + 1, ":") && is(at + 2, ":");
        let behind = if is_path { tokens.get(at + 3) } else { None };
        let renamed = is(at, "Type") && is(at + 1, "as");
        if let Some(behind) = behind.filter(|behind| is_variant(behind)) {
            let payload = usize::from(matches!(tokens.get(at + 4), Some(TokenTree::Group(_))));
            let next = at + 4 + payload;
            let is_pattern =
                is(next, "|") || is(next, "if") || (is(next, "=") && is(next + 1, ">"));
            found.push(Named { variant: behind.to_string(), is_pattern });
        } else if renamed {
            found.push(Named { variant: "as".to_owned(), is_pattern: true });
        }
    }
    found
}

/// A variant, a list of them, or all: not a function, and not a constant.
fn is_variant(token: &TokenTree) -> bool {
    let text = token.to_string();
    let is_function = text.starts_with(|c: char| c.is_lowercase());
    let is_constant = matches!(token, TokenTree::Ident(_)) && text.contains('_');
    !is_function && !is_constant
}

fn named_in(file: &Path) -> Vec<Named> {
    named(fs::read_to_string(file).unwrap().parse().unwrap())
}

/// The table in `schema/types` alone matches on a type. `types` names the type of
/// each Rust type, and `expand.rs` one for a type that did not compile. Everything
/// else reads the table.
#[test]
fn only_the_table_and_the_codecs_tell_types_apart() {
    let core = root().join("models-core/src");
    let mut wrong = Vec::new();
    for file in sources(&core) {
        let inside = file.strip_prefix(&core).unwrap();
        let is_below = |folder: &str| inside.starts_with(folder);
        let is_test = inside.components().any(|part| part.as_os_str() == "tests");
        if is_test || is_below("schema/types") {
            continue;
        }
        let may_construct = is_below("types") || is_below("expand.rs");
        let named = named_in(&file).into_iter().filter(|named| named.is_pattern || !may_construct);
        wrong.extend(named.map(|named| format!("{}: `Type::{}`", inside.display(), named.variant)));
    }
    assert!(wrong.is_empty(), "read `Type::def()` instead of naming a type: {wrong:#?}");
}

#[test]
fn what_tells_types_apart_is_found() {
    let patterns = |source: &str| -> Vec<bool> {
        named(source.parse().unwrap()).iter().map(|named| named.is_pattern).collect()
    };
    assert_eq!(patterns("match kind { Type::Vector(n) | Type::I16 => n }"), [true, true]);
    assert_eq!(patterns("matches!(kind, Type::Map(_)) && *kind == Type::Json"), [false, false]);
    assert_eq!(patterns("plain! { bool => Type::Bool, }"), [false]);
    assert_eq!(patterns("use crate::schema::Type::{I16, I32}; use Type::*;"), [false, false]);
    assert_eq!(patterns("use crate::schema::Type as T;"), [true]);
    assert_eq!(patterns("Type::MAP_KEY; Type::from(kind); kind.def()"), []);
}
