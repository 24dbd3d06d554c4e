//! How long a file may be.

use std::fs;
use std::path::PathBuf;

use super::sources::{root, sources};

const MAX_LINES: usize = 300;

#[test]
fn no_file_is_long() {
    let folders = ["src", "models-core", "models-derive", "examples", "tests", "xtask"];
    let files = folders.iter().flat_map(|folder| sources(&root().join(folder)));
    let lines = |file: &PathBuf| fs::read_to_string(file).unwrap().lines().count();
    let long: Vec<PathBuf> = files.filter(|file| lines(file) > MAX_LINES).collect();
    assert!(long.is_empty(), "more than {MAX_LINES} lines: {long:#?}");
}
