//! Patterns: kept where they mean the same everywhere, and written again in the
//! words that all engines share. The syntax is that of the crate `regex`; a test
//! compares what is read with what its parser reads.

mod class;
#[cfg(test)]
mod judge;
mod read;
mod set;
mod shape;
mod write;

use crate::ir::{Portable, Unportable};

/// What a pattern is on every engine.
pub(super) fn read(written: &str) -> Result<Portable, Unportable> {
    let tree = read::Reader::new(written).pattern()?;
    shape::counts(&tree, written)?;
    Ok(Portable {
        text: write::text(&tree),
        parts: shape::parts(&tree),
        longest: shape::longest(&tree),
    })
}

/// A pattern as a tree.
#[derive(Clone, Debug)]
enum Tree {
    One(set::Set),
    Sequence(Vec<Tree>),
    Either(Vec<Tree>),
    Repeat { inner: Box<Tree>, min: u32, max: Option<u32> },
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn patterns_are_written_alike_for_all_engines() {
        for (written, expected) in [
            ("[a-z0-9_]+", "[0-9_a-z]+"),
            ("\\d{4}-\\w*?", "[0-9]{4}-[0-9A-Z_a-z]*"),
            ("a.b", "a[^\\n]b"),
            ("(?P<y>a|bc)?", "(?:a|bc)?"),
            ("[^\\]\\-^]", "[^\\-\\]\\^]"),
            ("\\.\\$x{3}", "\\.\\$x{3}"),
            ("ä[α-ω]", "ä[α-ω]"),
            ("[[:alpha:]]{2,}", "[A-Za-z]{2,}"),
            ("(ab){2}", "(?:ab){2}"),
            ("\\S", "[^\\t-\\r ]"),
        ] {
            let read = read(written).unwrap_or_else(|e| panic!("{written}: {e:?}"));
            assert_eq!(read.text, expected, "{written}");
        }
    }

    #[test]
    fn what_differs_between_engines_is_refused_at_its_part() {
        for (written, part) in [
            ("^a$", "^"),
            ("a\\b", "\\b"),
            ("(?i)a", "(?i)"),
            ("(?i:a)", "(?i:a)"),
            ("\\p{L}+", "\\p{L}"),
            ("a{300}", "{300}"),
            ("(a{40}){40}", "(a{40}){40}"),
            ("[a-z&&[^b]]", "[a-z&&[^b]]"),
            ("a(", "("),
        ] {
            let error = read(written).map(|read| read.text).unwrap_err();
            assert_eq!(error.part, part, "{written}: {error:?}");
        }
    }

    #[test]
    fn a_loop_is_enough_where_no_two_parts_compete() {
        let parts = |written: &str| read(written).unwrap().parts.map(|parts| parts.len());
        assert_eq!(parts("[a-z0-9_]+"), Some(1));
        assert_eq!(parts("[A-Z]{2}[0-9]{4}"), Some(2));
        assert_eq!(parts("[a-z]+@[a-z]+"), Some(3));
        assert_eq!(parts("[a-z]+a"), None);
        assert_eq!(parts("[a-z]*-?[a-z]"), None);
        assert_eq!(parts("a|b"), None);
        assert_eq!(parts("(?:[a-z]+)"), Some(1));
    }

    #[test]
    fn the_longest_match_is_known() {
        let longest = |written: &str| read(written).unwrap().longest;
        assert_eq!(longest("[a-z]{2,30}"), Some(30));
        assert_eq!(longest("(?:ab|c){1,3}x?"), Some(7));
        assert_eq!(longest("a*"), None);
    }
}
