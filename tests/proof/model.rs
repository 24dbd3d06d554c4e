//! Models at random, each with a table and a collection.

use ::backend_models::schema::{
    Access, Check, Collection, CollectionPath, Count, Expr, Field, Key, Limit, Limits, Literal,
    ModelDef, ModelRule, Node, Precision, Rule, Text, Type, ValueRule,
};
use models_tests::build::{array, labels, model};
use models_tests::documents::path;

use super::dice::Dice;
use super::places::rust;
use super::values::{LABELS, any};
use super::{patterns, rule};
use crate::places::printed::Refusals;

/// Names in a document that are no identifiers, or mean something else.
const DOCUMENT: [&str; 8] = ["service", "it's", "a.b", "é", "in", "keys", "\\\"", "x y"];

/// Names of columns that have to stand in quotes.
const COLUMNS: [&str; 4] = ["not", "Name \"of\" it", "select", "é"];

/// The teams that everything is under.
pub(crate) fn teams() -> CollectionPath {
    path("Team", "teams", None)
}

/// A model that both engines take; what one of them refuses is drawn again.
pub(crate) fn draw(dice: &mut Dice, number: usize, refusals: &mut Refusals) -> ModelDef {
    loop {
        let bare = bare(number, fields(dice));
        let Some(mut whole) = relate(dice, bare, refusals) else { continue };
        let rules = [(); 4].map(|()| Rule::new(rule::draw(dice, &whole, refusals)));
        let [select, insert, update, delete] = rules;
        whole.access = Access { select, insert, update, delete };
        if refusals.takes(&whole) {
            return whole;
        }
    }
}

fn bare(number: usize, fields: Vec<Field>) -> ModelDef {
    let (name, place) = (format!("Thing{number}"), format!("things{number}"));
    let kept = path(&name, &place, Some(&teams()));
    let collection = Collection { path: kept.into(), indexes: Vec::new().into(), group: false };
    ModelDef { collection: Some(collection), ..model(&name, &place, fields) }
}

/// The ids in the path, and what is in the body.
fn fields(dice: &mut Dice) -> Vec<Field> {
    let mut team = Field::new("team_id", Type::Uuid, false).immutable();
    team.ancestor = Some(Node::from(teams()));
    let mut fields = vec![Field::new("id", Type::Uuid, false).key(Key::V7), team];
    let (mut columns, mut documents) = (COLUMNS.to_vec(), DOCUMENT.to_vec());
    for number in 0..2 + dice.roll(6) {
        let name = format!("f{number}");
        let odd = |dice: &mut Dice, odd: &mut Vec<&'static str>| {
            let takes = dice.once_in(4) && !odd.is_empty();
            takes.then(|| Text::Borrowed(odd.remove(0))).or(Some(Text::Owned(name.clone())))
        };
        let mut field = Field::new("", kind(dice), dice.once_in(2));
        (field.column, field.document) = (odd(dice, &mut columns), odd(dice, &mut documents));
        field.name = Text::Owned(name);
        field.precision =
            (field.kind == Type::Decimal).then_some(Precision { precision: 10, scale: 2 });
        field.rules = rules(dice, &field.kind).into();
        // The first can always be changed, so that there is something to change.
        field.immutable = number > 0 && dice.once_in(6);
        field.server = number > 0 && field.nullable && dice.once_in(6);
        if (0..50).any(|_| rust::keeps_all(&field, &any(dice, &field))) {
            fields.push(field);
        } else if number == 0 {
            fields.push(Field { rules: Vec::new().into(), ..field });
        }
    }
    if dice.once_in(2) {
        let moment = |name, document| Field::new(name, Type::Timestamp, false).document(document);
        fields.extend([moment("created_at", "createdAt"), moment("updated_at", "updatedAt")]);
    }
    fields
}

fn kind(dice: &mut Dice) -> Type {
    match dice.roll(24) {
        0 | 1 => Type::Bool,
        2 => Type::I16,
        3 => Type::I32,
        4 | 5 => Type::I64,
        6 => Type::F32,
        7 | 8 => Type::F64,
        9..=12 => Type::Text,
        13 => labels("label", &LABELS, false),
        14 => labels("native_label", &LABELS, true),
        15 => Type::Uuid,
        16 => Type::Uid,
        17 => Type::Timestamp,
        18 => Type::Date,
        19 => Type::Time,
        20 => Type::Interval,
        21 => Type::Bytes,
        22 => Type::Decimal,
        _ => array(Type::Text),
    }
}

