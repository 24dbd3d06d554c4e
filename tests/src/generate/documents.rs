//! Schemas of collections at random.

use std::collections::HashSet;

use models_core::schema::{
    CollectionPath, CopyOf, Default, EnumType, Expr, Field, Index, Key, Literal, Method, ModelDef,
    Node, Schema, Text, Type,
};
use proptest::collection::vec;
use proptest::prelude::*;

use super::Dice;
use super::names::text as hostile;
use crate::collections::{collection, document, index_over, path};

/// Parts of the names of collections and of fields.
const PARTS: &[&str] = &[
    "a",
    "b",
    "Post",
    "_",
    "constructor",
    "class",
    "toString",
    "ä",
    "漢",
    "🦀",
    "\"",
    "'",
    "`",
    "\\",
    "$",
    "${x}",
    " ",
    "*",
    "~",
    "[0]",
    ".",
    "\n",
    "\u{2028}",
    "\u{202e}",
    "-",
    "0",
];

/// What models are called, with a number before.
const MODELS: &[&str] = &["", "Post", "Straße", "漢字", "_x", "Timestamp", "Object", "type"];

/// Schemas with so many collections.
pub fn documents(number: std::ops::Range<usize>) -> impl Strategy<Value = Schema> {
    vec(vec(any::<u16>(), 40..300), number).prop_map(|numbers| {
        let mut models: Vec<ModelDef> = Vec::new();
        let mut taken = HashSet::new();
        for numbers in numbers {
            let mut dice = Dice(numbers.into_iter());
            let model = model(&models, &mut dice, &mut taken);
            models.push(model);
        }
        Schema { models: models.into() }
    })
}

fn model(above: &[ModelDef], dice: &mut Dice, taken: &mut HashSet<String>) -> ModelDef {
    let number = above.len();
    let name = format!("M{number}{}", dice.pick(MODELS));
    let parent = (!above.is_empty() && dice.once_in(2)).then(|| dice.pick(above));
    let parent = parent.and_then(|model| model.collection.as_ref()).map(|kept| kept.path.clone());
    let mut fields = vec![Field::new("id", Type::DocumentId, false).key(Key::Automatic)];
    fields.extend(parent.iter().flat_map(|path| path.up()).enumerate().filter_map(|(at, path)| {
        let mut field = Field::new("", Type::DocumentId, false);
        field.name = Text::Owned(format!("above_{at}"));
        field.ancestor = Some(Node::from(path.clone()));
        dice.once_in(2).then_some(field)
    }));
    let mut names = HashSet::from(["id".to_owned()]);
    let has_ttl = dice.once_in(3);
    for at in 0..dice.roll(12) {
        fields.push(field(number, at, dice, &mut names));
    }
    fields.extend(crate::collections::moments());
    if has_ttl {
        let ttl = crate::collections::missing("gone_at", Type::Timestamp).document("goneAt").ttl();
        fields.push(ttl);
    }
    let mut model = document(&[(&name, &free(dice, taken))], fields);
    model.doc = Text::Owned(comment(dice));
    let own = collection(&mut model);
    let place = CollectionPath { parent, ..(*own.path).clone() };
    own.path = Node::from(place);
    own.group = dice.once_in(2);
    indexes(&mut model, dice);
    if dice.once_in(3) {
        model.access.select.allow = Expr::Service;
        model.access.insert.allow = dice.pick(&[Expr::Service, Expr::Authenticated]).clone();
        model.access.update.allow = dice.pick(&[Expr::Nobody, Expr::Authenticated]).clone();
    } else {
        model.fields.to_mut().iter_mut().for_each(|field| field.private = false);
    }
    model
}

/// One of the body.
fn field(model: usize, at: usize, dice: &mut Dice, names: &mut HashSet<String>) -> Field {
    let mut field = Field::new("", kind(model, at, dice), dice.once_in(3));
    field.name = Text::Owned(format!("f{at}"));
    field.column = None;
    field.document = Some(Text::Owned(free(dice, names)));
    field.doc = Text::Owned(comment(dice));
    field.default = default(&field, dice);
    field.immutable = dice.once_in(5);
    field.server = dice.once_in(5);
    field.private = dice.once_in(5);
    if field.kind == Type::Text && dice.once_in(3) {
        field.copy_of = Some(CopyOf {
            source: Node::from(path(&[("Member", "members")])),
            field: "name".into(),
            via: field.name.clone(),
        });
    }
    field
}

