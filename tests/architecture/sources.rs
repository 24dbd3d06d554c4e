//! The source files, and the words in them.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every source file below a folder.
pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The parts of this workspace that have sources.
pub(crate) const FOLDERS: &[&str] =
    &["src", "models-core", "models-derive", "models-test", "examples", "tests", "xtask"];

/// The module at the root that a file belongs to.
pub(crate) fn module(crate_root: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(crate_root).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// Words of a source, those in macros too.
pub(crate) fn words(file: &Path) -> Vec<String> {
    fn collect(tokens: TokenStream, found: &mut Vec<String>) {
        let mut word = None;
        for token in tokens {
            match &token {
                TokenTree::Group(group) => collect(group.stream(), found),
                TokenTree::Punct(punct) if punct.as_char() == '!' => {
                    found.extend(word.take().map(|word: String| word + "!"));
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            found.extend(word.take());
            if let TokenTree::Ident(ident) = token {
                word = Some(ident.to_string());
            }
        }
        found.extend(word);
    }
    let mut found = Vec::new();
    collect(fs::read_to_string(file).unwrap().parse().unwrap(), &mut found);
    found
}
