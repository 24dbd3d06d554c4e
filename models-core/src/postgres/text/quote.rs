//! The one place where names and texts are quoted.

use std::fmt::{self, Write};

use crate::postgres::text::keyword::must_be_quoted;
use crate::postgres::text::sql::{Sql, display};

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

/// The characters of a name that needs no quotes.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = b'_';
    while byte <= b'z' {
        plain[byte as usize] = byte != b'`';
        byte += 1;
    }
    let mut byte = b'0';
    while byte <= b'9' {
        plain[byte as usize] = true;
        byte += 1;
    }
    plain
};

/// Whether all characters can stand in a name without quotes.
#[inline]
pub(crate) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.first().is_none_or(|first| !first.is_ascii_digit())
        && bytes.iter().all(|&byte| PLAIN[usize::from(byte)])
}

impl Sql for Ident<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let Self(text) = *self;
        if is_plain(text) && !text.is_empty() && !must_be_quoted(text) {
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
