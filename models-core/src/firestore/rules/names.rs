//! Names of functions: no two functions of a file have the same.

use std::collections::HashSet;

use super::collections::{ascii, unique};

/// The names that are taken.
#[derive(Debug, Default)]
pub(crate) struct Names {
    functions: HashSet<String>,
}

impl Names {
    /// A name for a function about a model, such as `isNewThread`.
    pub(crate) fn function(&mut self, start: &str, model: &str) -> String {
        let name = unique(format!("{start}{}", ascii(model)), |name| self.functions.contains(name));
        self.functions.insert(name.clone());
        name
    }
}
