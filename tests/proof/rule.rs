//! Access rules and relations at random: every form that both engines print.

use ::backend_models::schema::{
    Expr, Field, FieldCondition, Literal, Membership, ModelDef, ModelRef, Node, Operand, Operator,
    Text, Type,
};
use models_tests::build::{all_of, any_of, claim, compare, text};
use models_tests::documents::path;

use super::dice::Dice;
use super::model::teams;
use super::values::{LABELS, TEXTS};
use crate::places::printed::Refusals;

/// Where claims are.
pub(crate) const CLAIMS: [&[&str]; 3] = [&["role"], &["org", "it's"], &["org"]];

/// A rule for the fields of a model; some are open, so that others show.
pub(crate) fn draw(dice: &mut Dice, model: &ModelDef, refusals: &mut Refusals) -> Expr {
    match dice.roll(12) {
        0 => Expr::Anyone,
        1 => Expr::Authenticated,
        2 => dice.pick(&[Expr::Nobody, Expr::Service]),
        3..=5 => any_of([tree(dice, model, refusals, 2), Expr::Authenticated]),
        _ => tree(dice, model, refusals, 3),
    }
}

fn tree(dice: &mut Dice, model: &ModelDef, refusals: &mut Refusals, depth: usize) -> Expr {
    if depth == 0 || dice.once_in(2) {
        return said(dice, model, refusals);
    }
    let mut inner = |dice: &mut Dice| tree(dice, model, refusals, depth - 1);
    match dice.roll(5) {
        0 => Expr::Not(inner(dice).into()),
        1 | 2 => all_of((0..dice.roll(4)).map(|_| inner(dice)).collect::<Vec<_>>()),
        _ => any_of((0..=dice.roll(3)).map(|_| inner(dice)).collect::<Vec<_>>()),
    }
}

/// A condition that both printers take.
fn said(dice: &mut Dice, model: &ModelDef, refusals: &mut Refusals) -> Expr {
    loop {
        let mut asked = ModelDef { rules: Vec::new().into(), ..model.clone() };
        asked.access.select.allow = leaf(dice, model);
        if refusals.takes(&asked) {
            return asked.access.select.allow;
        }
    }
}

fn leaf(dice: &mut Dice, model: &ModelDef) -> Expr {
    let kind = kind(dice, model);
    match dice.roll(16) {
        0 => dice.pick(&[Expr::Anyone, Expr::Authenticated, Expr::Nobody, Expr::Service]),
        1..=7 => {
            let (one, other) = (operand(dice, model, &kind), or_claim(dice, model, &kind));
            let operator = operator(dice);
            if dice.once_in(2) {
                compare(other, operator, one)
            } else {
                compare(one, operator, other)
            }
        }
        8 => Expr::IsNone(or_claim(dice, model, &kind)),
        9 => Expr::IsSome(or_claim(dice, model, &kind)),
        10 | 11 => {
            let wanted = or_claim(dice, model, &kind);
            let options = (0..dice.roll(4)).map(|_| match dice.roll(6) {
                0 => or_claim(dice, model, &kind),
                _ => operand(dice, model, &kind),
            });
            Expr::In(wanted, options.collect())
        }
        12 => Expr::Holds(or_claim(dice, model, &Type::Bool)),
        _ => membership(dice, model),
    }
}

fn operator(dice: &mut Dice) -> Operator {
    use Operator::{Eq, Ge, Gt, Le, Lt, Ne};
    dice.pick(&[Eq, Eq, Ne, Ne, Lt, Le, Gt, Ge])
}

/// The type of a field, so that rules are about fields that are there.
fn kind(dice: &mut Dice, model: &ModelDef) -> Type {
    let fields: Vec<&Field> = known(model).collect();
    dice.pick(&fields).kind.clone()
}

/// The fields that rules may name: the moments of a write are not known
/// before it.
fn known(model: &ModelDef) -> impl Iterator<Item = &Field> {
    model.fields.iter().filter(|field| !field.is_created_at() && !field.is_updated_at())
}

/// A field of this kind, or something else that it may meet.
fn operand(dice: &mut Dice, model: &ModelDef, kind: &Type) -> Operand {
    // Sometimes any: the printers know what it may meet.
    let any = dice.once_in(20);
    let alike = known(model).filter(|field| any || meets(&field.kind, kind));
    let alike: Vec<&Field> = alike.collect();
    if !alike.is_empty() && !dice.once_in(3) {
        return Operand::Field(dice.pick(&alike).name.clone());
    }
    written(dice, kind).unwrap_or_else(|| {
        alike.first().map_or(Operand::Role, |it| Operand::Field(it.name.clone()))
    })
}

