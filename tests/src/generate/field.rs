//! Fields.

use std::collections::HashSet;

use models_core::schema::{Default, EnumType, Field, Key, Literal, Node, Precision, Text, Type};

use super::Dice;
use super::names::{free, label, text};

/// The fields of a table: a key, the two moments, and others.
pub(super) fn fields(number: usize, dice: &mut Dice, vectors: bool) -> Vec<Field> {
    let mut taken = HashSet::from(["created_at".to_owned(), "updated_at".to_owned()]);
    let mut key = Field::new("id", Type::Uuid, false);
    key.key = Some(*dice.pick(&[Key::V7, Key::V4, Key::Given]));
    let mut fields = vec![key];
    for _ in 0..dice.roll(12) {
        let name = format!("f{}", fields.len());
        let kind = kind(number, fields.len(), dice, vectors);
        let mut field = Field::new("", kind, dice.once_in(2));
        field.name = Text::Owned(name);
        field.default = default(&field, dice);
        if field.kind == Type::Decimal && dice.once_in(2) {
            field.precision = Some(Precision { precision: 12, scale: 2 });
        }
        field.rules = super::value::rules(&field.kind, dice);
        field.immutable = dice.once_in(5);
        field.server = dice.once_in(5);
        field.private = dice.once_in(5);
        fields.push(field);
    }
    for field in &mut fields {
        field.column = Some(Text::Owned(free(dice, &mut taken)));
        field.doc = Text::Owned(text(dice));
    }
    fields.extend(crate::build::times());
    fields
}

/// Whether a field could refer to a table.
pub(super) fn may_refer(field: &Field) -> bool {
    field.kind == Type::Uuid && field.key.is_none_or(|key| key == Key::Given)
}

fn kind(table: usize, field: usize, dice: &mut Dice, vectors: bool) -> Type {
    match dice.roll(if vectors { 27 } else { 23 }) {
        0 | 1 => Type::Text,
        2..=5 => Type::Uuid,
        6 => Type::Bool,
        7 => Type::I16,
        8 => Type::I32,
        9 => Type::I64,
        10 => Type::F32,
        11 => Type::F64,
        12 => Type::Decimal,
        13 => Type::Timestamp,
        14 => Type::LocalTimestamp,
        15 => Type::Date,
        16 => Type::Time,
        17 => Type::Interval,
        18 => Type::Json,
        19 => Type::Bytes,
        20 => Type::Network,
        21 => Type::Enum(of_labels(table, field, dice)),
        22 => Type::Array(Node::from(match kind(table, field, dice, false) {
            Type::Array(_) => Type::Text,
            element => element,
        })),
        23 => Type::Vector(3),
        24 => Type::HalfVector(4),
        25 => Type::SparseVector(5),
        _ => Type::BitVector(8),
    }
}

fn of_labels(table: usize, field: usize, dice: &mut Dice) -> EnumType {
    let mut labels: Vec<String> = (0..=dice.roll(4)).map(|_| label(dice)).collect();
    labels.sort();
    labels.dedup();
    EnumType::new(
        Text::Owned(format!("enum's {table} {field}")),
        labels.into_iter().map(Text::Owned).collect(),
        dice.once_in(2),
    )
}

fn default(field: &Field, dice: &mut Dice) -> Option<Default> {
    if dice.once_in(2) {
        return None;
    }
    let default = match &field.kind {
        Type::Text => Default::Value(Literal::Text(Text::Owned(text(dice)))),
        Type::Enum(of) => Default::Value(Literal::Text(dice.pick::<Text>(&of.labels).clone())),
        Type::Bool => Default::Value(Literal::Bool(dice.once_in(2))),
        Type::I16 | Type::I32 | Type::I64 => {
            Default::Value(Literal::Int(i64::try_from(dice.roll(9)).unwrap() - 4))
        }
        Type::F32 | Type::F64 => Default::Value(Literal::Float(0.1)),
        Type::Timestamp | Type::LocalTimestamp | Type::Date | Type::Time => Default::Now,
        Type::Uuid => Default::Uid,
        Type::Json | Type::Array(_) => Default::Empty,
        Type::Interval => Default::Sql("'01:00:00'::interval".into()),
        Type::Decimal
        | Type::Bytes
        | Type::DateRange
        | Type::TimestampRange
        | Type::Network
        | Type::Vector(_)
        | Type::HalfVector(_)
        | Type::SparseVector(_)
        | Type::BitVector(_)
        | Type::Uid
        | Type::DocumentId
        | Type::Reference
        | Type::GeoPoint
        | Type::Map(_) => return None,
    };
    Some(default)
}
