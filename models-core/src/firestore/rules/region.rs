//! Regions of the file for rules that are written by hand: they stay when the
//! rest is printed again.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::firestore::{Error, ErrorKind};

const OPEN: &str = "// <own name=\"";
const OPENED: &str = "\">";
const CLOSE: &str = "// </own>";

/// The regions of a text, in its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Regions(Vec<Region>);

/// A region, and where its lines are in the text.
#[derive(Clone, Debug)]
struct Region {
    /// The collections that lead to it, such as `/teams/threads`.
    name: String,
    lines: Range<usize>,
}

impl Regions {
    /// Writes the mark that opens an empty region.
    pub(crate) fn open(&mut self, out: &mut String, name: &str) {
        out.extend([OPEN, name, OPENED, "\n"]);
        self.0.push(Region { name: name.to_owned(), lines: out.len()..out.len() });
    }

    /// Writes the mark that closes a region.
    #[expect(clippy::unused_self, reason = "the counterpart of `open`")]
    pub(crate) fn close(&self, out: &mut String) {
        out.extend([CLOSE, "\n"]);
    }

    /// The text with other lines in its regions. What is left in `lines`
    /// belongs to none of them.
    pub(super) fn fill(&mut self, text: &str, lines: &mut BTreeMap<String, String>) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut done = 0;
        for region in &mut self.0 {
            filled.push_str(&text[done..region.lines.start]);
            done = region.lines.end;
            region.lines.start = filled.len();
            filled.extend(lines.remove(&region.name));
            region.lines.end = filled.len();
        }
        filled.push_str(&text[done..]);
        filled
    }
}

/// The lines in the regions of a file, by the names of the regions.
///
/// # Errors
/// When a region has no end or no beginning, or two have one name.
pub(super) fn regions(file: &str) -> Result<BTreeMap<String, String>, Error> {
    let mut found = BTreeMap::new();
    let mut open: Option<(&str, String)> = None;
    for line in file.lines() {
        let mark = line.trim();
        let name = mark.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(OPENED));
        match (&mut open, name) {
            (Some((name, _)), Some(_)) => return Err(Error::new(name, ErrorKind::RegionHasNoEnd)),
            (None, Some(name)) => open = Some((name, String::new())),
            (None, None) if mark == CLOSE => {
                return Err(Error::new("", ErrorKind::RegionHasNoStart));
            }
            (Some(_), None) if mark == CLOSE => {
                let Some((name, lines)) = open.take() else { continue };
                if found.insert(name.to_owned(), lines).is_some() {
                    return Err(Error::new(name, ErrorKind::RegionTwice));
                }
            }
            (Some((_, lines)), None) => lines.extend([line, "\n"]),
            (None, None) => {}
        }
    }
    match open {
        Some((name, _)) => Err(Error::new(name, ErrorKind::RegionHasNoEnd)),
        None => Ok(found),
    }
}
