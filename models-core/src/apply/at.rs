//! Where in a script.

use std::fmt;

/// A statement of a script.
///
/// ```
/// use models_core::apply::At;
/// let at = At { index: 2, text: "-- notes\ncreate table notes (\n  id uuid\n)".to_owned() };
/// assert_eq!(at.to_string(), "statement 3 (`create table notes ( ..`)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// Its place, counted from 0.
    pub index: usize,
    /// Its text.
    pub text: String,
}

impl At {
    pub(super) fn new((index, text): (usize, impl ToString)) -> Self {
        Self { index, text: text.to_string() }
    }

    /// Whether it would end the one transaction, or take part of it back.
    pub(super) fn controls_transaction(&self) -> bool {
        let mut words = self.words();
        match words.next().as_deref() {
            Some("prepare") => words.next().as_deref() == Some("transaction"),
            Some(word) => matches!(
                word,
                "abort"
                    | "begin"
                    | "commit"
                    | "end"
                    | "release"
                    | "rollback"
                    | "savepoint"
                    | "start"
            ),
            None => false,
        }
    }

    /// Whether it creates the extension `vector`.
    pub(super) fn creates_pgvector(&self) -> bool {
        let words: Vec<_> = self.words().take(6).collect();
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        matches!(
            words.as_slice(),
            ["create", "extension", "if", "not", "exists", "vector"]
                | ["create", "extension", "vector", ..]
        )
    }

    /// The words behind leading comments, in lower case and without quotes.
    fn words(&self) -> impl Iterator<Item = String> {
        let words = without_comments(&self.text).split(|c: char| c.is_whitespace() || c == ';');
        words.filter(|word| !word.is_empty()).map(|word| word.trim_matches('"').to_lowercase())
    }
}

/// The text behind leading white space and comments.
fn without_comments(text: &str) -> &str {
    let text = text.trim_start();
    let rest = if let Some(comment) = text.strip_prefix("--") {
        comment.split_once('\n').map(|(_, rest)| rest)
    } else if let Some(comment) = text.strip_prefix("/*") {
        comment.split_once("*/").map(|(_, rest)| rest)
    } else {
        return text;
    };
    rest.map_or("", without_comments)
}

/// Its number, counted from 1, and its first line.
impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = without_comments(&self.text).lines();
        let line = lines.next().unwrap_or_default();
        let more = line.chars().count() > 100 || lines.next().is_some();
        write!(f, "statement {} (`{line:.100}{}`)", self.index + 1, if more { " .." } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::At;

    fn at(text: &str) -> At {
        At::new((0, text))
    }

    #[test]
    fn transactions_are_found() {
        for text in ["begin", "COMMIT;", "-- why\n/* and */ rollback ;", "prepare transaction 'x'"]
        {
            assert!(at(text).controls_transaction(), "{text}");
        }
        for text in ["", "--", "create table begin ()", "prepare p as select 1", "/* commit"] {
            assert!(!at(text).controls_transaction(), "{text}");
        }
    }

    #[test]
    fn pgvector_is_found() {
        for text in [
            "create extension vector",
            "CREATE EXTENSION IF NOT EXISTS \"vector\" WITH SCHEMA extensions;",
            "-- vectors\ncreate extension if not exists vector;",
        ] {
            assert!(at(text).creates_pgvector(), "{text}");
        }
        for text in
            ["create extension citext", "create table vector ()", "create extension vectors"]
        {
            assert!(!at(text).creates_pgvector(), "{text}");
        }
    }

    #[test]
    fn the_first_line_stands_for_the_statement() {
        assert_eq!(at("-- a\nselect 1").to_string(), "statement 1 (`select 1`)");
        assert_eq!(at("create table t (\n)").to_string(), "statement 1 (`create table t ( ..`)");
    }
}
