//! Who may import whom: the tables of `docs/architecture.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

use super::sources::{module, root, sources};

/// What each module of a crate may use, from the table below its heading.
fn law(name: &str) -> BTreeMap<String, Vec<String>> {
    let page = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let (_, below) = page.split_once(&format!("### {name}\n")).unwrap();
    let section = below.split("\n#").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let mut names = row.split('`').skip(1).step_by(2).map(str::to_owned);
        (names.next().unwrap(), names.collect())
    })
    .collect()
}

/// How many `super` lead from a file to the root of its crate.
fn depth(crate_root: &Path, file: &Path) -> usize {
    let inside = file.strip_prefix(crate_root).unwrap();
    inside.components().count() - usize::from(file.ends_with("mod.rs"))
}

/// A module at the root that a source names, and whether a macro that expands
/// elsewhere does.
#[derive(Debug)]
struct Use {
    of: String,
    in_a_macro: bool,
}

fn uses(file: &Path, depth: usize) -> Vec<Use> {
    let tokens: TokenStream = fs::read_to_string(file).unwrap().parse().unwrap();
    let mut found = Vec::new();
    walk(tokens, depth, &mut found);
    found
}

/// Finds `crate::name`, `$crate::name`, and a chain of `super` up to the root.
fn walk(tokens: TokenStream, depth: usize, found: &mut Vec<Use>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.to_string() == text);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(word) if word == "crate" => {
                let in_a_macro = at > 0 && is(at - 1, "$");
                found.extend(names(&tokens, at + 1).map(|of| Use { of, in_a_macro }));
            }
            TokenTree::Ident(word) if word == "super" && !(at > 2 && is(at - 3, "super")) => {
                let more = (1..tokens.len()).take_while(|n| is(at + 3 * n, "super")).count();
                if more + 1 >= depth {
                    let names = names(&tokens, at + 3 * more + 1);
                    found.extend(names.map(|of| Use { of, in_a_macro: false }));
                }
            }
            TokenTree::Group(group) => {
                // `mod name { .. }` is one level deeper.
                let inner = at > 1 && is(at - 2, "mod");
                walk(group.stream(), depth + usize::from(inner), found);
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// What stands behind `::`, one name or those of a list.
fn names(tokens: &[TokenTree], at: usize) -> impl Iterator<Item = String> {
    let colons = tokens[at..].iter().take(2).all(|token| token.to_string() == ":");
    let behind = tokens.get(at + 2).filter(|_| colons && tokens.len() > at + 1);
    let listed = match behind {
        Some(TokenTree::Group(group)) => firsts(group.stream()),
        Some(TokenTree::Ident(name)) => vec![name.to_string()],
        _ => Vec::new(),
    };
    listed.into_iter()
}

/// The first name of each part of `{a::b, c}`.
fn firsts(list: TokenStream) -> Vec<String> {
    let tokens: Vec<String> = list.into_iter().map(|token| token.to_string()).collect();
    tokens.split(|token| token == ",").filter_map(|part| part.first().cloned()).collect()
}

fn check(name: &str, allowed_in_macros: impl Fn(&str, &str) -> bool) {
    let crate_root = root().join(name).join("src");
    let law = law(name);
    let mut wrong = Vec::new();
    for file in sources(&crate_root) {
        let module = module(&crate_root, &file);
        let inside = file.strip_prefix(&crate_root).unwrap();
        let is_test = inside.components().any(|part| part.as_os_str() == "tests");
        if module == "lib" || is_test {
            continue;
        }
        let Some(may) = law.get(&module) else {
            wrong.push(format!("`{module}` has no row in docs/architecture.md"));
            continue;
        };
        for Use { of, in_a_macro } in uses(&file, depth(&crate_root, &file)) {
            // A macro stands at the root wherever it is written.
            let is_macro = of.starts_with("__") && of != "__private";
            let allowed = of == module
                || is_macro
                || may.contains(&of)
                || (in_a_macro && allowed_in_macros(&module, &of));
            if !allowed {
                wrong.push(format!("{name}/{} uses `{of}`", inside.display()));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "the tables of docs/architecture.md do not allow: {wrong:#?}");
}

#[test]
fn the_core_follows_its_law() {
    check("models-core", |module, of| module == "expand" || of.starts_with("__"));
}

#[test]
fn the_derive_follows_its_law() {
    check("models-derive", |_, _| false);
}

/// What the law is held against is found at all.
#[test]
fn what_is_used_is_found() {
    let found = |source: &str, depth: usize| {
        let mut found = Vec::new();
        walk(source.parse().unwrap(), depth, &mut found);
        found.into_iter().map(|found| found.of).collect::<Vec<_>>()
    };
    assert_eq!(found("use crate::{a::b, c}; fn f() { crate::d::g() }", 1), ["a", "c", "d"]);
    assert_eq!(found("use super::a; mod b { use super::c; use super::super::d; }", 1), ["a", "d"]);
    assert_eq!(found("use super::a; use super::super::b;", 2), ["b"]);
    assert_eq!(found("macro_rules! m { () => { $crate::a::f() } }", 1), ["a"]);
}
