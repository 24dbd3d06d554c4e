//! Words that belong to one module of the derive.

use std::fs;
use std::path::PathBuf;

use super::sources::{module, root, sources, words};

/// Which files of the derive have one of these words, outside these modules.
fn with_words(modules: &[&str], forbidden: &[&str]) -> Vec<String> {
    let crate_root = root().join("models-derive/src");
    let outside = |file: &PathBuf| {
        let module = module(&crate_root, file);
        module != "tests" && !modules.contains(&module.as_str())
    };
    let has = |file: &PathBuf| words(file).iter().any(|word| forbidden.contains(&word.as_str()));
    let files = sources(&crate_root).into_iter().filter(|file| outside(file) && has(file));
    files.map(|file| file.display().to_string()).collect()
}

#[test]
fn parsing_alone_knows_darling() {
    assert_eq!(with_words(&["parse"], &["darling"]), Vec::<String>::new());
}

#[test]
fn expanding_alone_quotes() {
    assert_eq!(with_words(&["expand"], &["quote!", "quote_spanned!"]), Vec::<String>::new());
}

#[test]
fn the_derive_knows_the_core_by_name_only() {
    let manifest = fs::read_to_string(root().join("models-derive/Cargo.toml")).unwrap();
    assert!(!manifest.contains("models-core"));
    assert_eq!(with_words(&[], &["models_core"]), Vec::<String>::new());
}
