//! The one place where names and texts are quoted.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::postgres::sql::keyword::must_be_quoted;
use crate::postgres::sql::write::{Sql, display, list};

/// A name, quoted where it must be: as `quote_ident` does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ident<'a>(&'a str);

impl<'a> Ident<'a> {
    /// This name, whatever characters it has.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self(text)
    }
}

/// Names, with commas between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Idents<'n>(pub(crate) &'n [Cow<'n, str>]);

impl Sql for Idents<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        list(w, self.0.iter().map(|name| Ident::new(name)))
    }
}

/// What a character of a name is.
const LETTER: u8 = 0;
const DIGIT: u8 = 1;
const ODD: u8 = 2;

/// By its byte; an underscore is a letter.
const CHARACTERS: [u8; 256] = {
    let mut characters = [ODD; 256];
    let mut letter = b'a';
    while letter <= b'z' {
        characters[letter as usize] = LETTER;
        letter += 1;
    }
    characters[b'_' as usize] = LETTER;
    let mut digit = b'0';
    while digit <= b'9' {
        characters[digit as usize] = DIGIT;
        digit += 1;
    }
    characters
};

/// All that the characters of a name are.
///
/// Read to the end even where one is odd, because almost none is: most of what
/// is printed are names.
#[inline]
fn characters(text: &str) -> u8 {
    text.bytes().fold(LETTER, |all, byte| all | CHARACTERS[usize::from(byte)])
}

fn begins_with_digit(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// Whether this is a name without quotes.
#[inline]
pub(crate) fn is_name(text: &str) -> bool {
    match characters(text) {
        LETTER => !text.is_empty() && !must_be_quoted(text),
        // No word has a digit.
        DIGIT => !begins_with_digit(text),
        _ => false,
    }
}

impl Sql for Ident<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let Self(text) = *self;
        if is_name(text) {
            return w.write_str(text);
        }
        w.write_char('"')?;
        doubled(w, text, '"')?;
        w.write_char('"')
    }
}

/// A text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl Sql for Quoted<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let Self(text) = self;
        if text.contains('\\') {
            // An escape string means the same whatever
            // `standard_conforming_strings` says.
            w.write_str("E'")?;
            for (i, part) in text.split('\\').enumerate() {
                if i > 0 {
                    w.write_str("\\\\")?;
                }
                doubled(w, part, '\'')?;
            }
        } else {
            w.write_char('\'')?;
            doubled(w, text, '\'')?;
        }
        w.write_char('\'')
    }
}

/// A text with one of its characters doubled.
fn doubled<W: Write + ?Sized>(w: &mut W, text: &str, quote: char) -> fmt::Result {
    let mut parts = text.split(quote);
    w.write_str(parts.next().unwrap_or_default())?;
    for part in parts {
        w.write_char(quote)?;
        w.write_char(quote)?;
        w.write_str(part)?;
    }
    Ok(())
}

/// The body of a function or of a `do` block, between dollar signs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Body<'a>(pub(crate) &'a str);

impl Sql for Body<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let Self(text) = self;
        // The delimiter must not occur inside. `$` at the end would run into it.
        let mut tag = String::from("$$");
        while text.contains(&tag) || text.ends_with('$') && tag == "$$" {
            tag.insert(tag.len() - 1, 'q');
        }
        w.write_str(&tag)?;
        w.write_str(text)?;
        w.write_str(&tag)
    }
}

display!(Ident<'_>);

#[cfg(test)]
mod tests {
    use super::is_name;

    /// `quote_ident` on a server is asked about many more.
    #[test]
    fn only_plain_names_stand_without_quotes() {
        assert!(["a", "_", "_1", "title", "title2", "user_1"].into_iter().all(is_name));
        let quoted = ["", "1", "1a", "A", "tItle", "a b", "a-1", "a\"", "ä", "user", "json_table"];
        assert!(!quoted.into_iter().any(is_name));
    }
}
