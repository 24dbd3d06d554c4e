//! The files of a crate, as tokens.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// A source file.
#[derive(Debug)]
pub(super) struct Source {
    /// Its path in the folder `src`.
    pub(super) path: PathBuf,
    /// All of its lines.
    pub(super) lines: usize,
    /// Whether all of it is tests.
    pub(super) is_test: bool,
    /// Its words, signs and quoted texts, without comments and the tests at its
    /// end.
    pub(super) tokens: Vec<String>,
}

/// Every source file below a folder, in the order of their paths.
pub(super) fn below(root: &Path) -> io::Result<Vec<Source>> {
    let mut paths = Vec::new();
    collect(root, &mut paths)?;
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path)?;
        let path = path.strip_prefix(root).unwrap_or(&path).to_path_buf();
        Ok(Source::new(path, &text))
    };
    paths.into_iter().map(read).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

impl Source {
    pub(super) fn new(path: PathBuf, text: &str) -> Self {
        let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
        let is_test = path.components().any(|part| part.as_os_str() == "tests")
            || path.file_stem().is_some_and(|name| name == "tests");
        Self { path, lines: text.lines().count(), is_test, tokens: tokens(code) }
    }

    /// The folder that it is in.
    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

/// Each folder, with the number of files in it.
pub(super) fn folders(sources: &[Source]) -> BTreeMap<&Path, usize> {
    let mut folders = BTreeMap::new();
    for source in sources {
        *folders.entry(source.folder()).or_default() += 1;
    }
    folders
}

/// The folder with the most files; `lint` and `check` have one for each
/// convention, so that they are no measure.
pub(super) fn longest_folder(sources: &[Source]) -> String {
    let folders = folders(sources);
    let others = folders.into_iter().filter(|(folder, _)| {
        let first = folder.components().next().map(Component::as_os_str);
        !first.is_some_and(|name| name == "lint" || name == "check")
    });
    let longest = others.max_by_key(|(_, files)| *files);
    longest.map_or_else(String::new, |(folder, files)| format!("{files} (`{}`)", folder.display()))
}

/// Words, `::`, quoted texts, and single signs.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if let Some(length) = raw_text_length(rest) {
            length
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
            let end = end.unwrap_or(rest.len());
            tokens.push(rest[..end].to_owned());
            end
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == '"' {
            let end = text_length(rest);
            tokens.push(rest[..end].to_owned());
            end
        } else if first == '\'' {
            character_length(rest)
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// The length of `r"a"` or `r#"a"#`, if the rest begins with one.
fn raw_text_length(rest: &str) -> Option<usize> {
    let quoted = rest.strip_prefix('r')?;
    let hashes = quoted.len() - quoted.trim_start_matches('#').len();
    let inside = quoted[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(inside.find(&end).map_or(rest.len(), |at| 2 + hashes + at + end.len()))
}

/// The length of a text with its quotes.
fn text_length(rest: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !is_escaped => return at + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    rest.len()
}

/// The length of `'a'` or `'\n'`; of a lifetime, that of its sign.
fn character_length(rest: &str) -> usize {
    let mut inside = rest.char_indices().skip(1);
    match (inside.next(), inside.next()) {
        (Some((_, '\\')), _) => rest[3..].find('\'').map_or(1, |end| 3 + end + 1),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn comments_and_tests_have_no_tokens() {
        let text = "// a\nfn b<'c>() { \"d\\\"\"; 'e'; '\\''; r#\"h\"i\"#; f::g }\n#[cfg(test)]\nmod tests {}";
        let source = Source::new("x.rs".into(), text);
        let words: Vec<_> = source
            .tokens
            .iter()
            .filter(|token| !token.contains(['<', '>', '(', ')', '{', '}', ';', ':']))
            .collect();
        assert_eq!(words, ["fn", "b", "c", "\"d\\\"\"", "f", "g"]);
        assert_eq!(source.lines, 4);
    }
}
