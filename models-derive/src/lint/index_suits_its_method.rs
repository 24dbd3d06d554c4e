//! # `index_suits_its_method`
//!
//! Only a tree has an order and room for more: `desc` and `include(..)` stand
//! in an index that names no other method. An index of vectors (`hnsw`,
//! `ivfflat`) is over one field.
//!
//! pgvector's methods take one column and keep nothing beside it; GIN files
//! the parts of a value, which have no direction. PostgreSQL would refuse the
//! index when the script runs.

use super::{Convention, Findings};
use crate::diagnostic::Diagnostic;
use crate::ir::{Index, MethodKind, Model};

pub(super) const CONVENTION: Convention = Convention { name: "index_suits_its_method", check };

fn check(model: &Model, findings: &mut Findings) {
    for index in &model.indexes {
        if index.method.kind == MethodKind::BTree {
            continue;
        }
        if let Some(finding) =
            several(model, index).or_else(|| ordered(index)).or_else(|| including(index))
        {
            findings.push(finding);
        }
    }
}

/// A name that is not a field may be a mistyped distance.
fn several(model: &Model, index: &Index) -> Option<Diagnostic> {
    let second = index.parts.get(1).filter(|_| index.method.kind.measures())?;
    model.field(&second.field)?;
    let name = index.method.kind.name();
    Some(
        Diagnostic::new(second.field.span(), format!("`{name}` over more than one field"))
            .why("the index is a map of one vector's neighbours")
            .fix("keep the vector alone; what narrows the search is an index of its own, or a `where = ..`"),
    )
}

fn ordered(index: &Index) -> Option<Diagnostic> {
    let part = index.parts.iter().find(|part| part.descending)?;
    let name = index.method.kind.name();
    Some(
        Diagnostic::new(index.at, format!("`desc` in an index with `{name}`"))
            .why("only a tree has a direction")
            .fix(format!("leave `desc` behind `{}` out", part.field)),
    )
}

fn including(index: &Index) -> Option<Diagnostic> {
    let first = index.include.first()?;
    let name = index.method.kind.name();
    Some(
        Diagnostic::new(first.span(), format!("`include` in an index with `{name}`"))
            .why("only a tree keeps other fields beside the indexed ones")
            .fix("leave `include(..)` out"),
    )
}
