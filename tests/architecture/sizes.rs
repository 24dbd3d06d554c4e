//! How long a file may be, how full a folder, and how often a name may be used.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::sources::{FOLDERS, root, sources};

const MAX_LINES: usize = 300;
const MAX_FILES: usize = 15;

/// Folders with a file for each convention, or each fixture.
const ANY_NUMBER: &[&str] = &["models-derive/src/lint", "models-core/src/check", "tests/ui"];

/// Names that several modules of a crate use: `firestore::Error` and
/// `postgres::Error` are told apart by their modules, as in the standard library.
/// The others are one idea seen from two sides: `schema::Operand` describes what
/// `access::Operand` reads, and a rule's value is an `access::Value` where it is
/// decided and a `firestore::document::Value` where it is stored.
const TWICE: &[(&str, &str)] = &[("models-core", "Check Error ErrorKind Operand Value")];

#[test]
fn no_file_is_long() {
    let files = FOLDERS.iter().flat_map(|folder| sources(&root().join(folder)));
    let lines = |file: &PathBuf| fs::read_to_string(file).unwrap().lines().count();
    let long: Vec<PathBuf> = files.filter(|file| lines(file) > MAX_LINES).collect();
    assert!(long.is_empty(), "more than {MAX_LINES} lines: {long:#?}");
}

#[test]
fn no_folder_is_full() {
    let mut folders = BTreeMap::<String, usize>::new();
    for file in FOLDERS.iter().flat_map(|folder| sources(&root().join(folder))) {
        let inside = file.strip_prefix(root()).unwrap();
        let folder = inside.parent().unwrap().to_str().unwrap().to_owned();
        *folders.entry(folder).or_default() += 1;
    }
    let any_number = |folder: &str| ANY_NUMBER.iter().any(|any| folder.starts_with(any));
    folders.retain(|folder, files| *files > MAX_FILES && !any_number(folder));
    assert!(folders.is_empty(), "more than {MAX_FILES} files: {folders:#?}");
}

#[test]
fn no_type_name_is_used_twice() {
    for name in ["models-core", "models-derive", "models-test"] {
        let mut times = BTreeMap::<String, usize>::new();
        let root = root().join(name).join("src");
        for file in sources(&root).into_iter().filter(|file| !is_test(&root, file)) {
            let tokens = fs::read_to_string(file).unwrap().parse().unwrap();
            types(tokens, true, &mut |name| *times.entry(name).or_default() += 1);
        }
        let twice = times.iter().filter(|(_, times)| **times > 1).map(|(name, _)| name.as_str());
        let known = TWICE.iter().find(|(of, _)| *of == name).map_or("", |(_, names)| names);
        let twice = twice.collect::<Vec<_>>().join(" ");
        assert_eq!(twice, known, "in {name}; on the right, what was known");
    }
}

fn is_test(root: &Path, file: &Path) -> bool {
    let inside = file.strip_prefix(root).unwrap();
    inside.components().any(|part| part.as_os_str() == "tests")
        || inside.file_stem().is_some_and(|name| name == "tests")
}

/// Each struct, enum, union and trait, and each `type` outside traits and their
/// implementations; not those in macros, nor in the tests at the end of a file.
fn types(tokens: TokenStream, at_the_root: bool, found: &mut impl FnMut(String)) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match (token, tokens.get(at + 1)) {
            (TokenTree::Ident(word), Some(TokenTree::Ident(name))) => {
                let word = word.to_string();
                let is_type = ["struct", "enum", "union", "trait"].contains(&word.as_str())
                    || (at_the_root && word == "type");
                if is_type {
                    found(name.to_string());
                }
            }
            (TokenTree::Group(group), _) if group.delimiter() == Delimiter::Brace => {
                let before = |by: usize| at.checked_sub(by).map(|at| tokens[at].to_string());
                let in_a_macro = before(2).is_some_and(|it| it == "!");
                let in_tests = before(1).is_some_and(|it| it == "tests");
                if !in_a_macro && !in_tests {
                    types(group.stream(), false, found);
                }
            }
            _ => {}
        }
    }
}
