//! # `index_is_not_redundant`
//!
//! No index is declared that another index, a unique constraint or the
//! primary key makes useless, and no unique constraint that another implies.
//!
//! A tree over `(author_id, created_at)` finds by `author_id` as well as one
//! over `author_id` alone would, so the second costs every write and serves
//! no read. A foreign key's own index is made only where nothing else leads
//! with it, so it is never the one in excess.
//!
//! An index is useless beside another when its fields come first in the
//! other, in the same directions or all of them reversed, both have the same
//! `where`, and the other keeps all that it includes. For GIN and vectors it
//! has to be the same once more. A unique constraint is implied by one over
//! some of its fields, as every `unique(id, ..)` is by the key.

use syn::Ident;

use super::btrees::{BTree, btrees, filter_text, index_text};
use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::{Index, Model, Unique, plain};

pub(super) const CONVENTION: Convention = Convention { name: "index_is_not_redundant", check };

fn check(model: &Model, findings: &mut Findings) {
    let trees: Vec<BTree> = btrees(model).collect();
    for (position, index) in model.indexes.iter().enumerate() {
        let lead = index.parts.first().map(|part| &part.field);
        let names = index.parts.iter().map(|part| &part.field).chain(&index.include);
        if let Some(twice) = repeated(names) {
            findings.over(lead, twice);
        } else if let Some(other) = served(model, &trees, position) {
            let what = format!("this index serves nothing that {other} does not");
            findings.over(
                lead,
                Diagnostic::new(index.at, what)
                    .why("it costs every write and some memory")
                    .fix("leave it out"),
            );
        }
    }
    for (position, unique) in model.uniques.iter().enumerate() {
        let finding = repeated(unique.fields.iter()).or_else(|| implied(model, position, unique));
        if let Some(finding) = finding {
            findings.over(unique.fields.first(), finding);
        }
    }
}

/// What else serves all that this index does.
fn served(model: &Model, trees: &[BTree], position: usize) -> Option<String> {
    if let Some(tree) = trees.iter().find(|tree| tree.index == Some(position)) {
        let other = trees.iter().find(|other| {
            other.index != tree.index
                && other.serves(tree)
                // Of two that serve the same, the later one is in excess.
                && (!tree.serves(other) || other.index < tree.index)
        });
        return other.map(|other| other.name.clone());
    }
    let index = model.indexes.get(position)?;
    let twin = model.indexes.iter().take(position).any(|other| same_again(other, index));
    twin.then(|| "the same one above it".to_owned())
}

/// Of GIN and of vectors: the same method over the same fields.
fn same_again(a: &Index, b: &Index) -> bool {
    let fields = |index: &Index| {
        let mut fields: Vec<String> = index.parts.iter().map(|part| plain(&part.field)).collect();
        fields.sort();
        fields
    };
    a.method.kind == b.method.kind
        && a.method.distance.as_ref().map(|at| at.value)
            == b.method.distance.as_ref().map(|at| at.value)
        && filter_text(a.filter.as_ref()) == filter_text(b.filter.as_ref())
        && fields(a) == fields(b)
}

/// Another constraint, or the key, already keeps these from being equal.
fn implied(model: &Model, position: usize, unique: &Unique) -> Option<Diagnostic> {
    let filter = filter_text(unique.filter.as_ref());
    let has = |field: &Ident| unique.fields.contains(field);
    let by_key = model.id().filter(|id| has(&id.ident)).map(|_| "the primary key".to_owned());
    let by_other = || {
        let other = model.uniques.iter().enumerate().find(|(other_position, other)| {
            *other_position != position
                && !other.fields.is_empty()
                && other.fields.iter().all(has)
                && (other.filter.is_none() || filter_text(other.filter.as_ref()) == filter)
                && (other.nulls_not_distinct || !unique.nulls_not_distinct)
                // Of two that say the same, the later one is in excess.
                && (!says_the_same(other, unique) || *other_position < position)
        });
        other.map(|(_, other)| index_text("unique", other.fields.iter()))
    };
    let other = by_key.or_else(by_other)?;
    let fields = index_text("unique", unique.fields.iter());
    Some(
        Diagnostic::new(unique.at, format!("{fields} says nothing that {other} does not"))
            .why("a constraint that cannot fail costs every write all the same")
            .fix("leave it out; for searches by these fields, declare an `index(..)`"),
    )
}

fn says_the_same(a: &Unique, b: &Unique) -> bool {
    a.fields.len() == b.fields.len()
        && filter_text(a.filter.as_ref()) == filter_text(b.filter.as_ref())
        && a.nulls_not_distinct == b.nulls_not_distinct
}

/// A field that is named a second time.
fn repeated<'a>(names: impl Iterator<Item = &'a Ident>) -> Option<Diagnostic> {
    let mut seen: Vec<&Ident> = Vec::new();
    for name in names {
        if seen.contains(&name) {
            return Some(
                Diagnostic::new(Extent::from(name.span()), format!("`{name}` stands here twice"))
                    .why("the second adds nothing to the first")
                    .fix("leave it out"),
            );
        }
        seen.push(name);
    }
    None
}