/// Rules of a field that the rules language can check, each kind at most once.
fn rules(dice: &mut Dice, kind: &Type) -> Vec<ValueRule> {
    let mut rules: Vec<ValueRule> = Vec::new();
    for _ in 0..dice.roll(3) {
        let Some(check) = check(dice, kind) else { break };
        if rules.iter().all(|rule| rule.check.name() != check.name()) {
            rules.push(ValueRule::new(check));
        }
    }
    // The items of a list are looked at only where it has an end.
    if rules.iter().any(|rule| matches!(rule.check, Check::Each(_)))
        && !rules.iter().any(|rule| matches!(rule.check, Check::Items(Count { max: Some(_), .. })))
    {
        rules.retain(|rule| !matches!(rule.check, Check::Items(_)));
        rules.push(ValueRule::new(Check::Items(Count { min: None, max: Some(3) })));
    }
    rules
}

fn check(dice: &mut Dice, kind: &Type) -> Option<Check> {
    let whole = |dice: &mut Dice| dice.roll(5) as i64 - 2;
    Some(match kind {
        Type::Text if dice.once_in(2) => Check::Length(count(dice, &[0, 1, 3, 60, 1_000, 1_001])),
        Type::Text if dice.once_in(6) => Check::OneOf(
            ["a", "b\\c", "ä"].into_iter().map(|it| Literal::Text(it.into())).collect(),
        ),
        Type::Text => patterns::check(dice),
        Type::Uid => Check::Length(count(dice, &[1, 36])),
        Type::Bytes => Check::Length(count(dice, &[0, 1, 2, 300])),
        Type::I16 | Type::I32 | Type::I64 => match dice.roll(4) {
            0 => Check::MultipleOf(dice.pick(&[1, 2, 5])),
            1 => Check::OneOf((0..3).map(|_| Literal::Int(whole(dice))).collect()),
            _ => Check::Range(limits(dice, |dice| Literal::Int(whole(dice)))),
        },
        Type::F64 if dice.once_in(3) => Check::Finite,
        Type::F64 => Check::Range(limits(dice, |dice| match dice.roll(2) {
            0 => Literal::Int(whole(dice)),
            _ => Literal::Float(dice.pick(&[-1.5, 0.1, 2.25])),
        })),
        Type::Date => Check::Range(limits(dice, |dice| {
            Literal::Text(dice.pick(&["2000-02-29", "2020-01-31", "2024-12-31"]).into())
        })),
        Type::Array(_) if dice.once_in(2) => Check::Items(count(dice, &[0, 1, 3, 5])),
        Type::Array(_) => Check::Each(
            vec![ValueRule::new(match dice.roll(2) {
                0 => Check::Length(count(dice, &[0, 1, 2, 60])),
                _ => patterns::check(dice),
            })]
            .into(),
        ),
        _ => return None,
    })
}

fn count(dice: &mut Dice, ends: &[u32]) -> Count {
    let (one, other) = (dice.pick(ends), dice.pick(ends));
    let (min, max) = (one.min(other), one.max(other));
    match dice.roll(4) {
        0 => Count { min: Some(min), max: None },
        1 => Count { min: None, max: Some(max) },
        _ => Count { min: Some(min), max: Some(max) },
    }
}

fn limits(dice: &mut Dice, end: impl Fn(&mut Dice) -> Literal) -> Limits {
    let mut limit = || {
        let value = end(dice);
        Some(Limit { value, excluded: dice.once_in(2) })
    };
    let (min, max) = (limit(), limit());
    match dice.roll(3) {
        0 => Limits { min, max: None },
        1 => Limits { min: None, max },
        _ => Limits { min, max },
    }
}

/// Relations between fields; `None` where a model has none to speak of.
fn relate(dice: &mut Dice, bare: ModelDef, refusals: &mut Refusals) -> Option<ModelDef> {
    let mut whole = bare;
    for _ in 0..dice.roll(5).saturating_sub(2) {
        let Some(holds) = rule::relation(dice, &whole) else { continue };
        let is_new = whole.rules.iter().all(|rule| rule.holds != holds);
        let mut next = whole.clone();
        next.rules.to_mut().push(ModelRule { holds, code: None, message: None });
        if is_new && refusals.takes(&next) {
            whole = next;
        }
    }
    // That some rows keep all of it.
    let known = whole.access.select.allow == Expr::Nobody;
    (known && (0..20).any(|_| super::case::row(dice, &whole).is_some())).then_some(whole)
}
