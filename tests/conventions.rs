//! Every convention has all that belongs to one: two fixtures, what the
//! compiler says, and a page; and where it can be switched off, an example.

#![expect(clippy::expect_used, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where conventions lie, one a file.
const FOLDERS: [&str; 3] =
    ["models-derive/src/lint", "models-core/src/check", "models-core/src/check/schema"];

/// Folders of fixtures that are about something else.
const OTHERS: [&str; 5] = ["access_types", "all_at_once", "allow", "shapes", "value_rules"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_default()
}

/// The names in a folder.
fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder is there");
    entries.map(|entry| entry.expect("a name").file_name().to_string_lossy().into_owned()).collect()
}

/// A convention's file begins with its name as a heading.
fn conventions() -> BTreeSet<String> {
    let is_convention = |folder: &str, name: &str| {
        read(&format!("{folder}/{name}.rs")).starts_with(&format!("//! # `{name}`\n"))
    };
    let files =
        FOLDERS.iter().flat_map(|folder| names(folder).into_iter().map(move |f| (folder, f)));
    files
        .filter_map(|(folder, file)| {
            let name = file.strip_suffix(".rs")?;
            is_convention(folder, name).then(|| name.to_owned())
        })
        .collect()
}

/// What `allow(..)` refuses, from the list beside it.
fn never_allowed() -> BTreeSet<String> {
    let source = read("models-derive/src/lint/allow.rs");
    let (_, list) = source.split_once("const NEVER").expect("the list is there");
    let (list, _) = list.split_once("];").expect("the list ends");
    let entries = list.split("(\"").skip(1).filter_map(|entry| entry.split('"').next());
    entries.map(str::to_owned).collect()
}

#[test]
fn there_are_conventions() {
    assert!(conventions().len() > 40);
    assert!(never_allowed().len() > 10);
    assert!(never_allowed().is_subset(&conventions()));
}

#[test]
fn each_has_two_fixtures_and_what_the_compiler_says() {
    for name in conventions() {
        for file in ["bad.rs", "bad.stderr", "good.rs"] {
            assert!(!read(&format!("tests/ui/{name}/{file}")).is_empty(), "tests/ui/{name}/{file}");
        }
        let message = read(&format!("tests/ui/{name}/bad.stderr"));
        let errors = message.lines().filter(|line| line.starts_with("error")).count();
        let named = message.matches(&format!(" convention: {name}\n")).count();
        assert!(errors > 0 && errors == named, "{errors} errors, {named} of this name:\n{message}");
    }
}

#[test]
fn each_folder_is_a_convention() {
    let mut folders = names("tests/ui");
    folders.retain(|folder| !OTHERS.contains(&folder.as_str()));
    assert_eq!(folders, conventions());
}

#[test]
fn what_is_accepted_is_compiled() {
    let listed = read("tests/good.rs");
    for folder in names("tests/ui") {
        let path = format!("ui/{folder}/good.rs");
        if root().join("tests").join(&path).exists() {
            assert!(listed.contains(&format!("#[path = \"{path}\"]\nmod {folder};\n")), "{path}");
        }
    }
}

#[test]
fn each_has_a_page() {
    let index = read("docs/conventions/README.md");
    for name in conventions() {
        assert!(index.contains(&format!("({name}.md)")), "{name}: run `cargo xtask docs`");
        assert!(!read(&format!("docs/conventions/{name}.md")).is_empty(), "{name}");
    }
}

#[test]
fn what_can_be_switched_off_is_shown_switched_off() {
    let shown = read("tests/ui/allow/good.rs");
    for name in conventions() {
        let is_shown = shown.contains(&format!("allow({name}, reason"));
        assert_eq!(is_shown, !never_allowed().contains(&name), "{name}");
    }
}

/// One struct with a mistake in nearly every line, in one build.
#[test]
fn no_mistake_hides_another() {
    let message = read("tests/ui/all_at_once/bad.stderr");
    let errors = message.lines().filter(|line| line.starts_with("error")).count();
    assert_eq!(errors, 43);
    let told: BTreeSet<&str> = message
        .lines()
        .filter_map(|line| line.split_once(" convention: ").map(|(_, n)| n))
        .collect();
    assert!(told.len() >= 35, "{} of {} conventions", told.len(), conventions().len());
}
