//! The examples of a convention: the code its test refuses and accepts.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::error::{Context, Result};

/// What lies in `tests/ui/<name>`, as far as it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fixture {
    /// Code that breaks the convention.
    pub(super) bad: Option<String>,
    /// What the compiler says about it.
    pub(super) message: Option<String>,
    /// The same code, corrected.
    pub(super) good: Option<String>,
}

impl Fixture {
    /// Reads the fixture of a convention.
    pub(super) fn read(root: &Path, name: &str) -> Result<Self> {
        let folder = root.join("tests/ui").join(name);
        let read = |file: &str| {
            let path = folder.join(file);
            match fs::read_to_string(&path) {
                Ok(text) => Ok(Some(text)),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error).context(|| path.display().to_string()),
            }
        };
        Ok(Self { bad: read("bad.rs")?, message: read("bad.stderr")?, good: read("good.rs")? })
    }
}

/// A fenced block, whose fence is longer than any in the text.
pub(super) fn fenced(language: &str, text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}{language}\n{}\n{fence}\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::fenced;

    #[test]
    fn a_fence_is_longer_than_those_within() {
        assert_eq!(fenced("rust", "fn main() {}\n"), "```rust\nfn main() {}\n```\n");
        assert_eq!(fenced("text", "```\nx\n```"), "````text\n```\nx\n```\n````\n");
    }
}
