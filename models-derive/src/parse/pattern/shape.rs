//! What can be told from a pattern's shape.

use super::Tree;
use super::set::Set;
use crate::ir::{Part, Unportable};

/// Repeats inside repeats, which RE2 multiplies out.
const COPIES: u32 = 1_000;

/// Refuses what Firestore would refuse: more copies than it makes.
pub(super) fn counts(tree: &Tree, written: &str) -> Result<(), Unportable> {
    if copies(tree) <= COPIES {
        return Ok(());
    }
    Err(Unportable {
        is_broken: false,
        part: written.to_owned(),
        why: format!("repeats inside repeats are more than {COPIES} copies for Firestore"),
        fix: "repeat less, or without an end and with `length(max = ..)` beside it".to_owned(),
    })
}

fn copies(tree: &Tree) -> u32 {
    match tree {
        Tree::One(_) => 1,
        Tree::Sequence(all) | Tree::Either(all) => all.iter().map(copies).max().unwrap_or(1),
        Tree::Repeat { inner, min, max } => {
            copies(inner).saturating_mul(max.unwrap_or(*min).max(1))
        }
    }
}

/// The most characters that match.
pub(super) fn longest(tree: &Tree) -> Option<u32> {
    match tree {
        Tree::One(_) => Some(1),
        Tree::Sequence(all) => {
            all.iter().try_fold(0_u32, |sum, part| sum.checked_add(longest(part)?))
        }
        Tree::Either(any) => any.iter().try_fold(0, |most, part| Some(longest(part)?.max(most))),
        Tree::Repeat { inner, max, .. } => longest(inner)?.checked_mul((*max)?),
    }
}

/// The pattern as classes in a row that never compete for a character.
pub(super) fn parts(tree: &Tree) -> Option<Vec<Part>> {
    let mut row = Vec::new();
    flatten(tree, &mut row)?;
    let apart = row.iter().enumerate().all(|(position, (set, min, max))| {
        Some(*min) == *max || next(row.get(position + 1..)).all(|other| !set.meets(other))
    });
    let part = |(set, min, max): (Set, u32, Option<u32>)| Part { ranges: set.ranges(), min, max };
    apart.then(|| row.into_iter().map(part).collect())
}

type Row = Vec<(Set, u32, Option<u32>)>;

fn flatten(tree: &Tree, row: &mut Row) -> Option<()> {
    match tree {
        Tree::One(set) if set.is_empty() => None,
        Tree::One(set) => {
            row.push((set.clone(), 1, Some(1)));
            Some(())
        }
        Tree::Sequence(all) => all.iter().try_for_each(|part| flatten(part, row)),
        Tree::Either(_) => None,
        Tree::Repeat { inner, min, max } => {
            let Tree::One(set) = &**inner else { return None };
            row.push((set.clone(), *min, *max));
            Some(())
        }
    }
}

/// The classes whose character may come next: up to the first that must.
fn next(rest: Option<&[(Set, u32, Option<u32>)]>) -> impl Iterator<Item = &Set> {
    let rest = rest.unwrap_or_default();
    let end = rest.iter().position(|(_, min, _)| *min > 0).map_or(rest.len(), |at| at + 1);
    rest.iter().take(end).map(|(set, _, _)| set)
}
