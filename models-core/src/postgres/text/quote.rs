//! The one place where names and texts are quoted.

use std::fmt::{self, Write};

use crate::postgres::text::keyword::must_be_quoted;
use crate::postgres::text::sql::{Sql, display};

/// A name, quoted where it must be: as `quote_ident` does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ident<'a> {
    text: &'a str,
    bare: bool,
}

impl<'a> Ident<'a> {
    /// This name, whatever characters it has.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, bare: is_bare(text) }
    }

    /// The name without quotes.
    #[must_use]
    pub const fn text(self) -> &'a str {
        self.text
    }
}

/// Whether a name means itself without quotes.
fn is_bare(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(first) = bytes.first() else { return false };
    !first.is_ascii_digit()
        && bytes.iter().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
        && !must_be_quoted(text)
}

impl Sql for Ident<'_> {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        if self.bare {
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
