//! Indexes and unique constraints.

use models_core::schema::{
    Distance, Expr, Index, IndexPart, Method, ModelDef, Operand, Text, Type, Unique,
};

use super::Dice;
use crate::build::{equal, text};

/// Adds some to a table.
pub(super) fn add(model: &mut ModelDef, dice: &mut Dice) {
    let mut indexes: Vec<Index> = Vec::new();
    let mut uniques: Vec<Unique> = Vec::new();
    for _ in 0..dice.roll(4) {
        let index = index(model, dice);
        if !indexes.contains(&index) {
            indexes.push(index);
        }
    }
    for _ in 0..dice.roll(3) {
        let unique = Unique {
            fields: sorted(model, dice).into(),
            filter: filter(model, dice),
            nulls_not_distinct: dice.once_in(3),
        };
        // A key is unique already; the server drops a constraint that repeats it.
        let repeats = unique.fields.as_ref() == [Text::Borrowed("id")];
        if !repeats && !uniques.contains(&unique) {
            uniques.push(unique);
        }
    }
    if let Some(table) = &mut model.table {
        table.indexes = indexes.into();
        table.uniques = uniques.into();
    }
}

fn index(model: &ModelDef, dice: &mut Dice) -> Index {
    let field = dice.pick(&model.fields);
    let part = IndexPart { field: field.name.clone(), descending: false };
    let method = match &field.kind {
        Type::Vector(_) | Type::HalfVector(_) if dice.once_in(2) => {
            Method::IvfFlat { distance: Distance::L2, lists: Some(7) }
        }
        Type::Vector(_) | Type::HalfVector(_) | Type::SparseVector(_) => {
            let ef_construction = dice.once_in(2).then_some(64);
            let distance = *dice.pick(&[Distance::Cosine, Distance::L1, Distance::InnerProduct]);
            Method::Hnsw { distance, m: dice.once_in(2).then_some(4), ef_construction }
        }
        Type::BitVector(_) => {
            let distance = *dice.pick(&[Distance::Hamming, Distance::Jaccard]);
            Method::Hnsw { distance, m: None, ef_construction: None }
        }
        Type::Json | Type::Array(_) if dice.once_in(2) => Method::Gin,
        _ => Method::BTree,
    };
    let mut index =
        Index { parts: vec![part].into(), method, include: Vec::new().into(), filter: None };
    if index.method == Method::BTree {
        let part = |field| IndexPart { field, descending: dice.once_in(3) };
        index.parts = sorted_with(model, part);
        index.filter = filter(model, dice);
        if dice.once_in(4) {
            index.include = vec![dice.pick(&model.fields).name.clone()].into();
        }
    }
    index
}

fn sorted_with(
    model: &ModelDef,
    mut part: impl FnMut(Text) -> IndexPart,
) -> models_core::schema::List<IndexPart> {
    let fields = model.fields.iter().filter(|field| field.kind.dimensions().is_none());
    let mut parts: Vec<IndexPart> = fields.map(|field| part(field.name.clone())).collect();
    // Those that descend, and some beside.
    let first = parts.iter().position(|part| part.descending).unwrap_or_default();
    parts.rotate_left(first);
    parts.truncate(1 + first % 3);
    parts.into()
}

/// One to three different fields that can be sorted.
fn sorted(model: &ModelDef, dice: &mut Dice) -> Vec<Text> {
    let mut fields: Vec<Text> = model
        .fields
        .iter()
        .filter(|field| field.kind.dimensions().is_none())
        .map(|field| field.name.clone())
        .collect();
    let first = dice.roll(fields.len());
    fields.rotate_left(first);
    fields.truncate(1 + dice.roll(3));
    fields
}

/// A condition that asks of the row only.
pub(super) fn filter(model: &ModelDef, dice: &mut Dice) -> Option<Expr> {
    if !dice.once_in(3) {
        return None;
    }
    let field = dice.pick(&model.fields);
    let operand = Operand::Field(field.name.clone());
    Some(match &field.kind {
        Type::Bool => Expr::Holds(operand),
        Type::Text => equal(operand, text(&super::names::text(dice))),
        Type::Enum(of) => equal(operand, text(super::rule::label(dice, of))),
        _ if dice.once_in(2) => Expr::IsNone(operand),
        _ => Expr::IsSome(operand),
    })
}
