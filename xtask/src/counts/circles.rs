//! Modules that need each other.

use std::collections::{BTreeMap, BTreeSet};

use super::module::{self, Path};
use super::source::Source;

/// Among the modules of one folder, who names whom.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// How many groups of neighbouring modules need each other, at the root and
/// deeper.
pub(super) fn report(sources: &[Source]) -> String {
    let circles = find(&module::edges(sources));
    let top: Vec<String> = circles
        .iter()
        .filter(|(folder, _)| folder.is_empty())
        .map(|(_, members)| members.join(", "))
        .collect();
    let deeper = circles.len() - top.len();
    match top.len() {
        0 => format!("0 at the root, {deeper} deeper"),
        count => format!("{count} at the root ({}), {deeper} deeper", top.join("; ")),
    }
}

/// Each circle: the folder, and the modules in it.
fn find(edges: &[(Path, Path)]) -> Vec<(Path, Vec<String>)> {
    let mut graphs = BTreeMap::<Path, Graph>::new();
    for (from, to) in edges {
        let common = from.iter().zip(to).take_while(|(a, b)| a == b).count();
        // Whoever names what stands around it names no neighbour.
        if let (Some(one), Some(other)) = (from.get(common), to.get(common)) {
            let graph = graphs.entry(from[..common].to_vec()).or_default();
            graph.entry(one.clone()).or_default().insert(other.clone());
        }
    }
    let mut found = Vec::new();
    for (folder, graph) in graphs {
        for circle in circles(&graph) {
            found.push((folder.clone(), circle));
        }
    }
    found
}

/// The groups in which each module reaches each other one.
fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let reaches: BTreeMap<&String, BTreeSet<&String>> =
        graph.keys().map(|name| (name, reached(graph, name))).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (name, from_here) in &reaches {
        if seen.contains(name) {
            continue;
        }
        let back = |other: &&&String| reaches.get(**other).is_some_and(|all| all.contains(name));
        let members: Vec<String> = from_here.iter().filter(back).map(|it| (*it).clone()).collect();
        if members.len() > 1 {
            seen.extend(from_here.iter().filter(back).copied());
            found.push(members);
        }
    }
    found
}

fn reached<'a>(graph: &'a Graph, start: &'a String) -> BTreeSet<&'a String> {
    let mut found = BTreeSet::new();
    let mut next = vec![start];
    while let Some(name) = next.pop() {
        for other in graph.get(name).into_iter().flatten() {
            if found.insert(other) {
                next.push(other);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::find;

    fn path(text: &str) -> Vec<String> {
        text.split("::").map(str::to_owned).collect()
    }

    #[test]
    fn a_circle_is_found_where_its_modules_are_neighbours() {
        let edges = [
            (path("a::x"), path("b")),
            (path("b"), path("c::y")),
            (path("c"), path("a")),
            (path("d"), path("a")),
            (path("d::m"), path("d::n")),
            (path("d::n::o"), path("d::m")),
            (path("d::m"), path("d")),
        ];
        let found = find(&edges);
        assert_eq!(
            found,
            [
                (vec![], vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]),
                (path("d"), vec!["m".to_owned(), "n".to_owned()])
            ]
        );
    }
}
