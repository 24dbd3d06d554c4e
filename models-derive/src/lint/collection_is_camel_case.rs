//! # `collection_is_camel_case`
//!
//! A collection's name is in camel case: `posts`, `teamMembers`. Letters and
//! digits, a small letter first.
//!
//! It is written in rules, queries, indexes and code of three languages. One
//! spelling everywhere means that nobody looks it up, and a name without
//! spaces, dashes or dots needs no quotes in any of them.

use super::{Convention, Findings, to_snake_case};
use crate::diagnostic::Diagnostic;
use crate::ir::{Model, camel_case};

pub(super) const CONVENTION: Convention = Convention { name: "collection_is_camel_case", check };

fn check(model: &Model, findings: &mut Findings) {
    let Some(collection) = &model.collection else { return };
    let name = &collection.name;
    if is_camel_case(&name.value) || super::document_name_is_legal::wrong(&name.value).is_some() {
        return;
    }
    findings.push(
        Diagnostic::new(
            name.at,
            format!("the collection name `{}` is not in camel case", name.value),
        )
        .why("rules, queries and indexes all have to spell it")
        .fix(format!("write `collection = \"{}\"`", to_camel_case(&name.value))),
    );
}

/// A small letter, then letters and digits.
pub(super) fn is_camel_case(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The nearest name in camel case.
pub(super) fn to_camel_case(name: &str) -> String {
    let camel = camel_case(to_snake_case(name).trim_matches('_'));
    match camel.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("n{camel}"),
        Some(_) => camel,
        None => "name".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_camel_case, to_camel_case};

    #[test]
    fn what_is_proposed_is_accepted() {
        for name in ["team_members", "TeamMembers", "team-members", "1st", "ünïcode", "", "_", "A"]
        {
            assert!(is_camel_case(&to_camel_case(name)), "{name}: {}", to_camel_case(name));
        }
        assert_eq!(to_camel_case("team-members"), "teamMembers");
        assert_eq!(to_camel_case("TeamMembers"), "teamMembers");
    }
}
