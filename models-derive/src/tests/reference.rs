//! The reference in rustdoc and the tables of `language` say the same, both
//! ways round.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::language::{
    self, AUTH, COMMANDS, CONDITIONS, COUNT, ENUM, EXCLUDE, FIELD, Form, INDEX, INDEX_WORDS, Key,
    KeySet, METHODS, MODEL, NEWTYPE, RANGE, RULE_WORDS, RULES, UNIQUE, VALUES, VARIANT, WORDING,
};
use crate::lint::{CONVENTIONS, TYPE_LINTS};

/// A section of the reference, the page that it is on, and its keys.
type Section = (&'static str, &'static str, &'static KeySet);

const MODEL_SECTIONS: &[Section] = &[
    ("struct", "`#[model(..)]` on the struct", &MODEL),
    ("field", "`#[model(..)]` on a field", &FIELD),
    ("index", "Keys of `index`", &INDEX),
    ("index", "Words of `index`", &INDEX_WORDS),
    ("index", "Words of `unique`", &UNIQUE),
    ("index", "Words of `exclude`", &EXCLUDE),
    ("access", "Commands", &COMMANDS),
    ("access", "Words", &RULE_WORDS),
    ("access", "Conditions", &CONDITIONS),
    ("access", "Functions of `auth`", &AUTH),
    ("access", "Other values", &VALUES),
    ("access", "Methods", &METHODS),
];
const RULE_SECTIONS: &[Section] = &[
    ("validate", "Rules of a field", &RULES),
    ("validate", "Arguments of `length` and `items`", &COUNT),
    ("validate", "Arguments of `range`", &RANGE),
    ("validate", "Arguments of every rule", &WORDING),
];
const ENUM_SECTIONS: &[Section] = &[
    ("enum_keys", "`#[model(..)]` on the enum", &ENUM),
    ("enum_keys", "`#[model(..)]` on a variant", &VARIANT),
];
const NEWTYPE_SECTIONS: &[Section] = &[("newtype_keys", "`#[model(..)]` on the newtype", &NEWTYPE)];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reference")
}

fn page(name: &str) -> String {
    fs::read_to_string(folder().join(name).with_extension("md")).expect("the page is there")
}

/// A page without its code, whose hidden lines look like headings.
fn prose(name: &str) -> String {
    page(name).split("```\n").step_by(2).collect()
}

/// An entry of the reference: its heading, and what follows up to the next.
struct Description {
    heading: String,
    text: String,
}

impl Description {
    /// The keys in its heading: `auth.uid()` is `uid`, `.is_none()` is `is_none`.
    fn names(&self) -> impl Iterator<Item = &str> {
        let heading = self.heading.split(" in ").next().unwrap_or_default();
        let heading = heading.split(" of ").next().unwrap_or_default();
        let code = heading.split('`').skip(1).step_by(2);
        code.filter_map(|code| code.split('(').next()?.rsplit('.').next())
    }

    /// The anchor that rustdoc makes of the heading.
    fn anchor(&self) -> String {
        anchor(&self.heading)
    }
}

fn anchor(heading: &str) -> String {
    let kept = |c: char| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c.to_ascii_lowercase()),
        _ => None,
    };
    heading.chars().filter_map(kept).collect()
}

/// The entries below a heading of the first or second level.
fn entries(page_name: &str, section: &str) -> Vec<Description> {
    let text = format!("\n{}", prose(page_name));
    let below = [1, 2].iter().find_map(|level| {
        let heading = format!("\n{} {section}\n", "#".repeat(*level));
        text.split_once(&heading).map(|(_, below)| below)
    });
    let below = below.unwrap_or_else(|| panic!("no section `{section}` in `{page_name}`"));
    let end = ["\n# ", "\n## "].iter().filter_map(|mark| below.find(mark)).min();
    let below = below.get(..end.unwrap_or(below.len())).unwrap_or_default();
    below
        .split("\n### ")
        .skip(1)
        .filter_map(|entry| entry.split_once('\n'))
        .map(|(heading, text)| Description { heading: heading.to_owned(), text: text.to_owned() })
        .collect()
}

