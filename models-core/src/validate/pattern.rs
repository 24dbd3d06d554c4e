//! Patterns: a loop where one is enough, a regular-expression engine otherwise.

#[cfg(feature = "regex")]
use std::sync::OnceLock;

/// A pattern that a whole text matches.
#[derive(Debug)]
pub struct Pattern(Kind);

#[derive(Debug)]
enum Kind {
    /// Repeated classes one after the other, of which no two compete for a
    /// character.
    Parts(&'static [Part]),
    /// Anything else: compiled when it is first needed, and only then.
    #[cfg(feature = "regex")]
    Expression { text: &'static str, compiled: OnceLock<Option<regex_lite::Regex>> },
}

/// A class of characters, repeated.
#[derive(Debug)]
pub struct Part {
    /// Which characters.
    pub class: Class,
    /// At least so many.
    pub min: u32,
    /// At most so many.
    pub max: u32,
}

/// A class of characters.
#[derive(Debug)]
pub struct Class {
    /// Whether a byte is an ASCII character of the class: a table costs a load
    /// for each byte, where a set of bits costs several shifts.
    ascii: [bool; 256],
    /// The other characters, from the first to the last of each range.
    others: &'static [(char, char)],
}

impl Class {
    /// The class with a bit for each of the first 128 characters, and with these
    /// ranges of others.
    #[must_use]
    pub const fn new(ascii: u128, others: &'static [(char, char)]) -> Self {
        let mut table = [false; 256];
        let mut rest = ascii;
        while rest != 0 {
            table[rest.trailing_zeros() as usize] = true;
            rest &= rest - 1;
        }
        Self { ascii: table, others }
    }

    /// The length in bytes of the first character of the text from `at`, if it
    /// is of the class.
    fn first(&self, text: &str, at: usize) -> Option<usize> {
        let byte = *text.as_bytes().get(at)?;
        if byte < 128 || self.others.is_empty() {
            return self.ascii[usize::from(byte)].then_some(1);
        }
        let first = text.get(at..)?.chars().next()?;
        let is_inside = |(from, to): &(char, char)| (*from..=*to).contains(&first);
        self.others.iter().any(is_inside).then_some(first.len_utf8())
    }
}

impl Pattern {
    /// Parts that never compete for a character: each takes what it can.
    #[must_use]
    pub const fn parts(parts: &'static [Part]) -> Self {
        Self(Kind::Parts(parts))
    }

    /// A regular expression in the portable form, for the whole text.
    #[cfg(feature = "regex")]
    #[must_use]
    pub const fn expression(text: &'static str) -> Self {
        Self(Kind::Expression { text, compiled: OnceLock::new() })
    }

    /// Whether the whole text matches.
    #[must_use]
    #[inline]
    pub fn matches(&self, text: &str) -> bool {
        match &self.0 {
            Kind::Parts([part]) if part.class.others.is_empty() => part.is_all(text.as_bytes()),
            Kind::Parts(parts) => in_turn(parts, text),
            #[cfg(feature = "regex")]
            Kind::Expression { text: pattern, compiled } => compiled
                .get_or_init(|| regex_lite::Regex::new(&format!("^(?:{pattern})$")).ok())
                .as_ref()
                .is_some_and(|regex| regex.is_match(text)),
        }
    }
}

impl Part {
    /// Whether all bytes are of an ASCII class, and as many as they may be.
    #[inline]
    fn is_all(&self, bytes: &[u8]) -> bool {
        // Not `all`: without a branch for each byte this is two instructions.
        (self.min as usize..=self.max as usize).contains(&bytes.len())
            && bytes.iter().fold(true, |all, byte| all & self.class.ascii[usize::from(*byte)])
    }
}

fn in_turn(parts: &[Part], text: &str) -> bool {
    let mut at = 0;
    for part in parts {
        let mut taken = 0;
        while taken < part.max
            && let Some(length) = part.class.first(text, at)
        {
            taken += 1;
            at += length;
        }
        if taken < part.min {
            return false;
        }
    }
    at == text.len()
}

#[cfg(test)]
mod tests {
    use super::{Class, Part, Pattern};

    const fn range(first: u8, last: u8) -> u128 {
        let (mut bits, mut code) = (0, first);
        while code <= last {
            bits |= 1 << code;
            code += 1;
        }
        bits
    }

    #[test]
    fn a_class_has_its_characters_and_no_others() {
        static LETTERS: Pattern = Pattern::parts(&[Part {
            class: Class::new(range(b'a', b'z') | 1 | 1 << 127, &[]),
            min: 0,
            max: u32::MAX,
        }]);
        for code in 0..=300 {
            let Some(c) = char::from_u32(code) else { continue };
            let expected = matches!(c, 'a'..='z' | '\0' | '\x7f');
            assert_eq!(LETTERS.matches(&c.to_string()), expected, "{c:?}");
        }
    }

    #[test]
    fn parts_take_characters_in_turn() {
        static PATTERN: Pattern = Pattern::parts(&[
            Part { class: Class::new(range(b'a', b'z'), &[('à', 'ÿ')]), min: 1, max: 3 },
            Part { class: Class::new(range(b'0', b'9'), &[]), min: 0, max: 1 },
        ]);
        for (text, expected) in [
            ("", false),
            ("a", true),
            ("aé", true),
            ("aéz9", true),
            ("ÿÿÿ", true),
            ("ÿÿÿÿ", false),
            ("漢", false),
            ("a漢", false),
            ("a99", false),
            ("9", false),
            ("a9é", false),
        ] {
            assert_eq!(PATTERN.matches(text), expected, "{text}");
        }
    }

    /// An engine is built once, whatever the number of texts.
    #[cfg(feature = "regex")]
    #[test]
    fn an_expression_is_compiled_once() {
        static PATTERN: Pattern = Pattern::expression("(?:ab)+");
        let compiled = || match &PATTERN.0 {
            super::Kind::Expression { compiled, .. } => compiled.get().map(std::ptr::from_ref),
            super::Kind::Parts(_) => None,
        };
        assert_eq!(compiled(), None);
        assert!(PATTERN.matches("abab"));
        let first = compiled();
        assert!(first.is_some());
        assert!(!PATTERN.matches("aba"));
        assert_eq!(compiled(), first);
    }
}
