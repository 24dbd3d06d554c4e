//! Regions of the file that are its owner's, and stay as they are when the
//! rest is printed again.

use std::collections::BTreeMap;
use std::fmt::{self, Formatter};

use super::{Error, ErrorKind};

/// A region, and what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Region {
    /// The collections that lead to it, such as `/teams/threads`.
    pub(crate) name: String,
    /// Its lines, each with its end.
    pub(crate) text: String,
}

const OPEN: &str = "// <own name=\"";
const OPENED: &str = "\">";
const CLOSE: &str = "// </own>";

impl Region {
    pub(crate) fn new(name: String) -> Self {
        Self { name, text: String::new() }
    }

    /// Writes it behind this many spaces, which what stands in it has already.
    pub(crate) fn write(&self, f: &mut Formatter<'_>, indent: usize) -> fmt::Result {
        writeln!(f, "{:indent$}{OPEN}{}{OPENED}", "", self.name)?;
        f.write_str(&self.text)?;
        writeln!(f, "{:indent$}{CLOSE}", "")
    }
}

/// What stands in the regions of a file, by their names.
///
/// # Errors
/// When a region has no end or no beginning, or two have one name.
pub(super) fn regions(file: &str) -> Result<BTreeMap<String, String>, Error> {
    let mut found = BTreeMap::new();
    let mut open: Option<Region> = None;
    for line in file.lines() {
        let mark = line.trim();
        let name = mark.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(OPENED));
        match (&mut open, name) {
            (Some(region), Some(_)) => return Err(wrong(&region.name, ErrorKind::RegionHasNoEnd)),
            (None, Some(name)) => open = Some(Region::new(name.to_owned())),
            (None, None) if mark == CLOSE => return Err(wrong("", ErrorKind::RegionHasNoStart)),
            (Some(_), None) if mark == CLOSE => close(open.take(), &mut found)?,
            (Some(region), None) => {
                region.text.push_str(line);
                region.text.push('\n');
            }
            (None, None) => {}
        }
    }
    match open {
        Some(region) => Err(wrong(&region.name, ErrorKind::RegionHasNoEnd)),
        None => Ok(found),
    }
}

fn close(region: Option<Region>, found: &mut BTreeMap<String, String>) -> Result<(), Error> {
    let Some(Region { name, text }) = region else { return Ok(()) };
    if found.contains_key(&name) {
        return Err(wrong(&name, ErrorKind::RegionTwice));
    }
    found.insert(name, text);
    Ok(())
}

fn wrong(region: &str, trouble: ErrorKind) -> Error {
    Error::new(region, trouble)
}
