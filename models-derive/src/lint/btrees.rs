//! The B-trees of a table: declared indexes, and those that PostgreSQL makes for
//! the primary key and for unique constraints.

use syn::Ident;

use crate::ir::{Expr, Index, MethodKind, Model, plain};

/// A B-tree, declared or made for a key or a constraint.
pub(super) struct BTree {
    pub(super) name: String,
    /// The position of the declared index, if it is one.
    pub(super) index: Option<usize>,
    /// Fields in order, and whether each descends.
    parts: Vec<(String, bool)>,
    include: Vec<String>,
    filter: Option<String>,
}

pub(super) fn btrees(model: &Model) -> impl Iterator<Item = BTree> {
    let key = model.id().map(|id| BTree {
        name: "the primary key".to_owned(),
        index: None,
        parts: vec![(id.name.clone(), false)],
        include: Vec::new(),
        filter: None,
    });
    let uniques = model.uniques.iter().map(|unique| BTree {
        name: index_text("unique", unique.fields.iter()),
        index: None,
        parts: unique.fields.iter().map(|field| (plain(field), false)).collect(),
        include: Vec::new(),
        filter: filter_text(unique.filter.as_ref()),
    });
    let of_kind = |index: &Index| index.method.kind == MethodKind::BTree;
    let indexes = model.indexes.iter().enumerate().filter(move |(_, index)| of_kind(index));
    let indexes = indexes.map(|(position, index)| BTree {
        name: index_text("index", index.parts.iter().map(|part| &part.field)),
        index: Some(position),
        parts: index.parts.iter().map(|part| (plain(&part.field), part.descending)).collect(),
        include: index.include.iter().map(plain).collect(),
        filter: filter_text(index.filter.as_ref()),
    });
    key.into_iter().chain(uniques).chain(indexes)
}

impl BTree {
    /// Whether every search through the other is served by this one.
    pub(super) fn serves(&self, other: &Self) -> bool {
        // A tree is read from either end.
        let leads = other.parts.len() <= self.parts.len()
            && [false, true].iter().any(|reversed| {
                self.parts.iter().zip(&other.parts).all(|((here, down), (there, descends))| {
                    here == there && (down != descends) == *reversed
                })
            });
        let keeps = |field: &String| {
            self.include.contains(field) || self.parts.iter().any(|(part, _)| part == field)
        };
        leads && self.filter == other.filter && other.include.iter().all(keeps)
    }
}

/// Two conditions are the same when they read the same.
pub(super) fn filter_text(filter: Option<&Expr>) -> Option<String> {
    filter.map(Expr::to_string)
}

/// An index over these fields, as it would be declared.
pub(super) fn index_text<'a>(what: &str, fields: impl Iterator<Item = &'a Ident>) -> String {
    let fields: Vec<String> = fields.map(plain).collect();
    format!("`{what}({})`", fields.join(", "))
}
