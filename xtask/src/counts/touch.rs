//! How many files know of one thing: so many are touched by another of its kind.

use super::Row;
use super::source::Source;

/// A kind of change, and the words by which a file shows that it knows of one
/// that is there.
const MARKERS: &[(&str, &[&str])] = &[
    ("a column type (`Interval`)", &["Interval"]),
    ("an access word (`Authenticated`)", &["Authenticated"]),
    (
        "a convention (`money_is_not_a_float`)",
        &["money_is_not_a_float", "MoneyIsNotAFloat", "MONEY_IS_NOT_A_FLOAT"],
    ),
];

/// A row for each kind; tests, pages and comments do not count.
pub(super) fn rows(crates: &[(&str, Vec<Source>)]) -> Vec<Row> {
    let sources = || crates.iter().flat_map(|(_, sources)| sources);
    let count = |words: &[&str]| {
        let knows = |source: &&Source| !source.is_test && has(source, words);
        sources().filter(knows).count().to_string()
    };
    let row = |(what, words): &(&str, &[&str])| (format!("files for {what}"), count(words));
    let mut rows: Vec<Row> = MARKERS.iter().map(row).collect();
    let core = crates.iter().filter(|(name, _)| *name == "models-core");
    let knows = |source: &&Source| {
        !source.is_test
            && !source.path.starts_with("firestore")
            && source.tokens.iter().any(|token| token.to_lowercase().contains("firestore"))
    };
    let engine = core.flat_map(|(_, sources)| sources).filter(knows).count();
    rows.push(("files for an engine (`firestore`)".to_owned(), engine.to_string()));
    rows
}

fn has(source: &Source, words: &[&str]) -> bool {
    let name = source.path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let is_known = |token: &String| words.contains(&token.trim_matches('"'));
    words.contains(&name) || source.tokens.iter().any(is_known)
}

#[cfg(test)]
mod tests {
    use super::super::source::Source;
    use super::rows;

    #[test]
    fn files_that_know_of_it_are_counted() {
        let core = vec![
            Source::new("a.rs".into(), "Type::Interval"),
            Source::new("tests/b.rs".into(), "Type::Interval"),
            Source::new("c.rs".into(), "// Interval\nfn firestore_name() {}"),
            Source::new("firestore/d.rs".into(), "use crate::firestore;"),
            Source::new("money_is_not_a_float.rs".into(), ""),
        ];
        let numbers: Vec<String> =
            rows(&[("models-core", core)]).into_iter().map(|(_, number)| number).collect();
        assert_eq!(numbers, ["1", "0", "1", "1"]);
    }
}
