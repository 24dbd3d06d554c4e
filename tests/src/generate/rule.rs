//! Access rules over the fields that a model happens to have.

use models_core::schema::{
    EnumType, Expr, Field, FieldCondition, Literal, Membership, ModelDef, ModelRef, Operand,
    Operator, Text, Type,
};

use super::Dice;
use super::names::text as hostile;
use crate::build::{all_of, any_of, compare, equal, text};

/// A rule about a model.
pub(super) fn rule(dice: &mut Dice, model: &ModelDef, all: &[ModelDef], depth: usize) -> Expr {
    let sides = if depth == 0 { 6 } else { 9 };
    let inner = |dice: &mut Dice| rule(dice, model, all, depth.saturating_sub(1));
    match dice.roll(sides) {
        0 => dice.pick(&[Expr::Anyone, Expr::Nobody, Expr::Service, Expr::Authenticated]).clone(),
        1 => equal(Operand::Role, text(&hostile(dice))),
        2 => exists(dice, model, all),
        3..=5 => about(dice, model),
        6 => all_of((0..dice.roll(4)).map(|_| inner(dice)).collect::<Vec<_>>()),
        7 => any_of((0..dice.roll(4)).map(|_| inner(dice)).collect::<Vec<_>>()),
        _ => Expr::Not(inner(dice).into()),
    }
}

/// Something about one field.
fn about(dice: &mut Dice, model: &ModelDef) -> Expr {
    let field: &Field = dice.pick(&model.fields);
    let operand = Operand::Field(field.name.clone());
    let operator = *dice.pick(&[
        Operator::Eq,
        Operator::Ne,
        Operator::Lt,
        Operator::Le,
        Operator::Gt,
        Operator::Ge,
    ]);
    match &field.kind {
        Type::Uuid if dice.once_in(2) => compare(Operand::Uid, operator, operand),
        Type::Uuid => equal(operand, Operand::Uid),
        Type::Bool => Expr::Holds(operand),
        Type::Text => match dice.roll(4) {
            0 => compare(operand, operator, text(&hostile(dice))),
            1 => equal(operand, Operand::Email),
            2 => Expr::In(operand, vec![text("a"), text(&hostile(dice))].into()),
            _ => equal(crate::build::claim(&["it's", "role"]), operand),
        },
        Type::Enum(of) if of.native => equal(operand, text(label(dice, of))),
        Type::Enum(of) => Expr::In(operand, of.labels.iter().map(|label| text(label)).collect()),
        Type::I16 | Type::I64 => compare(operand, operator, Operand::Literal(Literal::Int(5))),
        Type::I32 => {
            let numbers = [1, 2, 3].map(|n| Operand::Literal(Literal::Int(n)));
            Expr::In(operand, numbers.into_iter().take(dice.roll(4)).collect())
        }
        Type::Decimal => compare(operand, operator, crate::build::claim(&["limit"])),
        Type::Timestamp => compare(operand, operator, Operand::Now),
        _ if dice.once_in(2) => Expr::IsNone(operand),
        _ => Expr::IsSome(operand),
    }
}

/// One of the labels of an enum.
pub(super) fn label<'l>(dice: &mut Dice, of: &'l EnumType) -> &'l str {
    dice.pick::<Text>(&of.labels)
}

/// A row of any model, of the caller's or of this row's.
fn exists(dice: &mut Dice, model: &ModelDef, all: &[ModelDef]) -> Expr {
    let member = dice.pick(all);
    let uuids = |model: &ModelDef| -> Vec<_> {
        let fields = model.fields.iter().filter(|field| field.kind == Type::Uuid);
        fields.map(|field| field.name.clone()).collect()
    };
    let (own, others) = (uuids(model), uuids(member));
    let user = FieldCondition { field: dice.pick(&others).clone(), equals: Operand::Uid };
    let row = FieldCondition {
        field: dice.pick(&others).clone(),
        equals: Operand::Field(dice.pick(&own).clone()),
    };
    let mut conditions = Vec::new();
    conditions.extend((!dice.once_in(3)).then_some(user));
    conditions.extend((!dice.once_in(3)).then_some(row));
    let text_field = member.fields.iter().find(|field| field.kind == Type::Text);
    if let Some(field) = text_field.filter(|_| dice.once_in(2)) {
        conditions.push(FieldCondition { field: field.name.clone(), equals: text(&hostile(dice)) });
    }
    let table = member.table.as_ref().unwrap();
    Expr::Exists(Membership {
        model: ModelRef {
            model: member.name.clone(),
            schema: table.schema.clone(),
            table: table.name.clone(),
            collection: None,
        },
        conditions: conditions.into(),
    })
}