fn meets(one: &Type, other: &Type) -> bool {
    let is_whole = |kind: &Type| matches!(kind, Type::I16 | Type::I32 | Type::I64);
    let is_float = |kind: &Type| matches!(kind, Type::F32 | Type::F64);
    let is_text = |kind: &Type| matches!(kind, Type::Text | Type::Uid);
    one == other || [is_whole, is_float, is_text].into_iter().any(|is| is(one) && is(other))
}

/// What is no field, and can stand beside one of this kind.
fn written(dice: &mut Dice, kind: &Type) -> Option<Operand> {
    let literal = |literal| Some(Operand::Literal(literal));
    let int = |dice: &mut Dice| Literal::Int(dice.roll(5) as i64 - 2);
    match kind {
        Type::Bool => literal(Literal::Bool(dice.once_in(2))),
        Type::I64 if dice.once_in(4) => literal(Literal::Int((1 << 53) + 1)),
        Type::I16 | Type::I32 | Type::I64 => literal(int(dice)),
        Type::F32 | Type::F64 if dice.once_in(2) => literal(int(dice)),
        Type::F32 => literal(Literal::Float(0.5)),
        Type::F64 => literal(Literal::Float(dice.pick(&[-1.5, 0.1, 2.0]))),
        Type::Text if dice.once_in(4) => Some(dice.pick(&[Operand::Role, Operand::Email])),
        Type::Text => Some(text(dice.pick(&TEXTS))),
        Type::Enum(_) => Some(text(dice.pick(&LABELS))),
        Type::Uid if dice.once_in(3) => Some(text(dice.pick(&TEXTS))),
        Type::Uid if dice.once_in(6) => Some(dice.pick(&[Operand::Role, Operand::Email])),
        Type::Uuid | Type::Uid => Some(Operand::Uid),
        Type::Timestamp => Some(Operand::Now),
        _ => None,
    }
}

fn or_claim(dice: &mut Dice, model: &ModelDef, kind: &Type) -> Operand {
    if dice.once_in(4) { claim(dice.pick(&CLAIMS)) } else { operand(dice, model, kind) }
}

/// A member of a team, perhaps in a role.
fn membership(dice: &mut Dice, model: &ModelDef) -> Expr {
    let mut conditions =
        vec![("team_id", or_claim(dice, model, &Type::Uuid)), ("user_id", Operand::Uid)];
    if dice.once_in(4) {
        conditions[1].1 = or_claim(dice, model, &Type::Uuid);
    }
    if dice.once_in(2) {
        conditions.push(("role", or_claim(dice, model, &Type::Text)));
    }
    if dice.once_in(3) {
        conditions.push(("level", or_claim(dice, model, &Type::I64)));
    }
    let conditions = conditions
        .into_iter()
        .map(|(field, equals)| FieldCondition { field: Text::Borrowed(field), equals });
    Expr::Exists(Membership {
        model: ModelRef {
            model: "Member".into(),
            schema: "public".into(),
            table: "members".into(),
            collection: Some(Node::from(path("Member", "members", Some(&teams())))),
        },
        conditions: conditions.collect(),
    })
}

/// What may not be false of a row, between its fields.
pub(crate) fn relation(dice: &mut Dice, model: &ModelDef) -> Option<Expr> {
    let body: Vec<&Field> = known(model).filter(|field| field.document.is_some()).collect();
    let one = |dice: &mut Dice| {
        let field = dice.pick(&body);
        let own = Operand::Field(field.name.clone());
        Some(match dice.roll(5) {
            0 => Expr::IsSome(own),
            1 => Expr::IsNone(own),
            2 if field.kind == Type::Bool => Expr::Holds(own),
            3 => Expr::In(own, vec![plain(dice, model, &field.kind)?].into()),
            _ => compare(own, operator(dice), plain(dice, model, &field.kind)?),
        })
    };
    let parts: Option<Vec<Expr>> = (0..2).map(|_| one(dice)).collect();
    let parts = parts?;
    Some(match dice.roll(4) {
        0 => all_of(parts),
        1 => Expr::Not(any_of(parts).into()),
        2 => parts.into_iter().next()?,
        _ => any_of(parts),
    })
}

/// A field or a literal, never whoever calls.
fn plain(dice: &mut Dice, model: &ModelDef, kind: &Type) -> Option<Operand> {
    let is_plain = |it: &Operand| matches!(it, Operand::Field(_) | Operand::Literal(_));
    (0..8).map(|_| operand(dice, model, kind)).find(is_plain)
}
