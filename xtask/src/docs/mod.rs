//! `cargo xtask docs`: one page for each convention, from its own source.
//!
//! The first line of a convention's module documentation is `# ` and its name,
//! which is also the name of its file; other files have no page. A convention
//! that is enforced at two stages has one page with both texts.

mod convention;
mod fixture;
mod index;
mod page;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use crate::error::{Context, Error, Result};
use crate::{say, workspace};

/// Where the pages lie, below the root.
const FOLDER: &str = "docs/conventions";

/// Pages by file name.
type Pages = BTreeMap<String, String>;

/// Writes the pages, or with `--check` only compares them.
pub(crate) fn run(arguments: &[OsString]) -> Result {
    match arguments {
        [] => write(),
        [flag] if flag == "--check" => check(),
        _ => Err(Error::new("docs takes no argument but --check")),
    }
}

/// Fails if a page is not what its source says.
pub(crate) fn check() -> Result {
    let root = workspace::root();
    let stale = stale(&render(&root)?, &present(&root)?);
    if stale.is_empty() {
        return Ok(());
    }
    Err(Error::new(format!(
        "not up to date, run `cargo xtask docs`: {}",
        stale.iter().map(|name| format!("{FOLDER}/{name}")).collect::<Vec<_>>().join(", ")
    )))
}

fn write() -> Result {
    let root = workspace::root();
    let (wanted, present) = (render(&root)?, present(&root)?);
    let folder = root.join(FOLDER);
    let stale = stale(&wanted, &present);
    for name in &stale {
        let path = folder.join(name);
        let outcome = match wanted.get(name) {
            Some(page) => fs::create_dir_all(&folder).and_then(|()| fs::write(&path, page)),
            None => fs::remove_file(&path),
        };
        outcome.context(|| path.display().to_string())?;
        say::note(format_args!("{FOLDER}/{name}"));
    }
    say::note(format_args!("{} pages, {} of them changed", wanted.len(), stale.len()));
    Ok(())
}

/// The pages that there should be; none, not even an index, without conventions.
fn render(root: &Path) -> Result<Pages> {
    let conventions = convention::all(root)?;
    let mut pages = Pages::new();
    if conventions.is_empty() {
        return Ok(pages);
    }
    pages.insert("README.md".to_owned(), index::render(&conventions));
    for (name, parts) in &conventions {
        let fixture = fixture::Fixture::read(root, name)?;
        pages.insert(format!("{name}.md"), page::render(name, parts, &fixture));
    }
    Ok(pages)
}

/// The pages that there are.
fn present(root: &Path) -> Result<Pages> {
    let mut pages = Pages::new();
    let Ok(entries) = fs::read_dir(root.join(FOLDER)) else {
        return Ok(pages);
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let name = entry.file_name().to_string_lossy().into_owned();
            let text = fs::read_to_string(path).context(|| format!("{FOLDER}/{name}"))?;
            pages.insert(name, text);
        }
    }
    Ok(pages)
}

/// The names of the pages that are missing, different or no longer wanted.
fn stale(wanted: &Pages, present: &Pages) -> Vec<String> {
    let differs = |name: &&String| wanted.get(*name) != present.get(*name);
    let mut names: Vec<String> =
        wanted.keys().chain(present.keys()).filter(differs).cloned().collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::{Pages, stale};

    fn pages(pairs: &[(&str, &str)]) -> Pages {
        pairs.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect()
    }

    #[test]
    fn missing_changed_and_unwanted_pages_are_stale() {
        let wanted = pages(&[("same.md", "1"), ("changed.md", "2"), ("missing.md", "3")]);
        let present = pages(&[("same.md", "1"), ("changed.md", "x"), ("unwanted.md", "4")]);
        assert_eq!(stale(&wanted, &present), ["changed.md", "missing.md", "unwanted.md"]);
        assert!(stale(&wanted, &wanted).is_empty());
    }
}
