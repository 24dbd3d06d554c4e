//! The one place where names and texts are quoted.

use std::fmt::{self, Write};

use crate::postgres::text::keyword::must_be_quoted;
use crate::postgres::text::sql::{Sql, display};

/// A name, quoted where it must be: as `quote_ident` does it.
///
/// Whether it must be is asked when it is written: names are passed around
/// far more often than they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ident<'a> {
    text: &'a str,
}

impl<'a> Ident<'a> {
    /// This name, whatever characters it has.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self { text }
    }

    /// The name without quotes.
    #[must_use]
    pub const fn text(self) -> &'a str {
        self.text
    }

    /// Whether it means itself without quotes.
    pub(crate) fn is_bare(self) -> bool {
        let bytes = self.text.as_bytes();
        let Some(first) = bytes.first() else { return false };
        !first.is_ascii_digit()
            && bytes.iter().all(|byte| PLAIN[usize::from(*byte)])
            && !must_be_quoted(self.text)
    }
}

/// Which bytes need no quotes: a table, because every name of a script is
/// looked at, byte by byte.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        plain[byte as usize] = matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
        byte += 1;
    }
    plain
};

impl Sql for Ident<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        if self.is_bare() {
            return w.write_str(self.text);
        }
        w.write_char('"')?;
        doubled(w, self.text, '"')?;
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
