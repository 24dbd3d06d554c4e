//! # `no_repeating_group`
//!
//! No fields count: `phone1` and `phone2`, `phone_1` and `phone_2`, `phone`
//! and `phone2`, `player1_id` and `player2_id`. A list holds plain values; a
//! model of its own, which refers to this one, holds whatever has more parts
//! or is searched for.
//!
//! A third phone would need a new column and a new release, a search has to
//! look into each of them, and no constraint keeps the same one from standing
//! in two. Numbers that do not follow one another are names and no count:
//! `p50` beside `p95`, `sha1` beside `sha256`, `ipv4` beside `ipv6`.

use std::collections::BTreeMap;

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Field, Model};

pub(super) const CONVENTION: Convention = Convention { name: "no_repeating_group", check };

/// What stands before and behind the number of a field's name.
type Stem<'a> = (&'a str, &'a str);

fn check(model: &Model, findings: &mut Findings) {
    let mut groups: BTreeMap<Stem, BTreeMap<u32, &Field>> = BTreeMap::new();
    for field in &model.fields {
        if let Some((stem, number)) = counted(&field.name) {
            groups.entry(stem).or_default().insert(number, field);
        }
    }
    for ((head, tail), group) in &mut groups {
        // `phone` beside `phone2` is the first.
        let first = model.fields.iter().find(|field| field.name == format!("{head}{tail}"));
        if let (Some(first), false) = (first, group.contains_key(&0)) {
            group.entry(1).or_insert(first);
        }
        report(&format!("{head}{tail}"), group, findings);
    }
}

/// One finding for each group that counts.
fn report(stem: &str, group: &BTreeMap<u32, &Field>, findings: &mut Findings) {
    let follows = |number: &u32| {
        group.contains_key(&(number + 1))
            || number.checked_sub(1).is_some_and(|n| group.contains_key(&n))
    };
    let counted: Vec<&Field> =
        group.iter().filter(|(number, _)| follows(number)).map(|(_, field)| *field).collect();
    let [_, second, ..] = counted.as_slice() else { return };
    let fix = match stem.strip_suffix("_id") {
        Some(stem) => {
            format!("keep each `{stem}` in a row of a model of its own, which refers to both")
        }
        None => format!(
            "write `{}: Vec<..>`, or keep each in a row of a model of its own",
            super::plural(stem)
        ),
    };
    findings.about(
        &second.name,
        Diagnostic::new(
            second.ident.span(),
            format!("{} are one list in several columns", all_of(&counted)),
        )
        .why("one more needs a new column, and a search has to look into each")
        .fix(fix),
    );
}

/// `` `a`, `b` and `c` ``
fn all_of(fields: &[&Field]) -> String {
    let names: Vec<String> = fields.iter().map(|field| format!("`{}`", field.name)).collect();
    match names.split_last() {
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The stem and the number of a name that counts: `("phone", "")` and 2 of
/// `phone_2`, `("player", "_id")` and 1 of `player1_id`.
fn counted(name: &str) -> Option<(Stem<'_>, u32)> {
    let end = name.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (numbered, tail) = name.split_at_checked(end)?;
    let head = numbered.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = numbered.get(head.len()..)?.parse().ok()?;
    let stem = head.trim_end_matches('_');
    let is_word = tail.is_empty() || tail.starts_with('_');
    (is_word && !stem.is_empty()).then_some(((stem, tail), number))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn a_name_is_a_stem_and_a_number() {
        assert_eq!(counted("phone1"), Some((("phone", ""), 1)));
        assert_eq!(counted("phone_12"), Some((("phone", ""), 12)));
        assert_eq!(counted("player2_id"), Some((("player", "_id"), 2)));
        assert_eq!(counted("last_7_days_3"), Some((("last_7_days", ""), 3)));
    }

    #[test]
    fn a_name_without_a_number_at_the_end_of_a_word_does_not_count() {
        for name in ["phone", "s3url", "_1", "99", "a99999999999"] {
            assert_eq!(counted(name), None, "{name}");
        }
    }
}