fn kind(model: usize, at: usize, dice: &mut Dice) -> Type {
    let plain = |dice: &mut Dice| match dice.roll(18) {
        0 => Type::Bool,
        1 => Type::I16,
        2 => Type::I32,
        3 => Type::I64,
        4 => Type::F32,
        5 => Type::F64,
        6 => Type::Decimal,
        7 => Type::Uuid,
        8 => Type::Uid,
        9 => Type::Reference,
        10 => Type::GeoPoint,
        11 => Type::Timestamp,
        12 => Type::Date,
        13 => Type::Interval,
        14 => Type::Bytes,
        15 => Type::Json,
        16 => Type::Enum(of_labels(model, at, dice)),
        _ => Type::Text,
    };
    match dice.roll(8) {
        0 => Type::Array(Node::from(plain(dice))),
        1 => Type::Map(Node::from(plain(dice))),
        2 => Type::Vector(u32::try_from(1 + dice.roll(3)).unwrap()),
        _ => plain(dice),
    }
}

fn of_labels(model: usize, at: usize, dice: &mut Dice) -> EnumType {
    let mut labels: Vec<String> =
        (0..=dice.roll(4)).map(|_| joined(dice, 5) + &hostile(dice)).collect();
    labels.sort();
    labels.dedup();
    EnumType::new(
        Text::Owned(format!("enum's {model} {at}")),
        labels.into_iter().map(Text::Owned).collect(),
        false,
    )
}

fn default(field: &Field, dice: &mut Dice) -> Option<Default> {
    if dice.once_in(2) {
        return None;
    }
    Some(match &field.kind {
        Type::Text => Default::Value(Literal::Text(Text::Owned(hostile(dice)))),
        Type::Enum(of) => Default::Value(Literal::Text(dice.pick::<Text>(&of.labels).clone())),
        Type::Bool => Default::Value(Literal::Bool(dice.once_in(2))),
        Type::I16 | Type::I32 | Type::I64 => Default::Value(Literal::Int(-3)),
        Type::F32 | Type::F64 | Type::Decimal => Default::Value(Literal::Float(0.1)),
        Type::Timestamp => Default::Now,
        Type::Array(_) | Type::Map(_) => Default::Empty,
        _ => return None,
    })
}

/// Some over a field, over several, and of a vector.
fn indexes(model: &mut ModelDef, dice: &mut Dice) {
    let having = |fit: fn(&Type) -> bool| -> Vec<String> {
        let fields = model.fields.iter().filter(|field| field.document.is_some());
        fields.filter(|field| fit(&field.kind)).map(|field| field.name.to_string()).collect()
    };
    let is_vector = |kind: &Type| kind.dimensions().is_some();
    let sorted = having(|kind| kind.dimensions().is_none() && !matches!(kind, Type::Array(_)));
    let mut indexes: Vec<Index> = Vec::new();
    for _ in 0..dice.roll(4) {
        let mut names = sorted.clone();
        names.rotate_left(dice.roll(sorted.len()));
        names.truncate(1 + dice.roll(3));
        let minus = if dice.once_in(2) { "-" } else { "" };
        let names: Vec<String> = names.iter().map(|name| format!("{minus}{name}")).collect();
        indexes.push(index_over(&names.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    for name in having(|kind| matches!(kind, Type::Array(_))).iter().take(dice.roll(2)) {
        indexes.push(index_over(&[name, &sorted[0]]));
    }
    for name in having(is_vector).iter().take(dice.roll(3)) {
        indexes.push(Index { method: Method::Flat, ..index_over(&[name]) });
    }
    let mut each: Vec<Index> = Vec::new();
    for index in indexes {
        if !each.contains(&index) {
            each.push(index);
        }
    }
    collection(model).indexes = each.into();
}

/// A comment that tries to end.
fn comment(dice: &mut Dice) -> String {
    match dice.roll(4) {
        0 => format!("{} */ alert(1) /* {{@link x}}\n@{}", hostile(dice), joined(dice, 3)),
        1 => hostile(dice),
        _ => String::new(),
    }
}

/// A name that Firestore takes and nothing among `taken` has, which it joins.
fn free(dice: &mut Dice, taken: &mut HashSet<String>) -> String {
    let mut name = joined(dice, 4);
    if name.replace('.', "").is_empty() || name.starts_with("__") {
        name.push('x');
    }
    while !taken.insert(name.clone()) {
        name.push('1');
    }
    name
}

fn joined(dice: &mut Dice, most: usize) -> String {
    (0..=dice.roll(most)).map(|_| *dice.pick(PARTS)).collect()
}