fn all_sections() -> impl Iterator<Item = &'static Section> {
    [MODEL_SECTIONS, RULE_SECTIONS, ENUM_SECTIONS, NEWTYPE_SECTIONS].into_iter().flatten()
}

/// Keys that one table shares with another are described in one of the two.
fn described_elsewhere(section: &str, name: &str) -> bool {
    match section {
        "Arguments of `length` and `items`" | "Arguments of `range`" => WORDING.contains(name),
        _ => false,
    }
}

#[test]
fn each_key_has_an_entry_and_each_entry_is_a_key() {
    for (page, section, keys) in all_sections() {
        let entries = entries(page, section);
        let described: Vec<&str> = entries.iter().flat_map(Description::names).collect();
        let known: BTreeSet<&str> =
            keys.names().filter(|name| !described_elsewhere(section, name)).collect();
        assert_eq!(described.iter().copied().collect::<BTreeSet<_>>(), known, "{page}: {section}");
        assert_eq!(described.len(), known.len(), "an entry appears twice in {page}: {section}");
    }
}

#[test]
fn each_entry_says_what_becomes_of_it_and_who_looks_at_it() {
    for (page, section, _) in all_sections() {
        for entry in entries(page, section) {
            for part in ["- PostgreSQL: ", "- Firestore: ", "- Rust: ", "- Conventions: "] {
                assert!(entry.text.contains(part), "{page}: {} lacks `{part}`", entry.heading);
            }
        }
    }
}

