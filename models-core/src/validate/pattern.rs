//! Patterns: a loop where one is enough, a regular-expression engine where not.

#[cfg(feature = "regex")]
use std::sync::OnceLock;

/// A pattern that a whole text matches.
#[derive(Debug)]
pub struct Pattern(Kind);

#[derive(Debug)]
enum Kind {
    /// Classes of characters one after the other, of which no two compete.
    Parts(&'static [Part]),
    /// Anything else.
    #[cfg(feature = "regex")]
    Expression { text: &'static str, compiled: OnceLock<Option<regex_lite::Regex>> },
}

/// So many characters of a class.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Which characters.
    pub class: Class,
    /// At least so many.
    pub min: u32,
    /// At most so many.
    pub max: u32,
}

/// A class of characters.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// A bit for each of the first 128 characters.
    pub ascii: u128,
    /// The others, from the first to the last of each range.
    pub others: &'static [(char, char)],
}

impl Class {
    fn has(&self, c: char) -> bool {
        match u32::from(c) {
            code @ 0..128 => self.ascii >> code & 1 == 1,
            _ => self.others.iter().any(|(first, last)| (*first..=*last).contains(&c)),
        }
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
    pub fn matches(&self, text: &str) -> bool {
        match &self.0 {
            Kind::Parts(parts) => in_turn(parts, text),
            #[cfg(feature = "regex")]
            Kind::Expression { text: pattern, compiled } => compiled
                .get_or_init(|| regex_lite::Regex::new(&format!("^(?:{pattern})$")).ok())
                .as_ref()
                .is_some_and(|regex| regex.is_match(text)),
        }
    }
}

fn in_turn(parts: &[Part], text: &str) -> bool {
    if let [Part { class: Class { ascii, others: [] }, min, max }] = parts {
        return (*min as usize..=*max as usize).contains(&text.len())
            && text.bytes().all(|byte| byte < 128 && ascii >> byte & 1 == 1);
    }
    let mut characters = text.chars().peekable();
    for part in parts {
        let mut taken = 0;
        while taken < part.max && characters.next_if(|c| part.class.has(*c)).is_some() {
            taken += 1;
        }
        if taken < part.min {
            return false;
        }
    }
    characters.next().is_none()
}
