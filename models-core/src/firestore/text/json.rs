//! JSON, laid out as Firebase's own command line does it: two spaces a level.

use std::fmt::{self, Write};

use super::quote::JsonText;

/// Writes values one behind the other, and what stands between them.
pub(crate) struct JsonWriter<'w, W: Write + ?Sized> {
    w: &'w mut W,
    depth: usize,
    /// Nothing stands in the innermost brackets yet.
    is_first: bool,
}

impl<'w, W: Write + ?Sized> JsonWriter<'w, W> {
    pub(crate) fn new(w: &'w mut W) -> Self {
        Self { w, depth: 0, is_first: true }
    }

    /// `{..}`, with members that are written by [`member`](Self::member).
    pub(crate) fn object(&mut self, members: impl FnOnce(&mut Self) -> fmt::Result) -> fmt::Result {
        self.brackets('{', '}', members)
    }

    /// `[..]`, each item of which is written by `item`.
    pub(crate) fn array<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut item: impl FnMut(&mut Self, T) -> fmt::Result,
    ) -> fmt::Result {
        self.brackets('[', ']', |json| {
            items.into_iter().try_for_each(|one| {
                json.next()?;
                item(json, one)
            })
        })
    }

    /// The name of a member; its value comes next.
    pub(crate) fn member(&mut self, name: &str) -> Result<&mut Self, fmt::Error> {
        self.next()?;
        write!(self.w, "{}: ", JsonText(name))?;
        Ok(self)
    }

    /// A text, as it is displayed.
    pub(crate) fn text(&mut self, text: impl fmt::Display) -> fmt::Result {
        write!(self.w, "{}", JsonText(&text.to_string()))
    }

    /// Digits, `true` or `false`.
    pub(crate) fn plain(&mut self, value: impl fmt::Display) -> fmt::Result {
        write!(self.w, "{value}")
    }

    fn brackets(
        &mut self,
        open: char,
        close: char,
        inside: impl FnOnce(&mut Self) -> fmt::Result,
    ) -> fmt::Result {
        self.w.write_char(open)?;
        self.depth += 1;
        self.is_first = true;
        inside(self)?;
        self.depth -= 1;
        if !std::mem::take(&mut self.is_first) {
            self.line()?;
        }
        self.w.write_char(close)
    }

    fn next(&mut self) -> fmt::Result {
        if !std::mem::take(&mut self.is_first) {
            self.w.write_char(',')?;
        }
        self.line()
    }

    fn line(&mut self) -> fmt::Result {
        write!(self.w, "\n{:width$}", "", width = 2 * self.depth)
    }
}
