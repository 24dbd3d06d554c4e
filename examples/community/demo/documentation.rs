//! This repository's own documentation, cut into passages.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A few sentences of a file.
pub struct Cut {
    /// The file, relative to the repository.
    pub path: String,
    /// Which passage of the file it is, from 0.
    pub position: i32,
    pub text: String,
}

/// How many words a passage has, and how many it shares with the next.
const WORDS: usize = 40;
const STEP: usize = 8;

/// The passages of every Markdown file and of every doc comment.
///
/// # Errors
/// When a file of the repository cannot be read.
pub fn passages() -> io::Result<Vec<Cut>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut passages = Vec::new();
    for file in files {
        let text = prose(&file, &fs::read_to_string(&file)?);
        let name = file.strip_prefix(&root).unwrap_or(&file).display().to_string();
        let words: Vec<&str> = text.split_whitespace().collect();
        for (position, start) in (0..words.len()).step_by(STEP).enumerate() {
            let end = words.len().min(start + WORDS);
            // The last few words stand in the passage before.
            if position > 0 && end - start < STEP {
                break;
            }
            passages.push(Cut {
                path: name.clone(),
                position: i32::try_from(position).unwrap_or(i32::MAX),
                text: words[start..end].join(" "),
            });
        }
    }
    Ok(passages)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if entry.file_type()?.is_dir() {
            if name != "target" && !name.starts_with('.') {
                collect(&path, files)?;
            }
        } else if name.ends_with(".md") || name.ends_with(".rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// The text without code: doc comments of a Rust file, a Markdown file
/// without its fenced blocks.
fn prose(path: &Path, text: &str) -> String {
    let rust = path.extension().is_some_and(|extension| extension == "rs");
    let mut fenced = false;
    let mut prose = String::new();
    for line in text.lines() {
        let line = line.trim();
        let line = if rust {
            match line.strip_prefix("//!").or_else(|| line.strip_prefix("///")) {
                Some(comment) => comment.trim(),
                None => continue,
            }
        } else {
            line
        };
        if line.starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            prose.push_str(line.trim_start_matches(['#', '|', '-', '>', '*']));
            prose.push('\n');
        }
    }
    prose
}