/// The blocks of Rust on a page; all of them are compiled.
fn examples(page_name: &str) -> String {
    let text = page(page_name);
    text.split("```\n").skip(1).step_by(2).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_key_is_in_an_example_that_compiles() {
    let attributes = |page: &str| match page {
        "enum_keys" => examples("model_enum") + &examples(page),
        "newtype_keys" => examples(page),
        page => examples(page),
    };
    for (page, section, keys) in all_sections() {
        let examples = attributes(page);
        let words: BTreeSet<&str> =
            examples.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        for name in keys.names() {
            assert!(words.contains(name), "no example of `{name}` in {page}: {section}");
        }
    }
}

#[test]
fn conventions_are_linked_and_all_of_them_are_named() {
    let links: BTreeMap<String, String> = page("links")
        .lines()
        .filter_map(|line| line.strip_prefix("[`")?.split_once("`]: "))
        .map(|(name, address)| (name.to_owned(), address.to_owned()))
        .collect();
    let declared: BTreeSet<&str> = CONVENTIONS
        .iter()
        .map(|convention| convention.name)
        .chain(TYPE_LINTS.iter().map(|lint| lint.name))
        .collect();
    assert_eq!(links.keys().map(String::as_str).collect::<BTreeSet<_>>(), declared);
    let manifest = fs::read_to_string(folder().join("../../../Cargo.toml")).expect("a manifest");
    let repository =
        manifest.split("repository = \"").nth(1).and_then(|rest| rest.split('"').next());
    let base = format!("{}/blob/main/docs/conventions", repository.expect("an address"));
    for (name, address) in &links {
        assert_eq!(*address, format!("{base}/{name}.md"));
    }
    let text: String = all_sections().map(|(name, _, _)| page(name)).collect();
    let named = |name: &&str| text.contains(&format!("[`{name}`]"));
    let unnamed: Vec<&str> = declared.iter().copied().filter(|name| !named(name)).collect();
    assert!(unnamed.is_empty(), "no entry names {unnamed:?}");
    for part in text.split("[`").skip(1) {
        let name = part.split('`').next().unwrap_or_default();
        let is_link = part
            .get(name.len()..)
            .is_some_and(|rest| rest.starts_with("`]") && !rest.starts_with("`]("));
        assert!(!is_link || declared.contains(name), "`{name}` is not a convention");
    }
}

/// The tables of all keys, as the overview shows them.
fn overview(groups: &[(&str, &[Section])]) -> String {
    let mut text = String::new();
    for (title, sections) in groups {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{title}\n\n| | written | |\n|---|---|---|\n");
        for (page, section, keys) in *sections {
            let entries = entries(page, section);
            let keys = keys.keys.iter().filter(|key| !described_elsewhere(section, key.name));
            for key in keys {
                let entry = entries.iter().find(|entry| entry.names().any(|name| name == key.name));
                let anchor = entry.map(Description::anchor).unwrap_or_default();
                let _ = writeln!(
                    text,
                    "| [`{}`](#{anchor}) | {} | {} |",
                    key.name,
                    written(key),
                    key.meaning
                );
            }
        }
        text.push('\n');
    }
    text
}

/// How a key is written: what its errors advise, or its forms.
fn written(key: &Key) -> String {
    let code: Vec<&str> = key.fix.split('`').skip(1).step_by(2).collect();
    match code.as_slice() {
        [] if key.fix.is_empty() => format!("`{}`", key.name),
        [] => format!("`{}`", key.fix),
        code => {
            let of_key = code.iter().filter(|code| code.contains(key.name));
            let forms = of_key.map(|code| format!("`{code}`")).collect::<Vec<_>>();
            forms.join(", ")
        }
    }
}

#[test]
fn the_overview_is_what_the_tables_say() {
    let model: &[(&str, &[Section])] = &[
        ("`#[model(..)]` on the struct:", &MODEL_SECTIONS[..1]),
        ("`#[model(..)]` on a field:", &MODEL_SECTIONS[1..2]),
        ("In `index(..)`, and in `unique(..)`:", &MODEL_SECTIONS[2..5]),
        ("`#[access(..)]`:", &MODEL_SECTIONS[5..]),
        ("`#[validate(..)]` on a field:", RULE_SECTIONS),
    ];
    let pages: [(&str, String); 4] = [
        ("model_overview", overview(model)),
        (
            "enum_overview",
            overview(&[
                ("`#[model(..)]` on the enum:", &ENUM_SECTIONS[..1]),
                ("`#[model(..)]` on a variant:", &ENUM_SECTIONS[1..]),
            ]),
        ),
        ("newtype_overview", overview(&[("`#[model(..)]`:", NEWTYPE_SECTIONS)])),
        ("part_overview", overview(&[("`#[validate(..)]` on a field:", RULE_SECTIONS)])),
    ];
    for (name, wanted) in pages {
        let path = folder().join(name).with_extension("md");
        if std::env::var_os("UPDATE_REFERENCE").is_some() {
            fs::write(&path, &wanted).expect("the page can be written");
        }
        assert_eq!(
            fs::read_to_string(&path).unwrap_or_default(),
            wanted,
            "run with UPDATE_REFERENCE=1"
        );
    }
}

#[test]
fn links_within_the_reference_lead_somewhere() {
    let derives: [&[&str]; 4] = [
        &["model", "model_overview", "struct", "field", "index", "access", "validate"],
        &["model_enum", "enum_overview", "enum_keys"],
        &["model_type", "newtype_overview", "newtype_keys"],
        &["part", "part_overview", "validate"],
    ];
    for pages in derives {
        let text: String = pages.iter().map(|name| prose(name)).collect();
        let headings = text.lines().filter(|line| line.starts_with('#'));
        let mut anchors = BTreeSet::new();
        for heading in headings.map(|line| line.trim_start_matches('#').trim_start()) {
            assert!(anchors.insert(anchor(heading)), "two headings are `{heading}`");
        }
        for link in text.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(anchors.contains(link), "{pages:?}: `#{link}` is not an anchor");
        }
    }
}

/// A word that stands alone has no other form.
#[test]
fn words_of_an_index_are_alone() {
    assert!(INDEX_WORDS.keys.iter().all(|key| key.forms == [Form::Alone]));
    assert!(language::mistake(&[], "x").is_none());
}
