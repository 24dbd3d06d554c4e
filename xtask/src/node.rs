//! Node, which tests the output for web clients.
//!
//! It is not a server: tests run it themselves, with the packages that
//! `tests/node/` lists. A machine without it tests all the rest.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use backend_models_test::install::Packages;

use crate::error::{Error, Result};
use crate::{needs, process, say, workspace};

/// Tests find the packages in it; empty, where there is no Node.
pub(crate) const VARIABLE: &str = "MODELS_NODE";

/// The oldest version that the packages run on.
const OLDEST: u32 = 20;

/// The packages, with the version of Node.
#[derive(Debug)]
pub(crate) struct Node {
    /// What Node says it is, such as `v20.20.2`.
    pub(crate) version: String,
    /// The folder of `node_modules`.
    pub(crate) folder: PathBuf,
}

/// Installs the packages if need be; `None` where there is no Node.
pub(crate) fn find() -> Result<Option<Node>> {
    let version = match process::capture(Command::new("node").arg("--version"), "node") {
        Ok(version) => version.trim().to_owned(),
        Err(error) => {
            say::note(format_args!("nothing is tried in Node: {error}"));
            return Ok(None);
        }
    };
    if let Some(lack) = lack(&version) {
        needs::missing(&lack)?;
        return Ok(None);
    }
    let named = env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = match named {
        Some(folder) if folder.join("node_modules").is_dir() => folder,
        Some(folder) => {
            let folder = folder.display();
            return Err(Error::new(format!("{VARIABLE}: {folder} has no node_modules")));
        }
        None => packages().install(&workspace::target().join("node"))?,
    };
    Ok(Some(Node { version, folder }))
}

fn packages() -> Packages {
    Packages {
        listed: workspace::root().join("tests/node"),
        what: "the packages that tests use in Node (300 MB from npm)",
    }
}

/// What is missing beside a Node of this version.
fn lack(version: &str) -> Option<String> {
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST) {
        return Some(format!("Node {OLDEST} or newer is needed, and this is {version}"));
    }
    let npm = process::capture(Command::new("npm").arg("--version"), "npm");
    let remedy = "install npm beside it (on Debian: apt-get install npm)";
    npm.err().map(|error| format!("packages for Node: {error}: {remedy}"))
}

#[cfg(test)]
mod tests {
    use super::lack;

    #[test]
    fn an_old_node_is_not_enough() {
        for old in ["v18.20.1", "v8.0.0", "what?"] {
            let lack = lack(old).unwrap_or_default();
            assert_eq!(lack, format!("Node 20 or newer is needed, and this is {old}"));
        }
    }
}
