//! Links of the pages lead somewhere, and the paths that docs/architecture.md
//! names are there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::sources::root;

/// How the README links to pages: it is the front page of the documentation
/// too, where a relative link would lead nowhere.
const REPOSITORY: &str = "https://github.com/backend-models/backend-models/blob/main/";

/// README.md and every page below docs/.
fn pages() -> BTreeMap<PathBuf, String> {
    fn collect(folder: &Path, found: &mut BTreeMap<PathBuf, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                found.insert(path.canonicalize().unwrap(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    let readme = root().join("README.md").canonicalize().unwrap();
    let mut found = BTreeMap::from([(readme.clone(), fs::read_to_string(readme).unwrap())]);
    collect(&root().join("docs"), &mut found);
    found
}

/// A page without its fenced blocks and what stands between backticks.
fn prose(text: &str) -> String {
    let outside = text.split("```").step_by(2).collect::<Vec<_>>().join("\n");
    outside.split('`').step_by(2).collect()
}

/// Where the links of a page lead.
fn links(text: &str) -> Vec<String> {
    let prose = prose(text);
    let inline = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let listed = prose.lines().filter_map(|line| line.strip_prefix('[')?.split_once("]: "));
    inline.chain(listed.map(|(_, link)| link.trim())).map(str::to_owned).collect()
}

/// The anchors of a page, as GitHub makes them from its headings.
fn anchors(text: &str) -> Vec<String> {
    let outside = text.split("```").step_by(2).collect::<Vec<_>>().join("\n");
    let headings = outside.lines().filter_map(|line| {
        let heading = line.trim_start_matches('#');
        (heading.len() < line.len()).then(|| heading.strip_prefix(' '))?
    });
    let mut found: Vec<String> = Vec::new();
    for heading in headings {
        let kept = |c: &char| c.is_alphanumeric() || " -_".contains(*c);
        let lower = heading.trim().to_lowercase();
        let anchor: String = lower.chars().filter(kept).collect::<String>().replace(' ', "-");
        let again = |n: &usize| if *n == 0 { anchor.clone() } else { format!("{anchor}-{n}") };
        let free = (0..=found.len()).find(|n| !found.contains(&again(n))).unwrap();
        found.push(again(&free));
    }
    found
}

/// Why a link leads nowhere.
fn broken(pages: &BTreeMap<PathBuf, String>, page: &Path, link: &str) -> Option<String> {
    let ours = link.strip_prefix(REPOSITORY);
    if ours.is_none() && (link.contains("://") || link.starts_with("mailto:")) {
        return None;
    }
    let (link, base) = match ours {
        Some(path) => (path, root()),
        None => (link, page.parent().unwrap().to_path_buf()),
    };
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, at)| (path, Some(at)));
    let whole = match path {
        "" => page.to_path_buf(),
        path => base.join(path),
    };
    let Ok(whole) = whole.canonicalize() else {
        return Some(format!("{} links to {link}", page.display()));
    };
    let is_there = match (anchor, pages.get(&whole)) {
        (None, _) => true,
        (Some(anchor), Some(text)) => anchors(text).iter().any(|it| it == anchor),
        (Some(_), None) => false,
    };
    (!is_there).then(|| format!("{} links to {link}, an anchor that is not there", page.display()))
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    let broken: Vec<String> = pages
        .iter()
        .flat_map(|(page, text)| links(text).into_iter().map(move |link| (page, link)))
        .filter_map(|(page, link)| broken(&pages, page, &link))
        .collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_path_that_the_architecture_names_is_there() {
    let text = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let words = text.split(|c: char| c.is_whitespace() || "`|()[],;─┘│".contains(c));
    let folders =
        ["docs", "examples", "models-core", "models-derive", "models-test", "src", "tests"];
    let paths = words.map(|word| word.trim_end_matches(['.', ':'])).filter(|word| {
        word.contains('/') && folders.iter().any(|it| word.split('/').next() == Some(it))
    });
    let paths: Vec<&str> = paths.collect();
    assert!(paths.len() > 5, "{paths:?}");
    // Inside a crate, `src` goes without saying.
    let is_there = |path: &&str| {
        let (first, rest) = path.split_once('/').unwrap();
        root().join(path).exists() || root().join(first).join("src").join(rest).exists()
    };
    let missing: Vec<&str> = paths.into_iter().filter(|path| !is_there(path)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn links_and_anchors_are_read_as_github_does() {
    let text =
        "# A `b`, c!\n[x](y.md#z) `[not](one)`\n```\n# no\n[not](two)\n```\n## A b c\n[q]: r.md\n";
    assert_eq!(links(text), ["y.md#z", "r.md"]);
    assert_eq!(anchors(text), ["a-b-c", "a-b-c-1"]);
}

#[test]
fn the_front_page_has_links_that_lead_somewhere_elsewhere_too() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let relative: Vec<String> =
        links(&readme).into_iter().filter(|link| !link.contains("://")).collect();
    assert!(relative.is_empty(), "{relative:#?}");
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(manifest.contains(REPOSITORY.trim_end_matches("/blob/main/")));
}
