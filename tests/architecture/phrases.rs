//! Turns of phrase that a native reader would stop at.

use std::fs;
use std::path::{Path, PathBuf};

use super::sources::root;

/// Folders and files that are free of them. A part of the repository is added
/// here when it is rewritten.
const CLEAN: &[&str] = &[
    "CHANGELOG.md",
    "README.md",
    "docs",
    "examples",
    "models-core/src/access",
    "models-core/src/apply",
    "models-core/src/auth.rs",
    "models-core/src/check",
    "models-core/src/expand.rs",
    "models-core/src/firestore",
    "models-core/src/model.rs",
    "models-core/src/refusal",
    "models-core/src/schema",
    "models-core/src/types",
    "models-core/src/validate",
    "models-derive/src",
    "models-test/src",
    "src",
    "xtask/src",
];

/// What is not written, and what is written in its place.
const DENIED: &[(&str, &str)] = &[
    ("said twice", "appears twice"),
    ("is said", "is declared"),
    ("whoever asks", "the caller"),
    ("who asks", "the caller"),
    ("part the keys", "separate the keys"),
    ("part the rules", "separate the rules"),
    ("part the fields", "separate the fields"),
    ("parted with", "separated with"),
    ("no value of", "not a value of"),
    ("look for them too", "also look for them"),
    ("look for it too", "also look for it"),
    ("takes an engine", "needs the feature"),
    ("asked through", "found through"),
    ("in practice one", "practically one"),
    ("nothing can be asked", "there is no input"),
    ("names mean nothing", "names do not matter"),
    ("is made of", "consists of"),
    ("nobody would follow", "it would have no effect"),
    ("nobody follows", "has no effect"),
];

/// The text of a file on one line, without the marks of comments.
fn text(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let marks = ["//!", "///", "//"];
    let lines = text.lines().map(str::trim).map(|line| {
        let marked = marks.iter().find_map(|mark| line.strip_prefix(mark));
        marked.unwrap_or(line).trim()
    });
    lines.collect::<Vec<_>>().join(" ")
}

/// `is no X` for `is not an X`. "There is no" and "is no longer" are English.
fn is_no(text: &str) -> Option<&str> {
    text.match_indices(" is no ").find_map(|(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        let there = before.to_lowercase().ends_with("there");
        let longer =
            ["longer", "more ", "less ", "one ", "other"].iter().any(|w| after.starts_with(w));
        let start = before.char_indices().rev().nth(20).map_or(0, |(start, _)| start);
        (!there && !longer).then(|| &text[start..at + found.len()])
    })
}

fn files(path: PathBuf) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path];
    }
    let entries = fs::read_dir(path).unwrap();
    let all = entries.flat_map(|entry| files(entry.unwrap().path()));
    all.filter(|file| file.extension().is_some_and(|end| end == "rs" || end == "md")).collect()
}

#[test]
fn turns_of_phrase_that_read_as_translated_are_not_used() {
    let mut wrong = Vec::new();
    for file in CLEAN.iter().flat_map(|path| files(root().join(path))) {
        let text = text(&file);
        for (denied, instead) in DENIED.iter().filter(|(denied, _)| text.contains(denied)) {
            wrong.push(format!("{}: `{denied}`, write `{instead}`", file.display()));
        }
        let found = is_no(&text).map(|found| format!("{}: `{found}`", file.display()));
        wrong.extend(found);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_denied_is_found() {
    assert_eq!(is_no("this is no key, it"), Some("this is no "));
    assert_eq!(is_no("there is no key; it is no longer one"), None);
}
