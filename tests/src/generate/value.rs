//! Value rules of every kind, where their types allow them.

use models_core::schema::{
    Check, Count, EnumType, Limit, Limits, List, Literal, ModelDef, ModelRule, Text, Type,
    ValueRule,
};

use super::Dice;
use super::names::{label, text};

/// Rules of a field, each kind at most once; often none.
pub(super) fn rules(kind: &Type, dice: &mut Dice) -> List<ValueRule> {
    if !dice.once_in(2) {
        return Vec::new().into();
    }
    let mut rules: Vec<ValueRule> = Vec::new();
    for _ in 0..=dice.roll(4) {
        let Some(check) = check(kind, dice) else { break };
        let is_new = rules.iter().all(|rule| rule.check.name() != check.name());
        if is_new {
            rules.push(ValueRule { check, code: code(dice), message: None });
        }
    }
    rules.into()
}

/// Relations between fields, none twice.
pub(super) fn relate(model: &mut ModelDef, dice: &mut Dice) {
    let mut rules: Vec<ModelRule> = Vec::new();
    for _ in 0..dice.roll(3) {
        let Some(holds) = super::index::filter(model, dice) else { continue };
        if rules.iter().all(|rule| rule.holds != holds) {
            rules.push(ModelRule { holds, code: code(dice), message: None });
        }
    }
    model.rules = rules.into();
}

fn code(dice: &mut Dice) -> Option<Text> {
    dice.once_in(4).then(|| Text::Owned(label(dice)))
}

fn check(kind: &Type, dice: &mut Dice) -> Option<Check> {
    Some(match kind {
        Type::Text | Type::Enum(EnumType { native: false, .. }) => of_text(dice),
        Type::Bytes => Check::Length(count(dice)),
        Type::I16 | Type::I32 | Type::I64 if dice.once_in(3) => Check::MultipleOf(5),
        Type::I32 if dice.once_in(2) => {
            Check::OneOf(options(dice, |dice| Literal::Int(whole(dice))))
        }
        Type::I16 | Type::I32 | Type::I64 => Check::Range(limits(dice, false)),
        Type::F32 | Type::F64 if dice.once_in(3) => Check::Finite,
        Type::F32 | Type::F64 | Type::Decimal => Check::Range(limits(dice, true)),
        Type::Array(_) if dice.once_in(2) => Check::Items(count(dice)),
        Type::Array(item) => {
            let inner = check(item, dice).filter(|check| !matches!(check, Check::Items(_)))?;
            Check::Each(vec![ValueRule::new(inner)].into())
        }
        _ => return None,
    })
}

fn of_text(dice: &mut Dice) -> Check {
    let part = |dice: &mut Dice| Text::Owned(label(dice));
    match dice.roll(10) {
        0 => Check::Length(count(dice)),
        1 => Check::Pattern(Text::Owned(format!("a{{2,5}}|{}", escaped(&text(dice))))),
        2 => Check::OneOf(options(dice, |dice| Literal::Text(Text::Owned(text(dice))))),
        3 => Check::Email,
        4 => Check::Url,
        5 => Check::NotBlank,
        6 => Check::Ascii,
        7 => Check::StartsWith(part(dice)),
        8 => Check::EndsWith(part(dice)),
        _ => Check::Contains(part(dice)),
    }
}

/// A text as a pattern of itself.
fn escaped(text: &str) -> String {
    let character = |c: char| {
        let is_sign = c.is_ascii() && !c.is_ascii_alphanumeric();
        [is_sign.then_some('\\'), Some(c)]
    };
    text.chars().flat_map(character).flatten().collect()
}

fn options(dice: &mut Dice, one: impl Fn(&mut Dice) -> Literal) -> List<Literal> {
    let mut options: Vec<Literal> = Vec::new();
    for _ in 0..=dice.roll(3) {
        let option = one(dice);
        if !options.contains(&option) {
            options.push(option);
        }
    }
    options.into()
}

fn whole(dice: &mut Dice) -> i64 {
    i64::try_from(dice.roll(9)).unwrap() - 4
}

fn count(dice: &mut Dice) -> Count {
    let min = u32::try_from(dice.roll(5)).unwrap();
    match dice.roll(3) {
        0 => Count { min: Some(min), max: Some(min + 1) },
        1 => Count { min: Some(min), max: Some(min) },
        _ => Count { min: None, max: Some(min) },
    }
}

fn limits(dice: &mut Dice, fractions: bool) -> Limits {
    let mut end = || {
        let value = if fractions && dice.once_in(2) {
            Literal::Float(0.25)
        } else {
            Literal::Int(whole(dice))
        };
        Some(Limit { value, excluded: dice.once_in(2) })
    };
    let (min, max) = (end(), end());
    match dice.roll(3) {
        0 => Limits { min, max },
        1 => Limits { min, max: None },
        _ => Limits { min: None, max },
    }
}
