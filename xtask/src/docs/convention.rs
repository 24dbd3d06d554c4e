//! Finding the conventions and what each says about itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::error::{Context, Error, Result};

/// Where conventions lie, one a file, and the stage at which they are enforced.
const FOLDERS: &[(&str, &str)] = &[
    ("models-derive/src/lint", "struct"),
    ("models-core/src/check", "types"),
    ("models-core/src/check/schema", "schema"),
];

/// What one file says about a convention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// When it is enforced.
    pub(super) stage: &'static str,
    /// The file, below the root.
    pub(super) source: String,
    /// The module documentation below its heading.
    pub(super) text: String,
}

/// Every convention by name, each with at least one part.
pub(super) type Conventions = BTreeMap<String, Vec<Part>>;

/// Reads the conventions of the workspace.
pub(super) fn all(root: &Path) -> Result<Conventions> {
    let mut conventions = Conventions::new();
    for (folder, stage) in FOLDERS {
        let Ok(entries) = fs::read_dir(root.join(folder)) else {
            continue;
        };
        for entry in entries {
            let path = entry.context(|| *folder)?.path();
            let (Some(name), Some("rs")) = (
                path.file_stem().and_then(|stem| stem.to_str()),
                path.extension().and_then(|extension| extension.to_str()),
            ) else {
                continue;
            };
            let source = format!("{folder}/{name}.rs");
            let code = fs::read_to_string(&path).context(|| source.clone())?;
            if name != "mod"
                && let Some(text) = text(name, &code).context(|| source.clone())?
            {
                let part = Part { stage, source, text };
                conventions.entry(name.to_owned()).or_default().push(part);
            }
        }
    }
    Ok(conventions)
}

/// What a file says about the convention it is named after, if it is one.
fn text(name: &str, code: &str) -> Result<Option<String>> {
    let mut lines = code.lines().map(str::trim_start).map_while(|line| line.strip_prefix("//!"));
    let Some(heading) = lines.next().and_then(|line| line.trim().strip_prefix("# ")) else {
        return Ok(None);
    };
    if heading.trim_matches('`') != name {
        return Err(Error::new(format!("its heading must be `# {name}`, not `# {heading}`")));
    }
    let text: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let text = text.join("\n").trim().to_owned();
    if text.is_empty() {
        return Err(Error::new("nothing follows its heading"));
    }
    Ok(Some(text))
}

/// The first sentence of a text, on one line.
pub(super) fn first_sentence(text: &str) -> String {
    let paragraph: Vec<&str> = text.lines().take_while(|line| !line.trim().is_empty()).collect();
    let paragraph = paragraph.join(" ");
    // What is left out of an example, `..`, ends no sentence.
    let is_end = |at: &usize| !paragraph[..*at].ends_with('.');
    let ends = [". ", "? ", "! "].iter().flat_map(|end| paragraph.match_indices(end));
    let end = ends.map(|(at, _)| at).filter(is_end).min();
    end.map_or(paragraph.clone(), |end| paragraph[..=end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::{first_sentence, text};

    #[test]
    fn the_text_is_what_follows_the_heading() {
        let code =
            "//! # has_one_id\n//!\n//! One.\n//!     code\n//!\n//! Two.\n\nuse x;\n//! no\n";
        let read = text("has_one_id", code).map_err(|error| error.to_string());
        assert_eq!(read, Ok(Some("One.\n    code\n\nTwo.".to_owned())));
    }

    #[test]
    fn a_file_without_a_heading_is_not_a_convention() {
        let read = text("helper", "//! Helps.\n").map_err(|error| error.to_string());
        assert_eq!(read, Ok(None));
        assert!(matches!(text("helper", "use x;\n"), Ok(None)));
        assert!(matches!(text("helper", ""), Ok(None)));
    }

    #[test]
    fn a_heading_must_be_the_name_of_the_file() {
        assert!(text("has_one_id", "//! # has_two_ids\n//!\n//! Text.\n").is_err());
        assert!(text("has_one_id", "//! # has_one_id\n").is_err());
        assert!(text("has_one_id", "//! # `has_one_id`\n//! Text.\n").is_ok());
    }

    #[test]
    fn a_sentence_ends_at_its_full_stop_or_paragraph() {
        assert_eq!(first_sentence("A table\nhas one. And so on."), "A table has one.");
        assert_eq!(first_sentence("Only this\n\nNot this."), "Only this");
        assert_eq!(first_sentence("Use `a.b` here. More."), "Use `a.b` here.");
        assert_eq!(first_sentence("Not `a { b, .. }`. More."), "Not `a { b, .. }`.");
    }
}
