//! Which module a file is, and which modules it names.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// The names from the root of the crate to a module.
pub(super) type Path = Vec<String>;

/// The module of a file.
pub(super) fn of(source: &Source) -> Path {
    let parts = source.path.iter().map(|part| part.to_string_lossy());
    let mut path: Path = parts.map(|part| part.trim_end_matches(".rs").to_owned()).collect();
    if path.last().is_some_and(|last| last == "mod" || last == "lib") {
        path.pop();
    }
    path
}

/// Who names whom, in the whole crate.
pub(super) fn edges(sources: &[Source]) -> Vec<(Path, Path)> {
    let sources: Vec<&Source> = sources.iter().filter(|source| !source.is_test).collect();
    let modules: BTreeSet<Path> = sources.iter().map(|source| of(source)).collect();
    let named: Vec<(Path, Vec<Path>)> =
        sources.iter().map(|source| (of(source), paths(&source.tokens, &of(source)))).collect();
    // What a module shows of its children is found there.
    let mut shown = BTreeMap::new();
    for (module, paths) in &named {
        for path in paths.iter().filter(|path| path.starts_with(module)) {
            if let Some(item) = path.last() {
                let mut name = module.clone();
                name.push(item.clone());
                shown.insert(name, path.clone());
            }
        }
    }
    let mut edges = Vec::new();
    for (module, paths) in &named {
        for path in paths {
            let target = resolve(path, &modules, &shown);
            if target != *module {
                edges.push((module.clone(), target));
            }
        }
    }
    edges
}

/// The module in which what a path names is.
fn resolve(path: &Path, modules: &BTreeSet<Path>, shown: &BTreeMap<Path, Path>) -> Path {
    let mut path = path.clone();
    // A name may be shown by several modules in turn.
    for _ in 0..4 {
        let length = (0..=path.len()).rev().find(|length| modules.contains(&path[..*length]));
        let length = length.unwrap_or(0);
        let item = &path[..(length + 1).min(path.len())];
        match shown.get(item) {
            Some(other) if other.len() > item.len() && length < path.len() => path = other.clone(),
            _ => return path[..length].to_vec(),
        }
    }
    let length = (0..=path.len()).rev().find(|length| modules.contains(&path[..*length]));
    path[..length.unwrap_or(0)].to_vec()
}

/// Every path that begins at the root, at a parent, or, in a `use`, at a child.
fn paths(tokens: &[String], module: &[String]) -> Vec<Path> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let in_use = at > 0 && tokens[at - 1] == "use";
        // `$crate` is resolved where a macro expands.
        let begins = at == 0 || !["::", "$"].contains(&tokens[at - 1].as_str());
        let is_path = tokens.get(at + 1).is_some_and(|next| next == "::");
        let start = match tokens[at].as_str() {
            "crate" if begins && is_path => Some((Vec::new(), at + 2)),
            "self" if begins && is_path => Some((module.to_vec(), at + 2)),
            "super" if begins && is_path => Some(parent(tokens, at, module)),
            word if in_use && is_path && word.starts_with(char::is_lowercase) => {
                Some((module.to_vec(), at))
            }
            _ => None,
        };
        at = match start {
            Some((base, next)) => tree(tokens, next, base, &mut found),
            None => at + 1,
        };
    }
    found
}

/// The module that a chain of `super` leads to, and where the path goes on.
fn parent(tokens: &[String], mut at: usize, module: &[String]) -> (Path, usize) {
    let mut base = module.to_vec();
    while tokens.get(at).is_some_and(|token| token == "super") {
        base.pop();
        at += 2;
    }
    (base, at)
}

/// Reads `a::{b, c::d}` behind a base; gives where it ends.
fn tree(tokens: &[String], mut at: usize, mut base: Path, found: &mut Vec<Path>) -> usize {
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("{") => {
                at += 1;
                while at < tokens.len() && tokens[at] != "}" {
                    let before = at;
                    at = tree(tokens, at, base.clone(), found);
                    at += usize::from(at == before || tokens.get(at).is_some_and(|t| t == ","));
                }
                return at + 1;
            }
            Some("self") => {
                found.push(base);
                return at + 1;
            }
            Some(word) if word.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
                base.push(word.to_owned());
                at += 1;
            }
            _ => return at,
        }
        if tokens.get(at).is_none_or(|token| token != "::") {
            found.push(base);
            return at;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::source::Source;
    use super::edges;

    #[test]
    fn names_are_followed_to_the_module_that_has_them() {
        let source = |path: &str, text: &str| Source::new(path.into(), text);
        let sources = [
            source("lib.rs", "mod a; mod b;"),
            source("a/mod.rs", "mod c; pub use c::C;"),
            source("a/c.rs", "use super::super::b::{self, B}; pub struct C;"),
            source("b.rs", "use crate::a::C; pub struct B;"),
        ];
        let mut found: Vec<String> = edges(&sources)
            .into_iter()
            .map(|(from, to)| format!("{} > {}", from.join("::"), to.join("::")))
            .collect();
        found.sort();
        found.dedup();
        assert_eq!(found, ["a > a::c", "a::c > b", "b > a::c"]);
    }
}
