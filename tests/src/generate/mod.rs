//! Schemas at random: hostile names and texts, circles of references, every
//! type and every kind of fact.
//!
//! Each is drawn from numbers, so that a test shrinks them without knowing
//! what they mean: fewer and smaller numbers make a smaller schema.

pub mod documents;
mod field;
mod index;
mod names;
mod rule;
mod value;

use models_core::schema::{Access, Key, ModelDef, OnDelete, Reference, Rule, Schema, Table, Text};
use proptest::collection::vec;
use proptest::prelude::*;

use names::Names;

/// Numbers to draw from; zeros when they are used up.
pub(crate) struct Dice(std::vec::IntoIter<u16>);

impl Dice {
    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % sides
    }

    /// One of a list.
    pub(crate) fn pick<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.roll(list.len())]
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == times - 1
    }
}

/// Schemas with so many tables, with or without vectors.
pub fn schema(tables: std::ops::Range<usize>, vectors: bool) -> impl Strategy<Value = Schema> {
    vec(vec(any::<u16>(), 40..400), tables).prop_map(move |numbers| from_numbers(numbers, vectors))
}

fn from_numbers(numbers: Vec<Vec<u16>>, vectors: bool) -> Schema {
    let mut dice: Vec<Dice> = numbers.into_iter().map(|n| Dice(n.into_iter())).collect();
    let mut names = Names::default();
    let mut models: Vec<ModelDef> = dice
        .iter_mut()
        .enumerate()
        .map(|(number, dice)| table(number, dice, &mut names, vectors))
        .collect();
    let keys: Vec<_> = models.iter().map(key).collect();
    for (model, dice) in models.iter_mut().zip(&mut dice) {
        let mut fields = model.fields.to_vec();
        for field in fields.iter_mut().filter(|field| field::may_refer(field)) {
            if dice.once_in(2) {
                continue;
            }
            let may_go = if field.nullable { OnDelete::SetNull } else { OnDelete::Cascade };
            let on_delete =
                [OnDelete::Cascade, may_go, OnDelete::Restrict, OnDelete::NoAction][dice.roll(4)];
            let parent = dice.pick(&keys).clone();
            field.references = Some(Reference { parent, on_delete, indexed: !dice.once_in(4) });
        }
        model.fields = fields.into();
        index::add(model, dice);
        value::relate(model, dice);
    }
    let all = models.clone();
    for (model, dice) in models.iter_mut().zip(&mut dice) {
        let mut rule = || Rule::new(rule::rule(dice, model, &all, 3));
        let (select, insert, update, delete) = (rule(), rule(), rule(), rule());
        model.access = Access { select, insert, update, delete };
    }
    Schema { models: models.into() }
}

fn table(number: usize, dice: &mut Dice, names: &mut Names, vectors: bool) -> ModelDef {
    let fields = field::fields(number, dice, vectors);
    let name = names.table(dice);
    let mut model = crate::build::model(&format!("Model{number}"), &name, fields);
    model.doc = Text::Owned(names::text(dice));
    if let Some(table) = &mut model.table {
        let Table { schema, realtime, .. } = table;
        if dice.once_in(5) {
            *schema = "Other \"schema\"; --".into();
        }
        if dice.once_in(5) {
            *realtime = Some("to see it".into());
        }
    }
    model
}

fn key(model: &ModelDef) -> models_core::schema::ParentKey {
    let (key, table) = (model.key().unwrap(), model.table.as_ref().unwrap());
    debug_assert!(key.key != Some(Key::Given) || key.references.is_none());
    models_core::schema::ParentKey {
        model: model.name.clone(),
        schema: table.schema.clone(),
        table: table.name.clone(),
        column: key.column.clone().unwrap(),
        external: false,
    }
}
