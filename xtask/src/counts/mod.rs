//! `cargo xtask counts`: how much there is to know of the two crates, and how
//! many files a change touches. The page docs/counts.md says what each row means.

mod circles;
mod module;
mod page;
mod source;
mod touch;
mod types;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::error::{Context, Error, Result};
use crate::{say, workspace};

/// The crates that are counted.
const CRATES: &[&str] = &["models-core", "models-derive"];

/// What is counted, and the number, with a remark where it helps.
type Row = (String, String);

/// Counts this workspace, or the one in the folder that is named.
pub(crate) fn run(arguments: &[OsString]) -> Result {
    let words: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    match words.iter().map(AsRef::as_ref).collect::<Vec<&str>>()[..] {
        [] => print(&workspace::root()),
        ["--write"] => page::write(&count(&workspace::root())?),
        ["--before", folder] => page::write_before(&count(Path::new(folder))?),
        [folder] if !folder.starts_with('-') => print(Path::new(folder)),
        _ => Err(Error::new("counts takes a folder, --write, or --before and a folder")),
    }
}

fn print(workspace: &Path) -> Result {
    for (what, number) in count(workspace)? {
        say::print(format_args!("{what}: {number}"));
    }
    Ok(())
}

fn count(workspace: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let mut all = Vec::new();
    for name in CRATES {
        let root: PathBuf = workspace.join(name).join("src");
        let sources = source::below(&root).context(|| root.display().to_string())?;
        let mut row = |what: &str, number: String| rows.push((format!("{name}: {what}"), number));
        let types = types::names(&sources);
        row("types", types.len().to_string());
        row("type names used more than once", types::repeated(&types));
        row("folders", source::folders(&sources).len().to_string());
        row("files", sources.len().to_string());
        row("lines", sources.iter().map(|source| source.lines).sum::<usize>().to_string());
        row("longest folder, in files", source::longest_folder(&sources));
        row("circles", circles::report(&sources));
        all.push((*name, sources));
    }
    rows.extend(touch::rows(&all));
    Ok(rows)
}
