//! Names of functions and of variables.

use std::collections::HashSet;

use crate::schema::CollectionPath;

/// The names of functions, of which a file has each once.
#[derive(Debug, Default)]
pub(crate) struct FunctionNames(HashSet<String>);

impl FunctionNames {
    /// A new name for a function about a model, such as `isNewThread`.
    pub(crate) fn take(&mut self, start: &str, model: &str) -> String {
        let name = unique(start.to_owned() + &ascii(model), |name| self.0.contains(name));
        self.0.insert(name.clone());
        name
    }
}

/// The variables that hold the ids in the path of a document, from the top:
/// named after the models, and different from one another.
pub(crate) fn variables(path: &CollectionPath) -> Vec<String> {
    let mut models: Vec<&str> = path.up().map(|path| &*path.model).collect();
    models.reverse();
    let mut variables: Vec<String> = Vec::with_capacity(models.len());
    for model in models {
        let mut name = ascii(model);
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        name.push_str("Id");
        variables.push(unique(name, |name| variables.iter().any(|other| other == name)));
    }
    variables
}

/// The name with letters, digits and underscores only.
fn ascii(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// The name, with a number behind it where it is taken.
fn unique(name: String, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(&name) {
        return name;
    }
    let mut numbered = (2..).map(|number: u32| format!("{name}{number}"));
    numbered.find(|name| !is_taken(name)).unwrap_or(name)
}
